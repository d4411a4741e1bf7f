import { describe, expect, it } from 'vitest';
import { lean, stop } from '../../src/reasoning/lean.ts';
import { fc } from '../fc.ts';

describe('the lean of a count', () => {
  it.each([
    [0, 0, 'nothing', null],
    [2, 2, 'level', null],
    [3, 2, 'shade', 'closed'],
    [0, 1, 'shade', 'open'],
    [4, 2, 'leaning', 'closed'],
    [1, 5, 'leaning', 'open'],
    [6, 1, 'far', 'closed'],
    [0, 9, 'far', 'open'],
  ] as const)('of %i closed and %i open claims is %s', (closed, open, kind, side) => {
    expect(lean({ closed, open })).toMatchObject({ kind, side });
  });

  it('says the higher number first', () => {
    expect(lean({ closed: 2, open: 5 })).toMatchObject({ hi: 5, lo: 2, net: 3 });
    expect(lean({ closed: 5, open: 2 })).toMatchObject({ hi: 5, lo: 2, net: -3 });
  });

  it('leans nowhere once an answer has settled it', () => {
    expect(lean({ closed: 5, open: 0 }, true)).toMatchObject({ kind: 'settled', side: null });
  });

  it('gives the closed side a twentieth more of the seam for each claim, from a tenth to nine tenths', () => {
    expect(lean({ closed: 1, open: 1 }).seam).toBe(0.5);
    expect(lean({ closed: 2, open: 0 }).seam).toBeCloseTo(0.6);
    expect(lean({ closed: 0, open: 3 }).seam).toBeCloseTo(0.35);
    expect(lean({ closed: 30, open: 0 }).seam).toBe(0.9);
    expect(lean({ closed: 0, open: 30 }).seam).toBe(0.1);
  });

  it('is the mirror image where the sides change places', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (one, other) => {
        const here = lean({ closed: one, open: other });
        const there = lean({ closed: other, open: one });
        expect(there.kind).toBe(here.kind);
        expect(there.seam + here.seam).toBeCloseTo(1);
        expect([there.hi, there.lo]).toEqual([here.hi, here.lo]);
        expect(here.side === null || here.side !== there.side).toBe(true);
      }),
    );
  });
});

describe('the seam of a result', () => {
  it('stops where the side and the strength say', () => {
    expect(stop('closed', 'firm')).toBe(0.74);
    expect(stop('open', 'firm')).toBe(0.26);
    expect(stop('closed', 'on-balance')).toBe(0.66);
    expect(stop('open', 'on-balance')).toBe(0.34);
    expect(stop('closed', 'close-call')).toBe(0.5);
    expect(stop('open', 'close-call')).toBe(0.5);
  });

  it('stands in the middle on neither side, however firm', () => {
    expect(stop(null, 'firm')).toBe(0.5);
  });

  it('is missing where safety has settled it', () => {
    expect(stop('closed', 'settled')).toBeNull();
  });
});
