// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { copiesOf, copyId, exportName, registryOf, renamed, retitled } from './copies.ts';

describe('copies of flows', () => {
  it('have ids of letters alone, no two the same', () => {
    const ids = copiesOf(['introduce', 'build-ally'], 2000).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2000);
    expect(ids.every((id) => /^[a-z-]+$/.test(id))).toBe(true);
    expect(ids.slice(0, 4)).toEqual(['introduce', 'build-ally', 'introduce-copy-a', 'build-ally-copy-a']);
    expect([copyId('x', 26), copyId('x', 27)]).toEqual(['x-copy-z', 'x-copy-aa']);
  });

  it('are sources under another id, with verdicts of the same name left alone', () => {
    const source = `createMachine({ id: 'introduce', rule('fine', 'introduce') });\nexport const introduce = defineFlow();`;
    const copied = `createMachine({ id: 'introduce-copy-a', rule('fine', 'introduce') });\nexport const introduceCopyA = defineFlow();`;
    expect(renamed(source, 'introduce', 'introduce-copy-a')).toBe(copied);
    expect(exportName('build-ally-copy-aa')).toBe('buildAllyCopyAa');
  });

  it('have titles of their own, quoted or not', () => {
    const words = 'title: "Should I?"\nshort: Should I\nhint: a title: kept';
    expect(retitled(words, 'x-copy-b')).toBe('title: "Should I? B"\nshort: Should I B\nhint: a title: kept');
  });

  it('stand in the registry in their order', () => {
    expect(registryOf(['b-c', 'a'])).toContain('= [bC, a];');
  });
});
