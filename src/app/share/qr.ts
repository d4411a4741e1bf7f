import { encode } from 'uqr';

/** A QR code: how many modules it is wide, its margin among them, and its dark modules as an SVG path. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The light margin that readers of such codes ask for, in modules. */
const MARGIN = 4;

/** From this length on, a code has less to spare for damage, so that its modules stay large enough for a screen. */
const LONG = 240;

/**
 * Returns the QR code of a text.
 * @throws where the text is longer than any code can hold.
 */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: text.length > LONG ? 'L' : 'M', border: MARGIN });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
