import { describe, expect, it } from 'vitest';
import { qrCode } from '../../../src/app/share/qr.ts';

describe('a QR code', () => {
  it('has a margin of four light modules, and a finder in three of its corners', () => {
    const { size, path } = qrCode('https://example.org/');
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x},${y}`));
    const finder = (left: number, top: number): boolean =>
      [0, 1, 2, 3, 4, 5, 6].every((at) => dark.has(`${left + at},${top}`) && dark.has(`${left},${top + at}`)) &&
      !dark.has(`${left + 1},${top + 1}`) &&
      dark.has(`${left + 3},${top + 3}`);
    expect([finder(4, 4), finder(size - 11, 4), finder(4, size - 11), finder(size - 11, size - 11)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    for (const place of dark) for (const at of place.split(',')) expect(Number(at)).toBeGreaterThanOrEqual(4);
  });

  it('cannot be drawn of what no code can hold', () => {
    expect(() => qrCode('x'.repeat(5000))).toThrow();
  });
});
