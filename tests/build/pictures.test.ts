// @vitest-environment node
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DARK_INKS, INKS } from '../../src/build/inks.ts';
import { PICTURE_SIZE, type Picture, picture, rasterise } from '../../src/build/pictures.ts';
import { indexedPng } from '../../src/build/png.ts';
import { balance, TextTooLong } from '../../src/build/typeset.ts';

const MOST_BYTES = 60_000;
const ENDS = { closed: 'Leave it', open: 'Accept' };
const FLOW = 'Should I accept this coworker’s request?';
const verdict = (title: string, side: 'closed' | 'open' | 'neither'): Picture => ({
  kind: 'verdict',
  title,
  flow: FLOW,
  side,
  ends: ENDS,
});

const PICTURES: readonly Picture[] = [
  {
    kind: 'home',
    title: 'A difficult colleague asks to connect. Do you say yes?',
    ends: { closed: 'No.', open: 'Well… probably yes.' },
  },
  { kind: 'flow', title: FLOW, ends: ENDS },
  verdict('Leave it, and say why in person.', 'closed'),
  verdict('Accept, with boundaries.', 'open'),
  verdict('Leave it open, and get to know them.', 'neither'),
  { kind: 'neutral', title: FLOW },
  { kind: 'neutral', title: 'A result', flow: FLOW },
];

/** Reads a PNG with a palette and without filters back into a function from a place to its colour. */
const read = (png: Uint8Array) => {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const part = (name: string): Buffer => chunks.get(name) ?? Buffer.alloc(0);
  const [width, height] = [part('IHDR').readUInt32BE(0), part('IHDR').readUInt32BE(4)];
  const rows = inflateSync(part('IDAT'));
  const colourAt = (x: number, y: number): string => {
    const place = rows[y * (width + 1) + 1 + x] ?? 0;
    return `#${part('PLTE').toString('hex', place * 3, place * 3 + 3)}`;
  };
  return { width, height, colourAt, alphas: part('tRNS') };
};

describe('picture', () => {
  it.each(PICTURES)('draws a small PNG of the size that chats ask for: $kind, $title', async (shown) => {
    const png = await picture(shown);
    const { width, height } = read(png);
    expect({ width, height }).toEqual(PICTURE_SIZE);
    expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('gives the larger field to the side of the verdict', async () => {
    const [left, middle, right] = [20, 600, 1180];
    const coloursOf = async (side: 'closed' | 'open' | 'neither') => {
      const { colourAt } = read(await picture(verdict('Wait.', side)));
      return [left, middle, right].map((x) => colourAt(x, 20));
    };
    expect(await coloursOf('closed')).toEqual([INKS.closedField, INKS.closedField, INKS.openField]);
    expect(await coloursOf('open')).toEqual([INKS.closedField, INKS.openField, INKS.openField]);
    expect(await coloursOf('neither')).toEqual([INKS.paper, INKS.paper, INKS.paper]);
  });

  it('draws its words with the site’s own cuts', async () => {
    const words = '<text x="10" y="80" font-family="Newsreader" font-size="80">Words</text>';
    const inked = async (content: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#ffffff"/>${content}</svg>`;
      const { colourAt } = read(await rasterise(svg, 300));
      return Array.from({ length: 300 * 100 }, (_, at) => colourAt(at % 300, Math.floor(at / 300))).filter(
        (c) => c !== '#ffffff',
      ).length;
    };
    expect(await inked('')).toBe(0);
    const roman = await inked(words);
    const italic = await inked(words.replace('<text', '<text font-style="italic"'));
    expect(roman).toBeGreaterThan(1000);
    expect(italic).toBeGreaterThan(1000);
    expect(italic).not.toBe(roman);
  });

  it('refuses a title that would not fit', async () => {
    await expect(picture({ kind: 'neutral', title: 'a very long title '.repeat(20) })).rejects.toThrow(TextTooLong);
  });
});

describe('balance', () => {
  const measure = (line: string) => line.length * 10;

  it('takes as few lines as fit, and makes them even', () => {
    expect(balance('one two three four', 1000, measure)).toEqual(['one two three four']);
    expect(balance('aaa bbb ccc ddd', 120, measure)).toEqual(['aaa bbb', 'ccc ddd']);
  });

  it('parts two lines at a pause where both fit', () => {
    expect(balance('Go, and then we will see', 210, measure)).toEqual(['Go,', 'and then we will see']);
    expect(balance('Wait, then ask them once more', 150, measure)).toEqual(['Wait, then ask', 'them once more']);
  });
});

describe('indexedPng', () => {
  it('keeps what is transparent transparent', () => {
    const pixels = Uint8Array.from([255, 0, 0, 255, 0, 0, 0, 0]);
    expect([...read(indexedPng(pixels, 2, 1)).alphas].sort()).toEqual([0, 255].sort());
  });

  it('shows the rarest colours as the nearest of the others', () => {
    const many = Array.from({ length: 300 }, (_, index) => [index % 256, index < 256 ? 0 : 1, 0, 255]).flat();
    const twice = [...many.slice(0, 1024), ...many];
    const { colourAt } = read(indexedPng(Uint8Array.from(twice), twice.length / 4, 1));
    expect(colourAt(256 + 256, 0)).toBe('#000000');
    expect(colourAt(7, 0)).toBe('#070000');
  });
});

/** Returns the sRGB colour that a browser shows for `oklch(…)`. */
const hexOf = (lightness: number, chroma: number, hue: number): string => {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const shown = linear.map((each) => (each <= 0.0031308 ? 12.92 * each : 1.055 * each ** (1 / 2.4) - 0.055));
  return `#${shown
    .map((each) =>
      Math.round(Math.min(1, Math.max(0, each)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};

describe('the inks', () => {
  const tokens = readFileSync('src/app/styles/tokens.css', 'utf8');
  const tokenOf = (name: string): readonly string[] => {
    const line = new RegExp(`--${name}:([^;]*);`).exec(tokens)?.[1] ?? '';
    return [...line.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, l, c, h]) =>
      hexOf(Number(l), Number(c), Number(h)),
    );
  };

  it.each([
    ['paper', INKS.paper],
    ['ink', INKS.ink],
    ['ink-2', INKS.dim],
    ['line', INKS.line],
    ['closed-field', INKS.closedField],
    ['closed-on-field', INKS.onClosed],
    ['closed-mark', INKS.closedMark],
    ['open-field', INKS.openField],
    ['open-on-field', INKS.onOpen],
    ['open-mark', INKS.openMark],
  ])('are the tokens of the site: %s', (name, ink) => {
    expect(tokenOf(name)[0]).toBe(ink);
  });

  it('are the tokens in the dark, too', () => {
    expect(tokenOf('paper')[1]).toBe(DARK_INKS.paper);
    expect(tokenOf('closed-mark')[1]).toBe(DARK_INKS.closedMark);
    expect(tokenOf('open-mark')[1]).toBe(DARK_INKS.openMark);
  });
});
