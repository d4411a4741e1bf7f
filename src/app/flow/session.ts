import { flushSync } from 'react-dom';
import { type Answer, answerTo, questionOf } from '../../domain/answer.ts';
import type { Flow } from '../../domain/flow.ts';
import { keepable, type Walk } from '../../domain/walk.ts';
import { carried } from '../../link/carry.ts';
import { type EntryState, firstEntry, readEntry } from '../../link/entry.ts';
import { type Opinion, type Pair, readAsk, readOpinionLink, readPair } from '../../link/opinion.ts';
import { retiredHeadline } from '../../link/retired.ts';
import { isLinkFragment, type ReadLink, resolveLink } from '../../link/share.ts';
import { belowBase, href } from '../base.ts';

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
  place.page === 'verdict' && !Object.hasOwn(flow.verdicts, place.verdict) ? retiredHeadline(flow.id, place.verdict) : undefined;

/** Returns the scene that an entry makes at a place. */
export function sceneOf(flow: Flow, place: Place, entry: EntryState, link?: ReadLink): Scene {
  // Where an answer is being changed, the question is shown again; the walk is that of the answers before the change.
  const { walk } = keepable(flow, entry.answers);
  const ask = entry.ask === undefined ? undefined : readAsk(flow, entry.ask);
  const pair = entry.pair === undefined ? undefined : readPair(flow, entry.pair);
  return { place, entry, walk, ...(link ? { link } : {}), ...(ask ? { ask } : {}), ...(pair ? { pair } : {}) };
}

/** What is needed before a scene can be shown, loaded once. */
export type Need = 'result' | 'views' | 'map' | 'opinions';

/** Returns what a scene needs beside the questions. */
export function needOf({ place, entry, walk, ask, pair }: Scene): Need | undefined {
  if (place.page === 'views' || place.page === 'map') return place.page;
  if (place.page === 'verdict' || place.page === 'depends') return 'result';
  if (pair) return 'opinions';
  if (walk.at === 'question' || entry.changing !== undefined) return undefined;
  return ask ? 'opinions' : 'result';
}

/** What of an entry stays with the walk from one answer to the next: whose opinion it is for. */
const kept = ({ ask }: EntryState): Partial<EntryState> => (ask === undefined ? {} : { ask });

/** Merges answers by question; of two to the same question, the first counts. */
const merged = (...lists: readonly (readonly Answer[])[]): readonly Answer[] => {
  const byQuestion = new Map<string, Answer>();
  for (const answer of lists.flat()) if (!byQuestion.has(questionOf(answer))) byQuestion.set(questionOf(answer), answer);
  return [...byQuestion.values()];
};

const without = (answers: readonly Answer[], taken: readonly Answer[]): readonly Answer[] => {
  const questions = new Set(taken.map(questionOf));
  return answers.filter((answer) => !questions.has(questionOf(answer)));
};

/**
 * One reader's walk through one flow, as the tab's history holds it: an external store of the present scene.
 * Answers live in the state of history entries and nowhere else.
 */
export class Session {
  readonly #flow: Flow;
  readonly #load: (need: Need) => Promise<unknown>;
  readonly #listeners = new Set<() => void>();
  #scene: Scene;
  #turns = 0;

  constructor(flow: Flow, load: (need: Need) => Promise<unknown>) {
    this.#flow = flow;
    this.#load = load;
    this.#scene = this.#open();
    window.addEventListener('popstate', () => this.#arrive());
    window.addEventListener('hashchange', () => {
      if (isLinkFragment(location.hash)) this.#show(this.#open(), true);
    });
  }

  /** Subscribes to changes of the scene; returns how to end that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The present scene. */
  readonly scene = (): Scene => this.#scene;

  /** Reads the scene from the address and the history entry; answers of a link move into the entry. */
  #open(): Scene {
    const flow = this.#flow;
    const place = placeAt(flow, belowBase(location.pathname)) ?? { page: 'questions' };
    if (!isLinkFragment(location.hash)) return sceneOf(flow, place, readEntry(flow, history.state));
    const opinion = readOpinionLink(flow, location.hash);
    if (opinion) {
      const code = opinion.kind === 'ask' ? { ask: opinion.code } : opinion.kind === 'pair' ? { pair: opinion.code } : {};
      const entry = { ...firstEntry(flow), ...code };
      history.replaceState(entry, '', href(`${flow.id}/`));
      const link = opinion.kind === 'unreadable' ? { answers: [], setAside: opinion.setAside } : undefined;
      return sceneOf(flow, { page: 'questions' }, entry, link);
    }
    const { walk, later, ...link } = resolveLink(flow, location.hash);
    const shared = link.answers.length > 0 ? { shared: true } : {};
    const entry: EntryState = { ...firstEntry(flow), answers: walk.trail, later, ...shared };
    // A trail that stops half-way goes on at its first open question.
    const isHalf = walk.trail.length > 0 && walk.at === 'question' && (place.page === 'verdict' || place.page === 'depends');
    history.replaceState(entry, '', isHalf ? href(`${flow.id}/`) : location.pathname);
    const scene = sceneOf(flow, place, entry, link);
    return isHalf ? { ...scene, place: { page: 'questions' }, isHalf } : scene;
  }

  /** Follows Back and Forward. */
  #arrive(): void {
    const flow = this.#flow;
    const place = placeAt(flow, belowBase(location.pathname));
    if (place === undefined) {
      // The entry is of another page, left here by a page that this document did not render.
      location.reload();
      return;
    }
    if (isLinkFragment(location.hash)) {
      this.#show(this.#open(), true);
      return;
    }
    const left = this.#scene.entry;
    const found = readEntry(flow, history.state);
    // Answers that the entry left behind knows are offered again here, so that going back loses none.
    const entry = { ...found, later: without(merged(found.later, left.answers, left.later), found.answers) };
    history.replaceState(entry, '');
    this.#show(sceneOf(flow, place, entry), true);
  }

  #push(place: string, entry: EntryState): void {
    history.pushState({ ...entry, depth: this.#scene.entry.depth + 1 }, '', href(place));
    this.#show(this.#open(), false);
  }

  /** Commits an answer to the question shown, and goes on. */
  answer(question: string, option: string): void {
    const flow = this.#flow;
    const { entry } = this.#scene;
    const answer = answerTo(question, option);
    const isChange = entry.changing !== undefined || entry.returning === true;
    // What Back will show: this question with the answer given.
    if (!isChange) history.replaceState({ ...entry, later: merged([answer], entry.later) }, '');
    const known = isChange ? merged([answer], entry.answers, entry.later) : merged(entry.answers, [answer]);
    const { walk } = keepable(flow, known);
    const later = without(merged(known, entry.later), walk.trail);
    // A question that a change has opened belongs to that change.
    const former = entry.changing === undefined ? entry.former : this.#ended();
    const changed = entry.changing ?? entry.changed;
    this.#push(`${flow.id}/`, {
      ...firstEntry(flow),
      ...kept(entry),
      answers: walk.trail,
      later,
      ...(isChange && walk.at === 'question' ? { returning: true } : {}),
      ...(isChange && entry.shared ? { shared: true } : {}),
      ...(isChange && former ? { former } : {}),
      ...(isChange && changed !== undefined ? { changed } : {}),
    });
  }

  /** The answers of the present scene where they lead to a result. */
  #ended(): readonly Answer[] | undefined {
    const { walk } = this.#scene;
    return walk.at === 'question' ? undefined : walk.trail;
  }

  /** Shows a question again, so that its answer can be changed. */
  change(question: string): void {
    const { changing: _, former: __, changed: ___, ...entry } = this.#scene.entry;
    this.#push(`${this.#flow.id}/`, { ...entry, changing: question });
  }

  /** Replaces the whole trail by that of a change which a result offers; the former one is remembered for `undo`. */
  take(trail: readonly Answer[]): void {
    this.#replaceTrail(trail, this.#ended());
  }

  /** Takes the trail back that the latest change replaced. */
  undo(): void {
    const { former } = this.#scene.entry;
    if (former) this.#replaceTrail(former, undefined);
  }

  #replaceTrail(trail: readonly Answer[], former: readonly Answer[] | undefined): void {
    const flow = this.#flow;
    const { entry } = this.#scene;
    const { walk } = keepable(flow, trail);
    const later = without(merged(trail, entry.answers, entry.later), walk.trail);
    this.#push(`${flow.id}/`, {
      ...firstEntry(flow),
      ...kept(entry),
      answers: walk.trail,
      later,
      // What the change opens is asked, and then the result comes back.
      ...(former && walk.at === 'question' ? { returning: true } : {}),
      ...(entry.shared ? { shared: true } : {}),
      ...(former ? { former } : {}),
    });
  }

  /** Goes to another flow; answers that mean the same there are offered again where they are asked. */
  goOn(flow: string): void {
    const { entry } = this.#scene;
    const later = carried(this.#flow.id, entry.answers, flow);
    history.pushState({ ...firstEntry({ id: flow }), later, depth: entry.depth + 1 }, '', href(`${flow}/`));
    location.reload();
  }

  /** Steps back: to the entry before, or, where this is the first of the walk, to the question before. */
  back(): void {
    const { entry } = this.#scene;
    if (entry.depth > 0) history.back();
    else this.#push(`${this.#flow.id}/`, { ...entry, answers: entry.answers.slice(0, -1), later: merged(entry.answers, entry.later) });
  }

  /** Shows a result by itself: somebody's answers of an exchange of opinions, which ends here. */
  alone(answers: readonly Answer[], isShared: boolean): void {
    const shared = isShared ? { shared: true } : {};
    this.#push(`${this.#flow.id}/`, { ...firstEntry(this.#flow), answers, ...shared });
  }

  /** Forgets every answer of this entry and begins again. */
  restart(): void {
    this.#push(`${this.#flow.id}/`, firstEntry(this.#flow));
  }

  /** Goes to a page of this flow, with the answers. Returns false where the path is none of its pages. */
  follow(pathname: string): boolean {
    const path = belowBase(pathname);
    if (placeAt(this.#flow, path) === undefined) return false;
    const { changing: _, returning: __, former: ___, changed: ____, ...entry } = this.#scene.entry;
    this.#push(path, entry);
    return true;
  }

  /** Tells whether the page still stands as it was prerendered: no answers, no link. */
  isPristine(): boolean {
    const { entry, link } = this.#scene;
    const isFor = entry.ask ?? entry.pair;
    return entry.answers.length === 0 && entry.later.length === 0 && link === undefined && isFor === undefined;
  }

  /** Takes over a choice made before the code arrived. */
  takeChoice(question: string, option: string): void {
    const { entry } = this.#scene;
    const later = merged([answerTo(question, option)], entry.later);
    this.#scene = { ...this.#scene, entry: { ...entry, later } };
  }

  /** What the present scene needs beside the questions, to be loaded before it is shown. */
  get need(): Need | undefined {
    return needOf(this.#scene);
  }

  /** Marks the present scene as one whose code or words failed to load. */
  fail(): void {
    this.#scene = { ...this.#scene, failed: true };
  }

  /** Tries again what failed to load. */
  retry(): void {
    const { failed: _, ...scene } = this.#scene;
    this.#show(scene, false);
  }

  /** Shows a scene once all that it needs is there. */
  #show(scene: Scene, isReturn: boolean): void {
    const turn = ++this.#turns;
    const need = needOf(scene);
    const commit = (shown: Scene): void => {
      if (turn === this.#turns) this.#turn(shown, isReturn);
    };
    if (need === undefined) commit(scene);
    else
      this.#load(need).then(
        () => commit(scene),
        () => commit({ ...scene, failed: true }),
      );
  }

  /** Turns the page: the scene is committed at once inside a view transition where there are any. */
  #turn(scene: Scene, isReturn: boolean): void {
    const update = (): void => {
      this.#scene = scene;
      flushSync(() => {
        for (const listener of this.#listeners) listener();
      });
      if (!isReturn) window.scrollTo({ top: 0, behavior: 'instant' });
    };
    const focus = (): void => {
      // A change made from the list of answers comes back to its row there.
      const row = isReturn ? null : document.querySelector<HTMLElement>('[data-landing]');
      if (row) row.focus();
      else document.querySelector<HTMLElement>('h1[tabindex="-1"]')?.focus({ preventScroll: true });
    };
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || typeof document.startViewTransition !== 'function' || document.visibilityState === 'hidden') {
      update();
      focus();
      return;
    }
    document.documentElement.dataset['turn'] = isReturn ? 'back' : 'on';
    this.#transition?.skipTransition();
    const transition = document.startViewTransition(update);
    this.#transition = transition;
    transition.updateCallbackDone.then(focus, focus);
    // A transition that is skipped rejects its promises; nothing hangs on them.
    transition.ready.catch(() => {});
    transition.finished.catch(() => {});
  }

  #transition: ViewTransition | undefined;
}
