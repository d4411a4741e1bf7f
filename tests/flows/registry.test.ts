import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flowById, flows } from '../../src/flows/index.ts';

const files = readdirSync(join(import.meta.dirname, '../../src/flows')).filter((file) => file !== 'index.ts');

describe('the registry', () => {
  it('lists every flow that has a file, under the name of its file', () => {
    expect(flows.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('finds a flow by its id', () => {
    for (const flow of flows) expect(flowById(flow.id)).toBe(flow);
  });

  it.each(['', 'nope', 'constructor', 'Introduce'])('finds no flow by “%s”', (id) => {
    expect(flowById(id)).toBeUndefined();
  });
});
