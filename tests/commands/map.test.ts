import { describe, expect, it } from 'vitest';
import { mermaidOf } from '../../src/domain/mermaid.ts';
import { flowById, flows } from '../../src/flows/index.ts';
import { runCommand } from './run-command.ts';

const SLOW = 30_000;
const ids = flows.map(({ id }) => id);

describe('the map of a flow', () => {
  it.each(flows.map((flow) => [flow.id, flow] as const))('%s is as it was reviewed', async (id, flow) => {
    await expect(mermaidOf(flow)).toMatchFileSnapshot(`maps/${id}.mmd`);
  });
});

describe('the command', () => {
  it(
    'prints the map of the flow that is named',
    async () => {
      const { status, out, err } = await runCommand('map.ts', ['introduce']);
      const flow = flowById('introduce');
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toBe(flow && mermaidOf(flow));
    },
    SLOW,
  );

  it.each([
    [['nope'], 'There is no flow “nope”'],
    [[], 'No flow is named'],
    [['introduce', 'build-ally'], 'One flow at a time, not also “build-ally”'],
    [['introduce', '--json'], "Unknown option '--json'"],
  ])(
    'refuses %j with a sentence and the flows there are, status 2',
    async (args, what) => {
      const { status, out, err } = await runCommand('map.ts', args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain(what);
      expect(err).toContain(`the flows are ${ids.join(', ')}`);
    },
    SLOW,
  );
});
