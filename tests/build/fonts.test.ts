// @vitest-environment node
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHARACTERS, cutFont, cutFonts, FALLBACK_METRICS, FONT_LICENCE } from '../../src/build/fonts.ts';
import { measuresOf } from '../../src/build/sfnt.ts';

const MOST_BYTES = 32_000;

/** The advances of Times, from its public metrics, in thousandths. */
const TIMES = {
  ' ': 250,
  a: 444,
  b: 500,
  c: 444,
  d: 500,
  e: 444,
  f: 333,
  g: 500,
  h: 500,
  i: 278,
  k: 500,
  l: 278,
  m: 778,
  n: 500,
  o: 500,
  p: 500,
  r: 333,
  s: 389,
  t: 278,
  u: 500,
  v: 500,
  w: 722,
  y: 500,
} as const satisfies Record<string, number>;

const SAMPLE =
  'each of them is right some of the time answer a few of these about your own case watch where it leans and leave with advice you could give to a friend';

let folder: string;
let names: Awaited<ReturnType<typeof cutFonts>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-fonts-'));
  names = await cutFonts(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

describe('cutFonts', () => {
  it('stays within the budget of both cuts together', async () => {
    const fonts = await Promise.all([names.roman, names.italic].map((name) => readFile(join(folder, name))));
    expect(fonts.map((font) => font.toString('latin1', 0, 4))).toEqual(['wOF2', 'wOF2']);
    expect(fonts.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('names each file after its content, the same every time', async () => {
    expect(names.roman).toMatch(/^newsreader-roman-[0-9a-f]{10}\.woff2$/);
    expect(names.italic).toMatch(/^newsreader-italic-[0-9a-f]{10}\.woff2$/);
    expect(await cutFonts(folder)).toEqual(names);
  });

  it('puts the licence beside them, and nothing else', async () => {
    expect((await readdir(folder)).sort()).toEqual([FONT_LICENCE, names.italic, names.roman].sort());
    expect(await readFile(join(folder, FONT_LICENCE), 'utf8')).toContain('SIL Open Font License');
  });
});

describe.each(['roman', 'italic'] as const)('the %s cut', (cut) => {
  it('holds every character that it promises', async () => {
    const { advance } = measuresOf(await cutFont(cut, 'sfnt'));
    expect([...CHARACTERS].filter((character) => advance(character) === undefined)).toEqual([]);
    expect(advance('Ж')).toBeUndefined();
  });

  it('is static, and carries no hinting', async () => {
    const font = await cutFont(cut, 'sfnt');
    const tags = Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
      font.toString('latin1', 12 + index * 16, 16 + index * 16),
    );
    expect(tags).toEqual(expect.arrayContaining(['GPOS', 'GSUB', 'glyf']));
    for (const tag of ['fvar', 'gvar', 'fpgm', 'prep', 'cvt ']) expect(tags).not.toContain(tag);
  });
});

describe('FALLBACK_METRICS', () => {
  it('makes Times as tall and as wide as the roman cut', async () => {
    const { ascent, descent, lineGap, advance } = measuresOf(await cutFont('roman', 'sfnt'));
    const widthOf = (measure: (letter: string) => number) =>
      [...SAMPLE].reduce((sum, letter) => sum + measure(letter), 0);
    const adjust =
      widthOf((letter) => advance(letter) ?? 0) / widthOf((letter) => TIMES[letter as keyof typeof TIMES] / 1000);
    const percent = (share: number) => share * 100;
    expect(Number.parseFloat(FALLBACK_METRICS['size-adjust'])).toBeCloseTo(percent(adjust), 0);
    expect(Number.parseFloat(FALLBACK_METRICS['ascent-override'])).toBeCloseTo(percent(ascent / 1.027), 1);
    expect(Number.parseFloat(FALLBACK_METRICS['descent-override'])).toBeCloseTo(percent(descent / 1.027), 1);
    expect(lineGap).toBe(0);
  });
});

describe('the stand-ins of the two cuts', () => {
  /** The advances of Times Italic where they differ from the upright ones, in thousandths. */
  const ITALIC = { a: 500, f: 278, k: 444, m: 722, r: 389, v: 444, w: 667, y: 444 } as const;
  const SLACK = 0.6;

  it.each([
    ['roman', TIMES],
    ['italic', { ...TIMES, ...ITALIC }],
  ] as const)('are as wide and as tall as they: %s', async (cut, advances) => {
    const tokens = await readFile('src/app/styles/tokens.css', 'utf8');
    const faces = [...tokens.matchAll(/@font-face \{[^}]*\}/g)].map(([face]) => face);
    const face = faces.find((candidate) => candidate.includes('italic') === (cut === 'italic')) ?? '';
    const stated = (name: string): number => Number.parseFloat(new RegExp(`${name}: ([\\d.]+)%`).exec(face)?.[1] ?? '');
    const { ascent, descent, advance } = measuresOf(await cutFont(cut, 'sfnt'));
    const widthOf = (measure: (letter: string) => number) =>
      [...SAMPLE].reduce((sum, letter) => sum + measure(letter), 0);
    const adjust =
      widthOf((letter) => advance(letter) ?? 0) / widthOf((letter) => advances[letter as keyof typeof TIMES] / 1000);
    expect(Math.abs(stated('size-adjust') - adjust * 100)).toBeLessThan(SLACK);
    expect(Math.abs(stated('ascent-override') - (ascent / adjust) * 100)).toBeLessThan(SLACK);
    expect(Math.abs(stated('descent-override') - (descent / adjust) * 100)).toBeLessThan(SLACK);
  });
});
