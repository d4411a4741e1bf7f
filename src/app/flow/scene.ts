import type { Flow } from '../../domain/flow.ts';
import { keepable, type Walk } from '../../domain/walk.ts';
import { type EntryState, isBroken as isBrokenLink } from '../../link/entry.ts';
import type { Opinion, Pair } from '../../link/opinion.ts';
import { retiredHeadline } from '../../link/retired.ts';
import type { ReadLink } from '../../link/share.ts';

/** Which page of a flow an address names. */
export type Place =
  | { readonly page: 'questions' | 'views' | 'map' | 'depends' }
  | { readonly page: 'verdict'; readonly verdict: string };

/** What the reader sees now: the page, and the walk that this history entry holds. */
export interface Scene {
  readonly place: Place;
  readonly entry: EntryState;
  readonly walk: Walk;
  /** What was set aside of the link that led here. */
  readonly link?: ReadLink;
  /** True where the link named a result that today's guide reaches only after more questions. */
  readonly isHalf?: boolean;
  /** The hidden answers of whoever asks for an opinion. */
  readonly ask?: Opinion;
  /** Two opinions that a link brought. */
  readonly pair?: Pair;
  /** True where code or words failed to load; the answers are kept. */
  readonly failed?: boolean;
}

/** Returns the page of a flow that a path below the base names; undefined where it names none. */
export function placeAt(flow: Flow, path: string): Place | undefined {
  const [id, page = '', ...rest] = path.replace(/\/$/, '').split('/');
  if (id !== flow.id || rest.length > 0) return undefined;
  if (page === '') return { page: 'questions' };
  if (page === 'views' || page === 'map' || page === 'depends') return { page };
  const isKnown = Object.hasOwn(flow.verdicts, page) || retiredHeadline(flow.id, page) !== undefined;
  return isKnown ? { page: 'verdict', verdict: page } : undefined;
}

/** Returns the headline of a verdict that a place names and that is gone today; undefined where there is nothing gone. */
export const goneAt = (flow: Flow, place: Place): string | undefined =>
  place.page === 'verdict' && !Object.hasOwn(flow.verdicts, place.verdict)
    ? retiredHeadline(flow.id, place.verdict)
    : undefined;

/** Returns the scene that an entry makes at a place. */
export function sceneOf(flow: Flow, place: Place, entry: EntryState, link?: ReadLink): Scene {
  // Where an answer is being changed, the question is shown again; the walk is that of the answers before the change.
  const { walk } = keepable(flow, entry.answers);
  return { place, entry, walk, ...(link ? { link } : {}) };
}

/** What is needed before a scene can be shown, loaded once. */
export type Need = 'result' | 'depends' | 'general' | 'views' | 'map' | 'opinions';

/** Returns what a scene needs beside the questions. */
export function needOf({ place, entry, walk, ask, pair }: Scene): Need | undefined {
  if (place.page === 'views' || place.page === 'map') return place.page;
  const ended = walk.at === 'depends' ? 'depends' : 'result';
  if (place.page === 'depends') return walk.at === 'question' ? 'general' : ended;
  if (place.page === 'verdict') {
    // A reader with answers who looks at another verdict's page reads about it; a link's answers are shown as they are.
    const isReached = walk.at === 'verdict' && walk.verdict === place.verdict;
    return walk.at === 'question' || !(isReached || entry.shared) ? 'general' : ended;
  }
  if (pair) return 'opinions';
  if (walk.at === 'question' || entry.changing !== undefined) return undefined;
  return ask ? 'opinions' : ended;
}

/** Tells whether the link that led here was meant to bring something, and nothing of it could be used. */
export const isBroken = ({ link }: Scene): boolean => link !== undefined && isBrokenLink(link);
