import { optionOf, questionOf, type Trail } from '../domain/answer.ts';
import type { Flow } from '../domain/flow.ts';
import type { Crossing, Place } from '../domain/place.ts';
import { type Known, nextQuestion, onwards, spread } from '../domain/walk.ts';

/** What can still come of a walk. */
export interface Reach {
  /** The verdicts in which some way ends. */
  readonly verdicts: readonly string[];
  /** The questions without an answer that some way asks, in the order of the flow's file. */
  readonly questions: readonly string[];
}

/** Returns a trail as what is known, by question. */
export const knownFrom = (trail: Trail): Map<string, string> =>
  new Map(trail.map((answer) => [questionOf(answer), optionOf(answer)]));

/** Returns what can come of walks from these places, answers kept where they are asked and every other option open. */
export function reach(flow: Flow, places: Iterable<Place>, known: Known): Reach {
  const seen = new Set<Place>();
  const verdicts = new Set<string>();
  const questions = new Set<string>();
  const ahead = [...places];
  for (let place = ahead.pop(); place; place = ahead.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    if (place.at === 'verdict') {
      verdicts.add(place.verdict);
      continue;
    }
    const next = onwards(place, known);
    if (!next) questions.add(place.question);
    for (const to of next ?? place.ways.values()) ahead.push(to);
  }
  return {
    verdicts: Object.keys(flow.verdicts).filter((verdict) => verdicts.has(verdict)),
    questions: questions.size === 0 ? [] : Object.keys(flow.answers).filter((question) => questions.has(question)),
  };
}

/** Returns the one verdict in which every way from these places ends, or undefined where there are several. */
export function certainVerdict(places: Iterable<Place>, known: Known): string | undefined {
  const seen = new Set<Place>();
  const ahead = [...places];
  let verdict: string | undefined;
  for (let place = ahead.pop(); place; place = ahead.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    if (place.at === 'question') {
      for (const to of onwards(place, known) ?? place.ways.values()) ahead.push(to);
    } else {
      if (verdict !== undefined && verdict !== place.verdict) return undefined;
      verdict = place.verdict;
    }
  }
  return verdict;
}

/** How many questions the walks still possible ask, from where their branches stand; the next one is among them. */
export interface Count {
  readonly least: number;
  readonly most: number;
  /**
   * The median over the walks. Where an answer leads on to walks with a greater median it is that one, so that the
   * number cannot grow as answers are given; and while there may be a second question, it is never one.
   */
  readonly about: number;
}

/** A count with its distribution: how many walks ask so many questions. */
export interface Distribution extends Count {
  readonly walks: readonly number[];
}

const NOTHING: Distribution = { least: 0, most: 0, about: 0, walks: [1] };

/** Twenty times the states of the widest walk that the guide has; beyond them a count is bounded, not worked out. */
const MOST_STATES = 1000;

/** Returns the median of a distribution of walks; of two middle ones, the lower. */
function medianOf(walks: readonly number[]): number {
  const half = walks.reduce((sum, some) => sum + some, 0) / 2;
  let sum = 0;
  return walks.findIndex((some) => {
    sum += some;
    return sum >= half;
  });
}

/** Returns the distribution before a question, from those behind each of its options. */
function askedBefore(options: readonly Distribution[]): Distribution {
  const walks: number[] = [0];
  for (const option of options) {
    option.walks.forEach((some, questions) => {
      walks[questions + 1] = (walks[questions + 1] ?? 0) + some;
    });
  }
  const most = walks.length - 1;
  return {
    walks,
    least: 1 + Math.min(...options.map(({ least }) => least)),
    most,
    about: Math.max(Math.min(2, most), medianOf(walks), ...options.map(({ about }) => about)),
  };
}

/** The distributions worked out so far, by state: one result's changes share them. */
export type Counted = Map<string, Distribution>;

/** Returns what the future of these branches depends on, as text: where they stand, and what is known ahead. */
function stateOf(open: readonly Crossing[], known: Known): string {
  const ids = open.map(({ id }) => id).sort((one, other) => one - other);
  let state = ids.join();
  for (const [question, option] of known) {
    if (open.some(({ ahead }) => ahead.has(question))) state += `;${question}.${option}`;
  }
  return state;
}

/** Returns the distribution from where these branches stand; undefined where there are too many states to tell. */
function distribution(
  flow: Flow,
  open: readonly Crossing[],
  known: Known,
  counted: Counted,
  most: number,
): Distribution | undefined {
  if (open.length === 0) return NOTHING;
  const state = stateOf(open, known);
  const before = counted.get(state);
  if (before) return before;
  const question = nextQuestion(flow, open) as string;
  const options: Distribution[] = [];
  for (const option of Object.keys(flow.answers[question] ?? {})) {
    const now = new Map(known).set(question, option);
    const behind = distribution(flow, spread(open, now).open, now, counted, most);
    if (!behind || counted.size >= most) return undefined;
    options.push(behind);
  }
  const made = askedBefore(options);
  counted.set(state, made);
  return made;
}

/** Returns how many questions may still be asked from where these branches stand, given what is known. */
export function countFrom(flow: Flow, open: readonly Crossing[], known: Known, counted: Counted = new Map()): Count {
  const found = distribution(flow, open, known, counted, counted.size + MOST_STATES);
  if (found) return found;
  // Bounds hold whatever the flow, and the greater one shrinks with every answer.
  const most = reach(flow, open, known).questions.length;
  return { least: 1, most, about: most };
}
