import type { Trail } from '../domain/answer.ts';
import type { Flow } from '../domain/flow.ts';
import type { Walk } from '../domain/walk.ts';
import { type ReadLink, resolveLink, type SetAside, toAddress, toFragment } from './share.ts';

// Answers in these links are hidden from the eye, and not locked: whoever has this code can read them. A code is
// a version, the length of its text in bytes, and then, masked, the text; a sum over all of it tells whether it arrived whole.

/** One person's answers, as a link brought them. */
export interface Opinion extends ReadLink {
  /** The name that was given; a text to be shown, and nothing else. */
  readonly name?: string;
  readonly walk: Walk;
}

/** Two people's answers to the same flow: whoever asked, then whoever was asked. */
export interface Pair {
  readonly first: Opinion;
  readonly second: Opinion;
}

/** What a fragment of a second opinion holds. */
export type OpinionLink =
  | { readonly kind: 'ask'; readonly code: string; readonly opinion: Opinion }
  | { readonly kind: 'pair'; readonly code: string; readonly pair: Pair }
  | { readonly kind: 'unreadable'; readonly setAside: readonly [SetAside] };

/** The names of two people, where they gave any. */
export interface Names {
  readonly first?: string;
  readonly second?: string;
}

type Kind = 'ask' | 'pair';

/** The longest name, in characters. */
export const LONGEST_NAME = 40;

const VERSION = '1';
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** How many digits hold the length. */
const LENGTH = 3;

/** Returns a name as it may travel: one line, no signs that cannot be seen, forty characters at most. */
export function cleanName(name: string): string {
  // Two of the signs that cannot be seen join letters, and some names are misspelt without them.
  const seen = name
    .slice(0, 20 * LONGEST_NAME)
    .replace(/(?!\u200c|\u200d|\t|\n)\p{C}/gu, '')
    .normalize('NFC')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .trim();
  return Array.from(seen).slice(0, LONGEST_NAME).join('').trim();
}

function toDigits(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.slice(at, at + 3);
    const group = (one << 16) | (two << 8) | three;
    const digits = Math.min(4, bytes.length - at + 1);
    for (let digit = 0; digit < digits; digit += 1) text += DIGITS[(group >> (18 - 6 * digit)) & 63];
  }
  return text;
}

function fromDigits(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  for (let at = 0; at < text.length; at += 4) {
    const group = [0, 1, 2, 3].reduce(
      (sum, digit) => (sum << 6) | Math.max(0, DIGITS.indexOf(text[at + digit] ?? 'A')),
      0,
    );
    for (let byte = 0; byte < 3; byte += 1) {
      const place = (at / 4) * 3 + byte;
      if (place < bytes.length) bytes[place] = (group >> (16 - 8 * byte)) & 255;
    }
  }
  return bytes;
}

/** Returns a number that any change of a text changes (FNV-1a, 32 bits, its bits mixed once more). */
function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return (sum ^ (sum >>> 13)) >>> 0;
}

/** Returns bytes under a mask that its seed decides, so that equal answers do not look alike; twice is not at all. */
function masked(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed | 1;
  return bytes.map((byte) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return byte ^ (state & 255);
  });
}

/** The flow and the kind are part of the sum, so that a code fits no other address. */
const sealOf = (flow: Flow, kind: Kind, text: string): number =>
  sumOf(new TextEncoder().encode(`${flow.id}\n${kind}\n${text}`));

function toCode(flow: Flow, kind: Kind, text: string): string {
  const bytes = new TextEncoder().encode(text);
  const sum = sealOf(flow, kind, text);
  const whole = new Uint8Array(4 + bytes.length);
  new DataView(whole.buffer).setUint32(0, sum);
  whole.set(masked(bytes, sum), 4);
  const length = [12, 6, 0].map((shift) => DIGITS[(bytes.length >> shift) & 63]).join('');
  return `${VERSION}${length}${toDigits(whole)}`;
}

/** Returns the code's text, or why it cannot be read. What stands behind a whole code is not part of it. */
function fromCode(
  flow: Flow,
  kind: Kind,
  code: string,
): { readonly text: string; readonly code: string } | 'cut-off' | 'altered' {
  if (code.length > 0 && !code.startsWith(VERSION)) return 'altered';
  if (code.length < 1 + LENGTH) return 'cut-off';
  const length = [...code.slice(1, 1 + LENGTH)].reduce((sum, digit) => (sum << 6) | DIGITS.indexOf(digit), 0);
  const end = 1 + LENGTH + Math.ceil(((4 + length) * 4) / 3);
  if (code.length < end) return 'cut-off';
  const whole = fromDigits(code.slice(1 + LENGTH, end));
  const sum = new DataView(whole.buffer).getUint32(0);
  const text = new TextDecoder().decode(masked(whole.slice(4), sum));
  return sealOf(flow, kind, text) === sum ? { text, code: code.slice(0, end) } : 'altered';
}

const part = (trail: Trail, name = ''): string => `${toFragment(trail)}\n${cleanName(name)}`;

/** Returns the address, below the base path, of a link that asks somebody else; these answers are hidden in it. */
export const toAsk = (flow: Flow, trail: Trail, name?: string): string =>
  `${toAddress(flow.id)}#ask=${toCode(flow, 'ask', part(trail, name))}`;

/** Returns the address, below the base path, of a link that holds both opinions. */
export const toPair = (flow: Flow, first: Trail, second: Trail, names: Names = {}): string =>
  `${toAddress(flow.id)}#pair=${toCode(flow, 'pair', `${part(first, names.first)}\n${part(second, names.second)}`)}`;

function opinionFrom(flow: Flow, fragment = '', name = ''): Opinion {
  const { answers, setAside, walk } = resolveLink(flow, fragment);
  const clean = cleanName(name);
  return { answers, setAside, walk, ...(clean === '' ? {} : { name: clean }) };
}

/** Returns what a code says; undefined where it is not one of this flow and kind. */
export function readAsk(flow: Flow, code: string): Opinion | undefined {
  const read = fromCode(flow, 'ask', code);
  return typeof read === 'string' ? undefined : opinionFrom(flow, ...read.text.split('\n'));
}

/** Returns the two opinions that a code holds; undefined where it is not one of this flow and kind. */
export function readPair(flow: Flow, code: string): Pair | undefined {
  const read = fromCode(flow, 'pair', code);
  if (typeof read === 'string') return undefined;
  const [first, firstName, second, secondName] = read.text.split('\n');
  return { first: opinionFrom(flow, first, firstName), second: opinionFrom(flow, second, secondName) };
}

const kindOf = (name: string | undefined): Kind | undefined =>
  name?.toLowerCase() === 'ask' ? 'ask' : name?.toLowerCase() === 'pair' ? 'pair' : undefined;

/** Reads a fragment (with or without `#`) of a second opinion; undefined where it is something else. */
export function readOpinionLink(flow: Flow, fragment: string): OpinionLink | undefined {
  const found = /^[#/!?\s]*(ask|pair)(?:=|%3d)(.*)$/is.exec(fragment.slice(0, 20_000));
  const kind = kindOf(found?.[1]);
  if (!found || !kind) return undefined;
  // What other programs add stands behind an `&`; what they break a long link with is no digit.
  const digits = (found[2] ?? '').replace(/(?:&|%26).*$/is, '').replace(/%[\da-f]{2}|[^\w-]/gi, '');
  const read = fromCode(flow, kind, digits);
  if (typeof read === 'string')
    return { kind: 'unreadable', setAside: [{ part: `${kind}=${digits.slice(0, 12)}…`, why: read }] };
  const { code } = read;
  const opinion = kind === 'ask' ? readAsk(flow, code) : undefined;
  if (opinion) return { kind: 'ask', code, opinion };
  const pair = readPair(flow, code);
  return pair
    ? { kind: 'pair', code, pair }
    : { kind: 'unreadable', setAside: [{ part: `${kind}=…`, why: 'altered' }] };
}
