import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Returns the name of a voice that nobody has named yet. */
export const voiceName = (id: string): string => capital(inWords(id));

const CLAIM = 'first-view';

const voiceFile = ({ name, source }: VoiceWish): string => `---
name: ${quoted(name)}
short: ${quoted(name.split(' ')[0] ?? name)}
role: say here in a few words who this is
standing: unnamed
source: ${source}
claims:
  ${CLAIM}:
    leans: pause
    title: A view in three to eight words
    line: Say here what this voice would say to you.
    practice: Say here, in our own words, what one can do about it today.
---
Say here who this voice is, where it speaks and how it is known. If it is unnamed, or known at second hand, say so.

## ${CLAIM}
Say here, in your own words, what this voice holds. Add nothing that it did not say.
`;

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
  const entry = `  - { voice: ${id}, text: ${quoted(`Say here, in twenty to forty-five words, what ${name} adds to it.`)}, claims: [${id}/${CLAIM}] }`;
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

/** Returns the files of an example voice: its own, its source’s if that is new, and the views in which it speaks. */
export function voiceChanges(root: string, wish: VoiceWish): readonly Change[] {
  slug(wish.source, 'source');
  const views = `content/flows/${wish.flow}/views.md`;
  const source = `content/sources/${wish.source}.md`;
  return [
    { path: `content/voices/${wish.id}.md`, text: voiceFile(wish) },
    ...(existsSync(join(root, source)) ? [] : [{ path: source, text: sourceFile(wish.name) }]),
    { path: views, text: withOther(readFileSync(join(root, views), 'utf8'), views, wish) },
  ];
}
