/** What a font file says about its own measures, in parts of the font size. */
export interface FontMeasures {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** Returns how far a character advances, or undefined where the font does not have it. */
  readonly advance: (character: string) => number | undefined;
}

const tableIn = (font: Buffer, tag: string): Buffer => {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    const start = font.readUInt32BE(record + 8);
    if (font.toString('latin1', record, record + 4) === tag)
      return font.subarray(start, start + font.readUInt32BE(record + 12));
  }
  throw new Error(`The font has no table ${tag}.`);
};

/** Returns the glyph of a character in a `cmap` table of format 4, or 0 for none. */
const glyphOf = (cmap: Buffer, code: number): number => {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const doubled = table.readUInt16BE(6);
    for (let segment = 0; segment < doubled; segment += 2) {
      const start = table.readUInt16BE(16 + doubled + segment);
      if (code > table.readUInt16BE(14 + segment) || code < start) continue;
      const delta = table.readUInt16BE(16 + 2 * doubled + segment);
      const rangeAt = 16 + 3 * doubled + segment;
      const range = table.readUInt16BE(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = table.readUInt16BE(rangeAt + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  return 0;
};

/** Reads the measures of an uncompressed font file. */
export const measuresOf = (font: Buffer): FontMeasures => {
  const unit = tableIn(font, 'head').readUInt16BE(18);
  const heights = tableIn(font, 'hhea');
  const widths = tableIn(font, 'hmtx');
  const cmap = tableIn(font, 'cmap');
  const lastWidth = heights.readUInt16BE(34) - 1;
  return {
    ascent: heights.readInt16BE(4) / unit,
    descent: -heights.readInt16BE(6) / unit,
    lineGap: heights.readInt16BE(8) / unit,
    advance: (character) => {
      const glyph = glyphOf(cmap, character.codePointAt(0) ?? 0);
      return glyph === 0 ? undefined : widths.readUInt16BE(4 * Math.min(glyph, lastWidth)) / unit;
    },
  };
};
