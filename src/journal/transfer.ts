import { type Answer, questionOf } from '../domain/answer.ts';
import type { Openness, Side } from '../domain/flow.ts';
import { type Entry, type Journal, type KeptAnswer, type KeptLine, nameOf, newestFirst, type Rule } from './entry.ts';
import { broughtUp, VERSION } from './versions.ts';

/** What a saved copy calls itself. */
const FORMAT = 'counterpoint-journal';

/** The largest file that is read, in bytes. */
export const LARGEST = 5 * 1024 * 1024;

/** Returns a journal as the text of a saved copy; `schema` is the address of the description of such files. */
export const toCopy = ({ entries, rule }: Journal, saved: Date, schema: string): string =>
  `${JSON.stringify(
    { format: FORMAT, version: VERSION, $schema: schema, saved: saved.toISOString(), rule, entries },
    null,
    2,
  )}\n`;

/** Why a file cannot be used. */
export type Misfit = 'too-large' | 'empty' | 'cut-off' | 'unreadable' | 'foreign' | 'newer' | 'damaged';

/** What could be read of a file: a journal, or why not. */
export type ReadCopy =
  | { readonly journal: Journal }
  /** `entry` is the number of the first entry that is not as it should be, counted from 1. */
  | { readonly misfit: Misfit; readonly entry?: number };

/** Tells that a value is not what it should be; caught in this module. */
class Damaged extends Error {}

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

function check(holds: boolean): asserts holds {
  if (!holds) throw new Damaged();
}

function text(value: unknown, most: number): string {
  check(typeof value === 'string' && value.length <= most);
  // Nothing below a line break is of any use, and some of it hides what follows. What is pasted into a note may have it.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there.
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');
}

function list<T>(value: unknown, most: number, read: (item: unknown) => T): readonly T[] {
  check(Array.isArray(value) && value.length <= most);
  return (value as readonly unknown[]).map(read);
}

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ANSWER = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;
const ID = /^[0-9a-z-]{8,64}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function matching(value: unknown, pattern: RegExp, most = 120): string {
  const found = text(value, most);
  check(pattern.test(found));
  return found;
}

function moment(value: unknown): string {
  const found = text(value, 40);
  const time = Date.parse(found);
  check(Number.isFinite(time));
  // Written as every other moment is, so that moments compare as text.
  return new Date(time).toISOString();
}

function day(value: unknown): string | null {
  if (value === null) return null;
  const found = matching(value, DAY);
  check(Number.isFinite(Date.parse(found)));
  return found;
}

function flag(value: unknown): boolean {
  check(typeof value === 'boolean');
  return value;
}

function count(value: unknown): number {
  check(typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1000);
  return value;
}

const answer = (value: unknown): Answer => matching(value, ANSWER) as Answer;

function answers(value: unknown): readonly Answer[] {
  const found = list(value, 60, answer);
  check(new Set(found.map(questionOf)).size === found.length);
  return found;
}

function side(value: unknown): Side | null {
  check(value === null || value === 'closed' || value === 'open');
  return value;
}

function openness(value: unknown): Openness | null {
  check(value === null || value === 0 || value === 1 || value === 2 || value === 3 || value === 4);
  return value;
}

function line(value: unknown): KeptLine {
  check(isRaw(value));
  return { voice: text(value['voice'], 200), text: text(value['text'], 4000) };
}

function keptAnswer(value: unknown): KeptAnswer {
  check(isRaw(value));
  return { id: answer(value['id']), question: text(value['question'], 400), answer: text(value['answer'], 400) };
}

function words(value: unknown): Entry['words'] {
  check(isRaw(value));
  return {
    title: text(value['title'], 400),
    short: text(value['short'], 400),
    headline: text(value['headline'], 400),
    gist: text(value['gist'], 4000),
    rule: text(value['rule'], 1000),
    reasons: list(value['reasons'], 60, line),
    dissent: list(value['dissent'], 10, line),
    answers: list(value['answers'], 60, keptAnswer),
  };
}

function entry(value: unknown, version: number): Entry {
  check(isRaw(value));
  const raw = broughtUp(value, version);
  const counts = raw['counts'];
  check(isRaw(counts));
  const found: Entry = {
    id: matching(raw['id'], ID),
    flow: matching(raw['flow'], SLUG),
    answers: answers(raw['answers']),
    verdict: matching(raw['verdict'], SLUG),
    openness: openness(raw['openness']),
    side: side(raw['side']),
    isSettled: flag(raw['isSettled']),
    counts: { closed: count(counts['closed']), open: count(counts['open']) },
    kept: moment(raw['kept']),
    nickname: text(raw['nickname'], 200),
    note: text(raw['note'], 10_000),
    lookAgain: day(raw['lookAgain']),
    isException: flag(raw['isException']),
    words: words(raw['words']),
  };
  check(found.words.answers.every(({ id }) => found.answers.includes(id)));
  return found;
}

function ruleIn(value: unknown): Rule | null {
  if (value === null || value === undefined) return null;
  check(isRaw(value));
  return { answers: answers(value['answers']), text: text(value['text'], 20_000), written: moment(value['written']) };
}

/** The most entries that a file may hold; nobody has decided so much. */
const MOST_ENTRIES = 5000;

function journalIn(raw: Raw, version: number): ReadCopy {
  const found = raw['entries'];
  if (!Array.isArray(found) || found.length > MOST_ENTRIES) return { misfit: 'damaged' };
  const entries: Entry[] = [];
  for (const [index, value] of found.entries()) {
    try {
      entries.push(entry(value, version));
    } catch {
      return { misfit: 'damaged', entry: index + 1 };
    }
  }
  if (new Set(entries.map(({ id }) => id)).size < entries.length) return { misfit: 'damaged' };
  try {
    return { journal: { entries: newestFirst(entries), rule: ruleIn(raw['rule']) } };
  } catch {
    return { misfit: 'damaged' };
  }
}

/** Reads a saved copy. Nothing in it is trusted: every value is looked at, and what is not known is left behind. */
export function readCopy(content: string): ReadCopy {
  // A byte-order mark is what some editors put in front.
  const plain = content.replace(/^\uFEFF/, '').trim();
  if (plain.length > LARGEST) return { misfit: 'too-large' };
  if (plain === '') return { misfit: 'empty' };
  let raw: unknown;
  try {
    raw = JSON.parse(plain);
  } catch {
    const isOurs = plain.startsWith('{') && plain.slice(0, 200).includes(`"${FORMAT}"`);
    return { misfit: isOurs ? 'cut-off' : 'unreadable' };
  }
  if (!isRaw(raw) || raw['format'] !== FORMAT) return { misfit: 'foreign' };
  const version = raw['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { misfit: 'damaged' };
  return version > VERSION ? { misfit: 'newer' } : journalIn(raw, version);
}

/** Reads a file that the reader has chosen; one that is too large is not opened at all. */
export async function readFile(file: Blob): Promise<ReadCopy> {
  if (file.size > LARGEST) return { misfit: 'too-large' };
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { misfit: 'unreadable' };
  }
  return readCopy(content);
}

/** What a saved copy would change, entry by entry. */
export interface Comparison {
  /** Entries that are not here. */
  readonly adds: readonly Entry[];
  /** Entries that are here as they are in the copy. */
  readonly same: readonly Entry[];
  /** Entries that are here otherwise. */
  readonly differs: readonly { readonly here: Entry; readonly there: Entry }[];
  readonly rule: 'none' | 'adds' | 'same' | 'differs';
}

/** Returns a value as text that is the same for the same content, whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isRaw(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/** Returns what a saved copy would add to a journal, what that has already, and what differs; entries meet by their id. */
export function compareCopy(here: Journal, there: Journal): Comparison {
  const byId = new Map(here.entries.map((one) => [one.id, one]));
  const met = there.entries.map((one) => ({ there: one, here: byId.get(one.id) }));
  const isSame = (one: unknown, other: unknown) => canonical(one) === canonical(other);
  return {
    adds: met.flatMap((one) => (one.here ? [] : [one.there])),
    same: met.flatMap((one) => (one.here && isSame(one.here, one.there) ? [one.there] : [])),
    differs: met.flatMap((one) =>
      one.here && !isSame(one.here, one.there) ? [{ here: one.here, there: one.there }] : [],
    ),
    rule:
      there.rule === null ? 'none' : here.rule === null ? 'adds' : isSame(here.rule, there.rule) ? 'same' : 'differs',
  };
}

/** Returns text as markdown that reads the same: what markdown would take for a sign of its own is escaped. */
const plainly = (words: string): string =>
  words
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+>]|\d+[.)])/gm, '$1\\$2')
    .replace(/\n/g, '  \n');

const onDay = (written: string): string =>
  new Date(written.length === 10 ? `${written}T12:00` : written).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

const bullet = ({ voice, text: words }: KeptLine): string => `- ${plainly(voice)}: ${plainly(words)}`;

function asMarkdown(one: Entry): string {
  const { words: told, lookAgain, note, kept, isException } = one;
  const parts = [
    `## ${plainly(nameOf(one))}`,
    `${onDay(kept)}. ${plainly(told.title)}`,
    `**${plainly(told.headline)}** ${plainly(told.gist)}`,
    ...(told.rule ? [`What decided it: ${plainly(told.rule)}`] : []),
    ...(told.reasons.length > 0 ? [`Why:\n\n${told.reasons.map(bullet).join('\n')}`] : []),
    ...(told.dissent.length > 0 ? [`What spoke against it:\n\n${told.dissent.map(bullet).join('\n')}`] : []),
    `Answers:\n\n${told.answers.map(({ question, answer: said }) => `- ${plainly(question)} ${plainly(said)}`).join('\n')}`,
    ...(note ? [`Note:\n\n${plainly(note)}`] : []),
    ...(isException ? ['An exception to my rule.'] : []),
    ...(lookAgain ? [`Look again on ${onDay(lookAgain)}.`] : []),
  ];
  return parts.join('\n\n');
}

/** Returns a journal as markdown to read, with everything in it. */
export function toMarkdown({ entries, rule }: Journal): string {
  const parts = ['# My journal', ...(rule ? [`## My rule\n\n${rule.text}`] : []), ...entries.map(asMarkdown)];
  return `${parts.join('\n\n')}\n`;
}
