import type { FontMeasures } from './sfnt.ts';

/** How a text is set: its size in pixels, the room between baselines and between letters as parts of that size. */
export interface Setting {
  readonly size: number;
  readonly leading: number;
  readonly tracking: number;
}

/** A text broken into lines at the size at which it fits. */
export interface SetText extends Setting {
  readonly lines: readonly string[];
}

/** Returns the width of a line in pixels; kerning, which mostly tightens, is left out. */
const widthOf = (line: string, font: FontMeasures, { size, tracking }: Setting): number =>
  [...line].reduce((sum, character) => sum + (font.advance(character) ?? 0.6) + tracking, 0) * size;

const breakInto = (words: readonly string[], width: number, measure: (line: string) => number): readonly string[] => {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** Returns a text in two lines that part after a comma or a full stop, the most even of those that fit. */
const partAtPause = (text: string, width: number, measure: (line: string) => number): readonly string[] | undefined => {
  const pauses = [...text.matchAll(/[,.:;?…] /g)].map(({ index }) => [text.slice(0, index + 1), text.slice(index + 2)]);
  const widest = (lines: readonly string[]): number => Math.max(...lines.map(measure));
  return pauses.filter((lines) => widest(lines) <= width).sort((one, other) => widest(one) - widest(other))[0];
};

/** Returns the lines of a text, as few as the width allows, and then parted at a pause or as even as those can be. */
export const balance = (text: string, width: number, measure: (line: string) => number): readonly string[] => {
  const words = text.split(' ').filter((word) => word !== '');
  const fewest = breakInto(words, width, measure);
  const parted = fewest.length === 2 ? partAtPause(text, width, measure) : undefined;
  if (parted) return parted;
  let even = fewest;
  for (let narrower = width - 4; narrower > 0; narrower -= 4) {
    const lines = breakInto(words, narrower, measure);
    if (lines.length > fewest.length || lines.some((line) => measure(line) > narrower)) break;
    even = lines;
  }
  return even;
};

/** A text does not fit its room even at the smallest size; pictures are redrawn with shorter words then. */
export class TextTooLong extends Error {
  override readonly name = 'TextTooLong';
}

/** The room a text has, and the sizes it may take, largest first. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
  readonly leading: number;
  readonly tracking: number;
}

/** Returns the text at the largest size at which it fits the room. */
export const fitted = (
  text: string,
  font: FontMeasures,
  { width, height, sizes, leading, tracking }: Room,
): SetText => {
  for (const size of sizes) {
    const setting = { size, leading, tracking };
    const measure = (line: string): number => widthOf(line, font, setting);
    const lines = balance(text, width, measure);
    if (lines.length * size * leading <= height && lines.every((line) => measure(line) <= width))
      return { ...setting, lines };
  }
  throw new TextTooLong(`“${text}” is too long for its picture.`);
};
