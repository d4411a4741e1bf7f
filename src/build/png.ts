import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
const OPAQUE = 0xff;

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

const channelsOf = (colour: number): readonly [number, number, number, number] => [
  colour >>> 24,
  (colour >>> 16) & 0xff,
  (colour >>> 8) & 0xff,
  colour & 0xff,
];

const distance = (one: number, other: number): number => {
  const there = channelsOf(other);
  return channelsOf(one).reduce((sum, value, index) => sum + (value - (there[index] ?? 0)) ** 2, 0);
};

/** Returns how often each colour occurs. Runs are counted at once, since these pictures are mostly flat. */
const countColours = (colours: Uint32Array): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (let start = 0, end = 0; start < colours.length; start = end) {
    const colour = colours[start] ?? 0;
    while (end < colours.length && colours[end] === colour) end++;
    counts.set(colour, (counts.get(colour) ?? 0) + end - start);
  }
  return counts;
};

/** Returns the rows of a PNG: a filter of none, then a place in the palette for each pixel. */
const rowsOf = (colours: Uint32Array, places: ReadonlyMap<number, number>, width: number): Buffer => {
  const rows = Buffer.alloc(colours.length + colours.length / width);
  let colour = -1;
  let place = 0;
  for (let index = 0; index < colours.length; index++) {
    if (colours[index] !== colour) {
      colour = colours[index] ?? 0;
      place = places.get(colour) ?? 0;
    }
    rows[index + Math.floor(index / width) + 1] = place;
  }
  return rows;
};

/** Returns RGBA pixels as a PNG with a palette: the commonest colours, the rest of them shown as the nearest of these. */
export const indexedPng = (pixels: Uint8Array, width: number, height: number): Uint8Array => {
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const colours = new Uint32Array(width * height);
  for (let index = 0; index < colours.length; index++) colours[index] = view.getUint32(index * 4);
  const commonest = [...countColours(colours)].sort(([one, many], [other, more]) => more - many || one - other);
  const palette = commonest.slice(0, MOST_COLOURS).map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const [colour] of commonest.slice(MOST_COLOURS)) {
    const nearest = palette.reduce((best, each) => (distance(each, colour) < distance(best, colour) ? each : best));
    places.set(colour, places.get(nearest) ?? 0);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const isOpaque = palette.every((colour) => (colour & OPAQUE) === OPAQUE);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channelsOf(colour).slice(0, 3)))),
    ...(isOpaque ? [] : [chunk('tRNS', Buffer.from(palette.map((colour) => colour & OPAQUE)))]),
    chunk('IDAT', deflateSync(rowsOf(colours, places, width), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
