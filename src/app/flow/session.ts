import { flushSync } from 'react-dom';
import { type Answer, answerTo, questionOf } from '../../domain/answer.ts';
import type { Flow } from '../../domain/flow.ts';
import { keepable } from '../../domain/walk.ts';
import { type EntryState, firstEntry, holdsLink, readEntry } from '../../link/entry.ts';
import { belowBase, href } from '../base.ts';
import { goTo } from '../head/anchors.ts';
import type { QuestionActions } from './question-page.tsx';
import { goneAt, type Need, needOf, type Place, placeAt, type Scene, sceneOf } from './scene.ts';

/** What reads links and codes; loaded only where there is one. */
export type Arrival = typeof import('./arrival.tsx');

/** What of an entry stays with the walk from one answer to the next: whose opinion it is for. */
const kept = ({ ask }: EntryState): Partial<EntryState> => (ask === undefined ? {} : { ask });

/** Merges answers by question; of two to the same question, the first counts. */
const merged = (...lists: readonly (readonly Answer[])[]): readonly Answer[] => {
  const byQuestion = new Map<string, Answer>();
  for (const answer of lists.flat())
    if (!byQuestion.has(questionOf(answer))) byQuestion.set(questionOf(answer), answer);
  return [...byQuestion.values()];
};

const without = (answers: readonly Answer[], taken: readonly Answer[]): readonly Answer[] => {
  const questions = new Set(taken.map(questionOf));
  return answers.filter((answer) => !questions.has(questionOf(answer)));
};

const isSame = (one: Place | undefined, other: Place): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The page for somebody harassed or threatened. */
const SAFETY = 'safety/';

const loadArrival = (): Promise<Arrival> => import('./arrival.tsx');

/** Tells whether the address holds a link or names what is gone, or the entry holds an opinion in code. */
function needsArrival(flow: Flow): boolean {
  const { ask, pair } = readEntry(flow, history.state);
  const place = placeAt(flow, belowBase(location.pathname));
  const isGone = place !== undefined && goneAt(flow, place) !== undefined;
  return holdsLink(location.hash) || isGone || ask !== undefined || pair !== undefined;
}

/**
 * One reader's walk through one flow, as the tab's history holds it: an external store of the present scene.
 * Answers live in the state of history entries and nowhere else.
 */
export class Session {
  readonly #flow: Flow;
  readonly #load: (need: Need) => Promise<unknown>;
  readonly #listeners = new Set<() => void>();
  #scene: Scene;
  /** Counts the pages asked for and the pages turned: a turn that another has overtaken is known by its number. */
  #turns = 0;
  /** True while the latest page asked for is one that the reader returns to. */
  #isReturn = false;
  /** True while a page that was asked for has not turned yet: what it needs is on its way. Nothing is committed meanwhile. */
  #isTurning = false;
  /** True while what reads links is on its way. */
  #isReading = false;
  /** The anchor to go to once the next page is shown, with its `#`. */
  #anchor = '';
  #arrival: Arrival | undefined;

  private constructor(flow: Flow, load: (need: Need) => Promise<unknown>, arrival: Arrival | undefined) {
    this.#flow = flow;
    this.#load = load;
    this.#arrival = arrival;
    this.#scene = this.#open();
    window.addEventListener('popstate', () => this.#onReaching(() => this.#arrive()));
    window.addEventListener('hashchange', () => {
      if (holdsLink(location.hash)) this.#onReaching(() => this.#arrive());
    });
  }

  /** Returns the walk that the present history entry and address hold. */
  static async open(flow: Flow, load: (need: Need) => Promise<unknown>): Promise<Session> {
    return new Session(flow, load, needsArrival(flow) ? await loadArrival() : undefined);
  }

  /** Does this once there is what reads the address and the entry that the reader has come to. */
  #onReaching(read: () => void): void {
    if (this.#arrival || !needsArrival(this.#flow)) {
      read();
      return;
    }
    // A link pasted over this page is told of twice; it is read once.
    if (this.#isReading) return;
    this.#isReading = true;
    // Meanwhile the reader may have gone on to where none of this is needed: that page stands.
    const isWanted = (): boolean => needsArrival(this.#flow);
    loadArrival()
      .then(
        (arrival) => {
          this.#arrival = arrival;
          if (isWanted()) read();
        },
        () => {
          if (isWanted()) this.#turn({ ...this.#scene, failed: true }, true);
        },
      )
      .finally(() => {
        this.#isReading = false;
      });
  }

  /** Subscribes to changes of the scene; returns how to end that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What a reader can do at a question. */
  readonly actions: QuestionActions = {
    onAnswer: (question, option) => this.answer(question, option),
    onBack: () => this.back(),
    onChange: (question) => this.change(question),
  };

  /** The present scene. */
  readonly scene = (): Scene => this.#scene;

  /** Reads the scene from the address and the history entry; answers of a link move into the entry. */
  #open(): Scene {
    const flow = this.#flow;
    const place = placeAt(flow, belowBase(location.pathname)) ?? { page: 'questions' };
    if (holdsLink(location.hash) && this.#arrival) return this.#arrival.arriveByLink(flow, place);
    return this.#withOpinions(sceneOf(flow, place, readEntry(flow, history.state)));
  }

  #withOpinions(scene: Scene): Scene {
    return this.#arrival ? this.#arrival.withOpinions(this.#flow, scene) : scene;
  }

  /** Follows Back and Forward. */
  #arrive(): void {
    const flow = this.#flow;
    // An anchor that a link led to was for the page that this one has overtaken.
    this.#anchor = '';
    const place = placeAt(flow, belowBase(location.pathname));
    if (
      history.state === null &&
      location.hash !== '' &&
      !holdsLink(location.hash) &&
      isSame(place, this.#scene.place)
    ) {
      // An anchor typed into the address has made an entry of its own: the answers go along, a step further.
      const { entry } = this.#scene;
      this.#scene = { ...this.#scene, entry: { ...entry, depth: entry.depth + 1 } };
      history.replaceState(this.#scene.entry, '');
      return;
    }
    if (place === undefined) {
      // The entry is of another page, left here by a page that this document did not render.
      location.reload();
      return;
    }
    if (holdsLink(location.hash)) {
      this.#show(this.#open(), true);
      return;
    }
    const left = this.#scene.entry;
    const found = readEntry(flow, history.state);
    // Answers that the entry left behind knows are offered again here, so that going back loses none; never somebody else's.
    const known = left.shared === found.shared ? merged(found.later, left.answers, left.later) : found.later;
    const entry = { ...found, later: without(known, found.answers) };
    history.replaceState(entry, '');
    this.#show(this.#withOpinions(sceneOf(flow, place, entry)), true);
  }

  #push(place: string, entry: EntryState): void {
    // The entry before is still on its way to being shown.
    if (this.#isTurning) return;
    history.pushState({ ...entry, depth: this.#scene.entry.depth + 1 }, '', href(place));
    this.#show(this.#open(), false);
  }

  /** Commits an answer to the question shown, and goes on. */
  answer(question: string, option: string): void {
    if (this.#isTurning) return;
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

  /** Goes to another flow; these answers, which mean the same there, are offered again where they are asked. */
  goOn(flow: string, later: readonly Answer[]): void {
    const { entry } = this.#scene;
    history.pushState({ ...firstEntry({ id: flow }), later, depth: entry.depth + 1 }, '', href(`${flow}/`));
    location.reload();
  }

  /** Steps back: to the entry before, or, where this is the first of the walk, to the question before. */
  back(): void {
    const { entry } = this.#scene;
    if (entry.depth > 0 || this.#isTurning) history.back();
    else
      this.#push(`${this.#flow.id}/`, {
        ...entry,
        answers: entry.answers.slice(0, -1),
        later: merged(entry.answers, entry.later),
      });
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

  /**
   * Goes to a page of this flow, with the answers, and to an anchor there; or to the page on safety.
   * Returns false where the path is none of these.
   */
  follow(pathname: string, anchor = ''): boolean {
    const path = belowBase(pathname);
    if (path === SAFETY) {
      // The page on safety knows how far back this walk begins, so that its quick exit can clear it.
      history.pushState({ depth: readEntry(this.#flow, history.state).depth + 1 }, '', href(path));
      location.reload();
      return true;
    }
    if (placeAt(this.#flow, path) === undefined) return false;
    const { changing: _, returning: __, former: ___, changed: ____, ...entry } = this.#scene.entry;
    if (!this.#isTurning) this.#anchor = anchor;
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

  /** What reads links and says what they brought; there once a link has been read. */
  get arrival(): Arrival | undefined {
    return this.#arrival;
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
    if (needsArrival(this.#flow) && !this.#arrival) {
      this.#onReaching(() => this.#arrive());
      return;
    }
    const { failed: _, ...scene } = this.#scene;
    this.#show(scene, this.#isReturn);
  }

  /** Shows a scene once all that it needs is there. */
  #show(scene: Scene, isReturn: boolean): void {
    const turn = ++this.#turns;
    this.#isReturn = isReturn;
    const need = needOf(scene);
    const commit = (shown: Scene): void => {
      if (turn === this.#turns) this.#turn(shown, isReturn);
    };
    this.#isTurning = true;
    if (need === undefined) commit(scene);
    else
      this.#load(need).then(
        () => commit(scene),
        () => commit({ ...scene, failed: true }),
      );
  }

  /**
   * Turns the page: the scene is committed at once, or with a view transition's next frame. Between questions the styles
   * move what has changed; a view transition there costs more than the turn itself. Between pages there is one, where the
   * browser has any.
   */
  #turn(scene: Scene, isReturn: boolean): void {
    const turn = ++this.#turns;
    const update = (): void => {
      // A transition that is skipped still calls this; by then the reader may be on the way elsewhere.
      if (turn !== this.#turns) return;
      this.#isTurning = false;
      this.#scene = scene;
      flushSync(() => {
        for (const listener of this.#listeners) listener();
      });
      if (!isReturn) window.scrollTo({ top: 0, behavior: 'instant' });
    };
    const anchor = this.#anchor;
    this.#anchor = '';
    const focus = (): void => {
      if (turn !== this.#turns) return;
      const target = anchor && document.getElementById(anchor.slice(1));
      if (target) {
        goTo(target);
        return;
      }
      // A change made from the list of answers comes back to its row there.
      const row = isReturn ? null : document.querySelector<HTMLElement>('[data-landing]');
      if (row) row.focus();
      else document.querySelector<HTMLElement>('h1[tabindex="-1"]')?.focus({ preventScroll: true });
    };
    const isSamePage = needOf(scene) === undefined && needOf(this.#scene) === undefined;
    document.documentElement.dataset['turn'] = isReturn ? 'back' : 'on';
    this.#transition?.skipTransition();
    const still = isSamePage || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still || typeof document.startViewTransition !== 'function' || document.visibilityState === 'hidden') {
      update();
      focus();
      return;
    }
    const transition = document.startViewTransition(update);
    this.#transition = transition;
    transition.updateCallbackDone.then(focus, focus);
    // A transition that is skipped rejects its promises; nothing hangs on them.
    transition.ready.catch(() => {});
    transition.finished.catch(() => {});
  }

  #transition: ViewTransition | undefined;
}
