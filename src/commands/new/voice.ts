import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lean } from '../../domain/claim.ts';
import { UnusableOption } from '../options.ts';
import { capital, inWords, quoted, slug } from './names.ts';
import type { Change } from './transaction.ts';

/** What an example voice is made from. */
export interface VoiceWish {
  readonly id: string;
  readonly name: string;
  /** The source it comes from; written as an example too where there is none yet. */
  readonly source: string;
  /** The flow in whose views it speaks first. */
  readonly flow: string;
}

/**
 * Returns the id of a voice that may be written.
 * @throws UnusableOption where it is no id, or is taken.
 */
export function newVoiceId(root: string, id: string): string {
  slug(id, 'voice');
  if (existsSync(join(root, `content/voices/${id}.md`)))
    throw new UnusableOption(`There is a voice “${id}” already: choose another id.`);
  return id;
}

/** Returns how a voice is called in short: by the first word of its name, “The” left out of account. */
const shortOf = (name: string): string => /^(?:The )?\S+/.exec(name)?.[0] ?? name;

/** Returns the name of a voice that nobody has named yet. */
export const voiceName = (id: string): string => capital(inWords(id));

/** A view that an example voice holds. */
interface View {
  readonly id: string;
  readonly leans: Lean;
}

const FIRST: View = { id: 'first-view', leans: 'pause' };

const claimLines = ({ id, leans }: View): string => `  ${id}:
    leans: ${leans}
    title: A view in three to eight words
    line: Say here what this voice would say to you.
    practice: Say here, in our own words, what one can do about it today.`;

const voiceFile = ({ name, source }: VoiceWish, views: readonly View[]): string => `---
name: ${quoted(name)}
short: ${quoted(shortOf(name))}
role: say here in a few words who this is
standing: unnamed
source: ${source}
claims:
${views.map(claimLines).join('\n')}
---
Say here who this voice is, where it speaks and how it is known. If it is unnamed, or known at second hand, say so.
${views
  .map(({ id }) => `\n## ${id}\nSay here, in your own words, what this voice holds. Add nothing that it did not say.\n`)
  .join('')}`;

const sourceFile = (name: string): string => `---
title: ${quoted(`Where ${name} speaks`)}
kind: Say here what kind of text it is
author: unnamed
took: Say here what we took from it.
quality: Say here how far one can trust it.
---
`;

/** Returns the views of a flow with one more voice among the others. */
export function withOther(views: string, file: string, { id, name }: VoiceWish): string {
  const entry = `  - { voice: ${id}, text: ${quoted(`Say here, in twenty to forty-five words, what ${name} adds to it.`)}, claims: [${id}/${FIRST.id}] }`;
  const lines = views.split('\n');
  const at = lines.findIndex((line) => /^others:/.test(line));
  const next = lines.findIndex((line, index) => index > at && /^(?:[a-z]|---)/.test(line));
  const isEmpty = /^others:\s*\[\s*\]\s*$/.test(lines[at] ?? '');
  if (at === -1 || next === -1 || !(isEmpty || /^others:\s*$/.test(lines[at] ?? '')))
    throw new UnusableOption(
      `${file} is not laid out as this command expects: “others:”, and below it a line a voice.`,
    );
  return [...lines.slice(0, at), 'others:', ...lines.slice(at + 1, next), entry, ...lines.slice(next)].join('\n');
}

const filesOf = (root: string, wish: VoiceWish, views: readonly View[]): readonly Change[] => {
  slug(wish.source, 'source');
  const source = `content/sources/${wish.source}.md`;
  return [
    { path: `content/voices/${wish.id}.md`, text: voiceFile(wish, views) },
    ...(existsSync(join(root, source)) ? [] : [{ path: source, text: sourceFile(wish.name) }]),
  ];
};

/** Returns the files of an example voice: its own, its source’s if that is new, and the views in which it speaks. */
export function voiceChanges(root: string, wish: VoiceWish): readonly Change[] {
  const views = `content/flows/${wish.flow}/views.md`;
  return [
    ...filesOf(root, wish, [FIRST]),
    { path: views, text: withOther(readFileSync(join(root, views), 'utf8'), views, wish) },
  ];
}

/** An example voice that is written together with the flow whose side it takes. */
export interface SideVoice {
  readonly id: string;
  readonly short: string;
  readonly claims: readonly [string, string];
  readonly changes: readonly Change[];
}

/** Returns an example voice with two views on its side, both of which an example flow raises. */
export function sideVoice(root: string, id: string, leans: 'closed' | 'open'): SideVoice {
  const name = voiceName(newVoiceId(root, id));
  const views: readonly [View, View] = [
    { id: 'first-view', leans },
    { id: 'second-view', leans },
  ];
  const changes = filesOf(root, { id, name, source: id, flow: '' }, views);
  return { id, short: shortOf(name), claims: [`${id}/${views[0].id}`, `${id}/${views[1].id}`], changes };
}
