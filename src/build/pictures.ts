import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { type Cut, cutFont, cutFontFile } from './fonts.ts';
import { INKS } from './inks.ts';
import { indexedPng } from './png.ts';
import { type FontMeasures, measuresOf } from './sfnt.ts';
import { fitted, type Room, type SetText } from './typeset.ts';

/** The words at the two ends of a flow's axis. */
export interface Ends {
  readonly closed: string;
  readonly open: string;
}

/** What a preview picture shows. None of these can hold an answer. */
export type Picture =
  | { readonly kind: 'home' | 'flow'; readonly title: string; readonly ends: Ends }
  | {
      readonly kind: 'verdict';
      readonly title: string;
      readonly flow: string;
      readonly side: 'closed' | 'open' | 'neither';
      readonly ends: Ends;
    }
  | { readonly kind: 'neutral'; readonly title: string; readonly flow?: string };

/** The size of every preview picture, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

const { width: WIDTH, height: HEIGHT } = PICTURE_SIZE;
const MARGIN = 72;
const GAP = 56;
const SEAMS = { closed: 0.7, open: 0.3, neither: 0.5 } as const;

type Faces = Readonly<Record<Cut, FontMeasures>>;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const rectangle = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

const square = (x: number, y: number, size: number, fill: string): string => rectangle(x, y, size, size, fill);

const ring = (x: number, y: number, size: number, stroke: string, fill = 'none'): string => {
  const line = size * 0.14;
  return `<circle cx="${x + size / 2}" cy="${y + size / 2}" r="${(size - line) / 2}" fill="${fill}" stroke="${stroke}" stroke-width="${line}"/>`;
};

interface Placed {
  readonly x: number;
  readonly baseline: number;
  readonly fill: string;
  readonly cut?: Cut;
}

/** Returns lines of text, the first on the given baseline. */
const drawn = ({ lines, size, leading, tracking }: SetText, { x, baseline, fill, cut = 'roman' }: Placed): string =>
  lines
    .map((line, index) => {
      const y = baseline + index * size * leading;
      const style = cut === 'italic' ? ' font-style="italic"' : '';
      return `<text x="${x}" y="${y}" font-size="${size}"${style} letter-spacing="${size * tracking}" fill="${fill}">${escaped(line)}</text>`;
    })
    .join('');

const sized = (text: string, size: number, tracking = -0.01): SetText => ({
  lines: [text],
  size,
  leading: 1,
  tracking,
});

const TOP = 56;

const wordmark = (x: number, marks: string, ink: string): string =>
  marks + drawn(sized('Counterpoint', 40, -0.015), { x: x + 78, baseline: TOP + 28, fill: ink });

const inkedWordmark = (): string =>
  wordmark(
    MARGIN,
    square(MARGIN, TOP, 28, INKS.closedMark) + ring(MARGIN + 34, TOP, 28, INKS.openMark, INKS.openField),
    INKS.ink,
  );

const plainWordmark = (x: number, ink: string): string =>
  wordmark(x, square(x, TOP, 28, ink) + ring(x + 34, TOP, 28, ink), ink);

const sizes = (largest: number, smallest: number): readonly number[] =>
  Array.from({ length: Math.floor((largest - smallest) / 2) + 1 }, (_, index) => largest - 2 * index);

const room = (width: number, height: number, largest: number, smallest: number, leading: number): Room => ({
  width,
  height,
  sizes: sizes(largest, smallest),
  leading,
  tracking: largest > 80 ? -0.028 : -0.018,
});

/** The two fields that meet at the seam, over a part of the height. */
const fields = (seam: number, top: number): string =>
  rectangle(0, top, seam, HEIGHT - top, INKS.closedField) +
  rectangle(seam, top, WIDTH - seam, HEIGHT - top, INKS.openField);

/** The words of both ends, as large as the longer one allows, on one baseline at the foot of the fields. */
const endsOf = ({ closed, open }: Ends, faces: Faces, top: number): string => {
  const half = WIDTH / 2;
  const space = HEIGHT - top - 2 * 48 - 40;
  const set = (text: string, cut: Cut): SetText =>
    fitted(text, faces[cut], room(half - MARGIN - GAP, space, 112, 44, 0.98));
  const [left, right] = [set(closed, 'roman'), set(open, 'italic')];
  const baselineOf = ({ lines, size, leading }: SetText): number => HEIGHT - 64 - (lines.length - 1) * size * leading;
  return (
    square(MARGIN, top + 40, 24, INKS.onClosed) +
    drawn(left, { x: MARGIN, baseline: baselineOf(left), fill: INKS.onClosed }) +
    ring(half + GAP, top + 40, 24, INKS.onOpen) +
    drawn(right, { x: half + GAP, baseline: baselineOf(right), fill: INKS.onOpen, cut: 'italic' })
  );
};

const question = ({ title, ends }: { title: string; ends: Ends }, faces: Faces): string => {
  const top = 350;
  const set = fitted(title, faces.roman, room(WIDTH - 2 * MARGIN, 176, 80, 48, 1.08));
  const baseline = 138 + set.size * 0.78 + (set.lines.length === 1 ? 36 : 0);
  return (
    inkedWordmark() +
    drawn(set, { x: MARGIN, baseline, fill: INKS.ink }) +
    fields(WIDTH / 2, top) +
    endsOf(ends, faces, top)
  );
};

interface Foot {
  readonly text: string;
  readonly side: 'closed' | 'open';
  readonly x: number;
  readonly width: number;
  readonly largest: number;
}

/** A line at the foot of a field: the side's mark, and words beside it that may take two lines. */
const foot = ({ text, side, x, width, largest }: Foot, faces: Faces): string => {
  const isClosed = side === 'closed';
  const cut = isClosed ? 'roman' : 'italic';
  const fill = isClosed ? INKS.onClosed : INKS.onOpen;
  const size = Math.round(largest * 0.62);
  const set = fitted(text, faces[cut], room(width - size * 1.6, largest * 2.4, largest, 22, 1.12));
  const baseline = HEIGHT - 64 - (set.lines.length - 1) * set.size * set.leading;
  const mark = isClosed ? square : ring;
  return mark(x, baseline - size + 1, size, fill) + drawn(set, { x: x + size * 1.6, baseline, fill, cut });
};

type Verdict = Extract<Picture, { readonly kind: 'verdict' }>;

/** A verdict that takes neither side: its words on paper, both fields below at equal width. */
const undecided = ({ title, flow, ends }: Verdict, faces: Faces): string => {
  const set = fitted(title, faces.roman, room(WIDTH - 2 * MARGIN, 200, 96, 48, 1.02));
  const baseline = 200 + set.size * 0.74 - (set.lines.length - 1) * set.size * 0.28;
  const label = fitted(flow, faces.roman, room(WIDTH - 2 * MARGIN, 40, 32, 22, 1));
  const half = WIDTH / 2;
  const width = half - MARGIN - GAP;
  return (
    inkedWordmark() +
    drawn(set, { x: MARGIN, baseline, fill: INKS.ink }) +
    drawn(label, { x: MARGIN, baseline: 432, fill: INKS.dim }) +
    fields(half, 486) +
    foot({ text: ends.closed, side: 'closed', x: MARGIN, width, largest: 48 }, faces) +
    foot({ text: ends.open, side: 'open', x: half + GAP, width, largest: 48 }, faces)
  );
};

/** A verdict that takes a side: the larger field carries it, the smaller one keeps the other end's words. */
const decided = ({ title, flow, side, ends }: Verdict, faces: Faces): string => {
  const isClosed = side === 'closed';
  const seam = Math.round(WIDTH * (isClosed ? SEAMS.closed : SEAMS.open));
  const left = { x: MARGIN, width: seam - MARGIN - GAP / 2 };
  const right = { x: seam + GAP, width: WIDTH - seam - GAP - MARGIN / 2 };
  const [wide, narrow] = isClosed ? [left, right] : [right, left];
  const cut = isClosed ? 'roman' : 'italic';
  const fill = isClosed ? INKS.onClosed : INKS.onOpen;
  const set = fitted(title, faces[cut], room(wide.width, 300, 124, 56, 1));
  const baseline = 324 + set.size * 0.33 - (set.lines.length - 1) * set.size * 0.5;
  return (
    fields(seam, 0) +
    plainWordmark(wide.x, fill) +
    drawn(set, { x: wide.x, baseline, fill, cut }) +
    foot({ text: flow, side: isClosed ? 'closed' : 'open', ...wide, largest: 32 }, faces) +
    foot(
      { text: isClosed ? ends.open : ends.closed, side: isClosed ? 'open' : 'closed', ...narrow, largest: 32 },
      faces,
    )
  );
};

const neutral = ({ title, flow }: { title: string; flow?: string }, faces: Faces): string => {
  const set = fitted(title, faces.roman, room(WIDTH - 2 * MARGIN, 210, 88, 48, 1.08));
  const baseline = 210 + set.size * 0.74 - (set.lines.length - 1) * set.size * 0.28;
  const label =
    flow === undefined
      ? ''
      : drawn(fitted(flow, faces.roman, room(WIDTH - 2 * MARGIN, 40, 32, 22, 1)), {
          x: MARGIN,
          baseline: 424,
          fill: INKS.dim,
        });
  return inkedWordmark() + drawn(set, { x: MARGIN, baseline, fill: INKS.ink }) + label + fields(WIDTH / 2, 504);
};

const bodyOf = (picture: Picture, faces: Faces): string => {
  if (picture.kind === 'neutral') return neutral(picture, faces);
  if (picture.kind !== 'verdict') return question(picture, faces);
  return picture.side === 'neither' ? undecided(picture, faces) : decided(picture, faces);
};

/** Returns a preview picture as SVG, its text still text. */
const drawing = (picture: Picture, faces: Faces): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Newsreader">` +
  `${rectangle(0, 0, WIDTH, HEIGHT, INKS.paper)}${bodyOf(picture, faces)}</svg>`;

/** Returns an SVG as a PNG, its text drawn with the site's own cuts and no font of this machine. */
export const rasterise = async (svg: string, width: number): Promise<Uint8Array> => {
  const fontFiles = await Promise.all([cutFontFile('roman', 'sfnt'), cutFontFile('italic', 'sfnt')]);
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Newsreader' },
    fitTo: { mode: 'width', value: width },
  }).render();
  return indexedPng(image.pixels, image.width, image.height);
};

const cacheFolder = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/counterpoint/pictures');

/** Returns what `make` makes, or what it made before for the same key. */
const kept = async (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
  const file = join(cacheFolder, `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.png`);
  const known = await readFile(file).catch(() => undefined);
  if (known) return known;
  const made = await make();
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, made);
  await rename(unfinished, file);
  return made;
};

const facesOf = async (): Promise<Faces> => {
  const [roman, italic] = await Promise.all([cutFont('roman', 'sfnt'), cutFont('italic', 'sfnt')]);
  return { roman: measuresOf(roman), italic: measuresOf(italic) };
};

let faces: Promise<Faces> | undefined;

/** Returns a preview picture as a PNG of 1200 × 630 pixels; the same picture is drawn once, then kept in a cache. */
export const picture = async (shown: Picture): Promise<Uint8Array> => {
  faces ??= facesOf();
  const svg = drawing(shown, await faces);
  // The paths of the cuts carry a hash of how they were cut, so a new cut makes new pictures.
  const fonts = await Promise.all([cutFontFile('roman', 'sfnt'), cutFontFile('italic', 'sfnt')]);
  return kept([svg, ...fonts.map((path) => basename(path))].join('\n'), () => rasterise(svg, WIDTH));
};
