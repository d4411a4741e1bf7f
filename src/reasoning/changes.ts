import { type Answer, answerTo, isUnknown, optionOf, questionOf, type Trail } from '../domain/answer.ts';
import type { Flow, Side } from '../domain/flow.ts';
import { firstPlace } from '../domain/place.ts';
import { type Decided, type Depending, type Known, keepable, walk } from '../domain/walk.ts';
import type { Strength } from './lean.ts';
import { type Counted, certainVerdict, countFrom, knownFrom, reach } from './reach.ts';
import { isSafety, sideOf } from './side.ts';

/** One answer in the place of another, or (`from` is null) to a question that another change opens. */
export interface Swap {
  readonly question: string;
  readonly from: Answer | null;
  readonly to: Answer;
}

/** The questions that a change opens. */
export interface Opened {
  /** Those that may be asked, in the order of the flow's file. */
  readonly questions: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** Where a change leads, the other answers kept where they are still asked. */
export type Leads =
  /** Every way that the change opens ends in this verdict; `opens` is null where it opens none. */
  | { readonly kind: 'verdict'; readonly verdict: string; readonly opens: Opened | null }
  /** It opens more questions, and hangs on those. */
  | { readonly kind: 'opens'; readonly verdicts: readonly string[]; readonly opens: Opened }
  /** It asks nothing more, and hangs on an unknown of the trail. */
  | { readonly kind: 'depends'; readonly verdicts: readonly string[] };

/** A change of one answer, or of two, with where it leads. */
export interface Change {
  /** In the order of the trail; where the second answers what the first opens, it comes second. */
  readonly swaps: readonly [Swap, ...Swap[]];
  /** The changed trail: the answers still asked, in order, up to the first question that the change opens. */
  readonly trail: Trail;
  readonly leads: Leads;
}

/** What a changed answer would do to a result. */
export interface Changes {
  /** Each other option of each answer, in the order of the trail; for an unknown, each of its options. */
  readonly singles: readonly Change[];
  /** For each other verdict that a single change can reach: the changes that are certain to, and those that may. */
  readonly verdicts: readonly Within[];
  /**
   * Where no single change is certain to reach another verdict: for each that two can reach, the two. Two answers of
   * the trail go before a change with an answer to the next question that it opens; late ones go before early ones.
   */
  readonly pairs: readonly Change[];
  /** The questions whose answer does not matter: whatever is said to one of them, the verdict is the same. */
  readonly idle: readonly string[];
}

/** Another verdict, with the changes of one answer that lead there. */
export interface Within {
  readonly verdict: string;
  /** Those that surely end there, the ones that open fewest questions first. */
  readonly certain: readonly Change[];
  /** Those that may end there, the ones that leave fewest verdicts open first. */
  readonly possible: readonly Change[];
}

/** How firm a result is. */
export interface Firmness {
  readonly strength: Strength;
  /** The answers that turn it, each with the answers in its place that do. */
  readonly turnedBy: readonly Turn[];
}

/** An answer that turns a result, and what it would have to be. */
export interface Turn {
  readonly answer: Answer;
  readonly to: readonly [Answer, ...Answer[]];
}

type Ended = Decided | Depending;

const withSwaps = (known: Known, swaps: readonly Swap[]): Known => {
  const changed = new Map(known);
  for (const { question, to } of swaps) changed.set(question, optionOf(to));
  return changed;
};

/** Returns the other answers that could stand in an answer's place. */
const swapsOf = (flow: Flow, from: Answer): readonly Swap[] => {
  const question = questionOf(from);
  return Object.keys(flow.answers[question] ?? {})
    .map((option) => ({ question, from, to: answerTo(question, option) }))
    .filter(({ to }) => to !== from);
};

/** Returns the change that these swaps make, with where it leads. */
function changeOf(flow: Flow, trail: Trail, swaps: readonly [Swap, ...Swap[]], counted: Counted): Change {
  const known = withSwaps(knownFrom(trail), swaps);
  const { walk: changed } = keepable(
    flow,
    [...known].map(([question, option]) => answerTo(question, option)),
  );
  if (changed.at === 'verdict') {
    return { swaps, trail: changed.trail, leads: { kind: 'verdict', verdict: changed.verdict, opens: null } };
  }
  const { verdicts, questions } = reach(flow, [firstPlace(flow)], known);
  if (changed.at === 'depends') return { swaps, trail: changed.trail, leads: { kind: 'depends', verdicts } };
  const { least, most } = countFrom(flow, changed.places, known, counted);
  const opens = { questions, least, most };
  const [verdict] = verdicts;
  if (verdicts.length === 1 && verdict !== undefined) {
    return { swaps, trail: changed.trail, leads: { kind: 'verdict', verdict, opens } };
  }
  return { swaps, trail: changed.trail, leads: { kind: 'opens', verdicts, opens } };
}

/** Returns the verdicts in which some way of a change ends. */
export const verdictsOf = ({ leads }: Change): readonly string[] =>
  leads.kind === 'verdict' ? [leads.verdict] : leads.verdicts;

/** Returns how many questions a change opens at most. */
const opensAtMost = ({ leads }: Change): number => (leads.kind === 'depends' ? 0 : (leads.opens?.most ?? 0));

/** Returns every change of one answer, in the order of the trail. */
const singlesOf = (flow: Flow, trail: Trail, counted: Counted): readonly Change[] =>
  trail.flatMap((from) => swapsOf(flow, from).map((swap) => changeOf(flow, trail, [swap], counted)));

function withinOne(flow: Flow, own: readonly string[], singles: readonly Change[]): readonly Within[] {
  return Object.keys(flow.verdicts)
    .filter((verdict) => own.length > 1 || !own.includes(verdict))
    .map((verdict) => {
      const reaching = singles.filter((change) => verdictsOf(change).includes(verdict));
      return {
        verdict,
        certain: reaching
          .filter(({ leads }) => leads.kind === 'verdict')
          .sort((one, other) => opensAtMost(one) - opensAtMost(other)),
        possible: reaching
          .filter(({ leads }) => leads.kind !== 'verdict')
          .sort((one, other) => verdictsOf(one).length - verdictsOf(other).length),
      };
    })
    .filter(({ certain, possible }) => certain.length + possible.length > 0);
}

/** Returns the answers to the question that a change asks next. */
function swapsBehind(flow: Flow, change: Change): readonly Swap[] {
  const next = walk(flow, change.trail);
  if (next.at !== 'question') return [];
  const { question } = next;
  return Object.keys(flow.answers[question] ?? {}).map((option) => ({
    question,
    from: null,
    to: answerTo(question, option),
  }));
}

/** Returns, for each other verdict that two swaps are certain to reach, the two that keep most of the trail. */
function pairsOf(flow: Flow, trail: Trail, verdict: string, singles: readonly Change[]): readonly Change[] {
  const known = knownFrom(trail);
  const places = [firstPlace(flow)];
  const found = new Map<string, Change>();
  const attempt = (one: Swap, other: Swap): void => {
    const certain = certainVerdict(places, withSwaps(known, [one, other]));
    if (certain === undefined || certain === verdict || found.has(certain)) return;
    found.set(certain, changeOf(flow, trail, [one, other], new Map()));
  };
  // The later an answer, the more of the others stand when it changes.
  const latest = [...trail].reverse().map((from) => singles.filter(({ swaps }) => swaps[0].from === from));
  latest.forEach((ones, index) => {
    for (const earlier of latest.slice(index + 1).flat()) {
      for (const one of ones) attempt(earlier.swaps[0], one.swaps[0]);
    }
  });
  for (const one of latest.flat()) for (const other of swapsBehind(flow, one)) attempt(one.swaps[0], other);
  return Object.keys(flow.verdicts).flatMap((reached) => found.get(reached) ?? []);
}

/** Returns the questions of a trail to which every answer, the others kept, surely leads to this verdict. */
function idleOf(trail: Trail, verdict: string, singles: readonly Change[]): readonly string[] {
  return trail.map(questionOf).filter((question) => {
    const others = singles.filter(({ swaps }) => swaps[0].question === question);
    return others.every(({ leads }) => leads.kind === 'verdict' && leads.verdict === verdict);
  });
}

/**
 * Returns what changed answers would do to a result. Every change is worked out by walking it: replaying a change that
 * is certain ends in the verdict that it names, whatever is answered to the questions that it opens.
 */
export function changes(flow: Flow, ended: Ended): Changes {
  const { trail } = ended;
  const singles = singlesOf(flow, trail, new Map());
  if (ended.at === 'depends') {
    return { singles, verdicts: withinOne(flow, ended.verdicts, singles), pairs: [], idle: [] };
  }
  const verdicts = withinOne(flow, [ended.verdict], singles);
  const isReached = verdicts.some(({ certain }) => certain.length > 0);
  return {
    singles,
    verdicts,
    pairs: isReached ? [] : pairsOf(flow, trail, ended.verdict, singles),
    idle: idleOf(trail, ended.verdict, singles),
  };
}

/** Tells whether every way of a change ends on the other side; from neither side, on either. */
function turns(flow: Flow, side: Side | null, change: Change): boolean {
  const verdicts = verdictsOf(change);
  // An option that ends at once for safety is no counter-argument.
  if (verdicts.every((verdict) => isSafety(flow, verdict))) return false;
  const sides = verdicts.map((verdict) => sideOf(flow, verdict));
  return sides.every((reached) => reached !== null && reached !== side);
}

/** Returns how firm a result is, by what its answers' other options would do. */
export function firmness(
  flow: Flow,
  { verdict, trail }: Decided,
  singles: readonly Change[] = singlesOf(flow, trail, new Map()),
): Firmness {
  if (isSafety(flow, verdict)) return { strength: 'settled', turnedBy: [] };
  const side = sideOf(flow, verdict);
  const answers = trail.filter((answer) => !isUnknown(answer));
  const turnedBy = answers.flatMap((answer): readonly Turn[] => {
    const [first, ...others] = singles
      .filter((change) => change.swaps[0].from === answer && turns(flow, side, change))
      .map(({ swaps }) => swaps[0].to);
    return first ? [{ answer, to: [first, ...others] }] : [];
  });
  if (turnedBy.length === 0) return { strength: 'firm', turnedBy };
  return { strength: turnedBy.length * 2 >= answers.length ? 'close-call' : 'on-balance', turnedBy };
}
