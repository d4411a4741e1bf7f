import { type Answer, answerTo, DONT_KNOW, optionOf, questionOf, type Trail } from './answer.ts';
import { type Flow, UnofferedAnswer } from './flow.ts';
import { type Crossing, type End, firstPlace, type Place } from './place.ts';

/** One way a walk with unknowns can end: what its unknowns turn out to be, and the verdict that follows. */
export interface Outcome {
  /** Question, then option: the unknowns that this way comes across. */
  readonly unknowns: Readonly<Record<string, string>>;
  readonly verdict: string;
  readonly rule: string;
  /** The way's own answers in the order in which it needs them: a trail that the machine replays. */
  readonly trail: Trail;
}

interface Walked {
  /** The answers given, in order; unknowns are among them. */
  readonly trail: Trail;
  /** The questions answered with “I don’t know yet”, in the order asked. */
  readonly unknowns: readonly string[];
}

/** A walk with a question still to ask. */
export interface Asking extends Walked {
  readonly at: 'question';
  readonly question: string;
  /** Where the branches stand that need an answer still: one place, unless there are unknowns. */
  readonly places: readonly Crossing[];
}

/** A walk that has ended in one verdict, whatever its unknowns turn out to be. */
export interface Decided extends Walked {
  readonly at: 'verdict';
  readonly verdict: string;
  /** The rule that decided; the first of `rules`. */
  readonly rule: string;
  /** Every rule that may have decided, in the weighing's order: one, unless there are unknowns. */
  readonly rules: readonly string[];
}

/** A walk with nothing left to ask, whose verdict hangs on its unknowns. */
export interface Depending extends Walked {
  readonly at: 'depends';
  /** The verdicts that it may be, in the order in which the outcomes come to them. */
  readonly verdicts: readonly string[];
  /** How many outcomes there are. */
  readonly combinations: number;
  /** The outcomes, in the order of the options; the first hundred or so where there are more. */
  readonly outcomes: readonly Outcome[];
}

/** Where a trail leads, all branches of its unknowns considered. */
export type Walk = Asking | Decided | Depending;

/** What is known, by question: an option, or `dont-know`. */
export type Known = ReadonlyMap<string, string>;

/** Where the branches of a walk stand. */
export interface Spread {
  /** The places whose question has no answer yet. */
  readonly open: readonly Crossing[];
  readonly ended: readonly End[];
}

/** More outcomes than anybody reads; a walk through all unknowns of a large flow may have millions. */
const MOST_OUTCOMES = 128;

/** Returns the places that a crossing leads to, as far as its question is answered; undefined where it is not. */
export function onwards(crossing: Crossing, known: Known): readonly Place[] | undefined {
  const option = known.get(crossing.question);
  if (option === undefined) return undefined;
  if (option === DONT_KNOW) return [...crossing.ways.values()];
  const way = crossing.ways.get(option);
  return way && [way];
}

/** Returns where the branches come to that start from these places, given what is known. */
export function spread(places: Iterable<Place>, known: Known): Spread {
  const seen = new Set<Place>();
  const open: Crossing[] = [];
  const ended: End[] = [];
  const visit = (place: Place): void => {
    if (seen.has(place)) return;
    seen.add(place);
    if (place.at === 'verdict') {
      ended.push(place);
      return;
    }
    const next = onwards(place, known);
    if (next) next.forEach(visit);
    else open.push(place);
  };
  for (const place of places) visit(place);
  return { open, ended };
}

/** Returns the question to ask next: of those that the branches need, the first in the flow's file. */
export function nextQuestion(flow: Flow, open: readonly Crossing[]): string | undefined {
  if (open.length < 2) return open[0]?.question;
  return Object.keys(flow.answers).find((question) => open.some((place) => place.question === question));
}

/** Tells whether a question has this option, “I don’t know yet” included. */
const hasOption = (flow: Flow, question: string, option: string): boolean =>
  option === DONT_KNOW || Object.hasOwn(flow.answers[question] ?? {}, option);

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Returns how many ways there are from a place to an end, unknowns taken both ways. */
function waysToEnd(place: Place, known: Known, memo: Map<Place, number>): number {
  if (place.at === 'verdict') return 1;
  const counted = memo.get(place);
  if (counted !== undefined) return counted;
  const ways = (onwards(place, known) ?? []).reduce((sum, next) => sum + waysToEnd(next, known, memo), 0);
  memo.set(place, ways);
  return ways;
}

/** Returns the outcomes of a walk with nothing left to ask, in the order of the options, at most this many. */
function outcomesOf(flow: Flow, known: Known, most: number): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const visit = (place: Place, trail: Trail, unknowns: Readonly<Record<string, string>>): void => {
    if (outcomes.length >= most) return;
    if (place.at === 'verdict') {
      outcomes.push({ unknowns, verdict: place.verdict, rule: place.rule, trail });
      return;
    }
    const { question, ways } = place;
    const isOpen = known.get(question) === DONT_KNOW;
    for (const [option, next] of ways) {
      if (!isOpen && option !== known.get(question)) continue;
      visit(next, [...trail, answerTo(question, option)], isOpen ? { ...unknowns, [question]: option } : unknowns);
    }
  };
  visit(firstPlace(flow), [], {});
  return outcomes;
}

/** Returns the walk whose branches have come to these places. */
function walkAt(flow: Flow, trail: Trail, known: Known, { open, ended }: Spread): Walk {
  const unknowns = trail.filter((answer) => optionOf(answer) === DONT_KNOW).map(questionOf);
  const question = nextQuestion(flow, open);
  if (question !== undefined) return { at: 'question', question, trail, unknowns, places: open };
  const verdicts = distinct(ended.map(({ verdict }) => verdict));
  if (verdicts.length === 1) {
    const decided = new Set(ended.map(({ rule }) => rule));
    const rules = flow.routes.weighing.map(({ rule }) => rule).filter((rule) => decided.has(rule));
    return { at: 'verdict', verdict: verdicts[0] as string, rule: rules[0] as string, rules, trail, unknowns };
  }
  const combinations = waysToEnd(firstPlace(flow), known, new Map());
  return { at: 'depends', trail, unknowns, verdicts, combinations, outcomes: outcomesOf(flow, known, MOST_OUTCOMES) };
}

/**
 * Returns where a trail leads. Answers may be `question.dont-know`: every option is then followed, and whatever any
 * branch needs is asked, in the order of the flow's file.
 * @throws UnofferedAnswer where an answer is not to the question asked there.
 */
export function walk(flow: Flow, trail: Trail): Walk {
  const known = new Map<string, string>();
  let reached = spread([firstPlace(flow)], known);
  for (const answer of trail) {
    const question = questionOf(answer);
    const isAsked = question === nextQuestion(flow, reached.open);
    if (!isAsked || !hasOption(flow, question, optionOf(answer))) throw new UnofferedAnswer(answer, flow.id);
    known.set(question, optionOf(answer));
    reached = spreadOn(reached, known);
  }
  return walkAt(flow, trail, known, reached);
}

/** Returns where the branches come to from where they stand, now that more is known. */
function spreadOn({ open, ended }: Spread, known: Known): Spread {
  return spread([...ended, ...open], known);
}

/** What of a set of answers is used by a walk from the start. */
export interface Kept {
  readonly walk: Walk;
  /** The answers that were not used, in the order given: those of `later`, and those that nothing asks for. */
  readonly unused: Trail;
  /** Of the unused, those that may still be used once the walk's question is answered. */
  readonly later: Trail;
}

/**
 * Returns the walk from the start that uses those of these answers that are still asked, up to the first question
 * without an answer. The answers come in any order; where two answer the same question, the first counts.
 */
export function keepable(flow: Flow, answers: Iterable<Answer>): Kept {
  const given = new Map<string, Answer>();
  const all = [...answers];
  for (const answer of all) {
    const question = questionOf(answer);
    if (!given.has(question) && hasOption(flow, question, optionOf(answer))) given.set(question, answer);
  }
  const known = new Map<string, string>();
  const trail: Answer[] = [];
  let reached = spread([firstPlace(flow)], known);
  for (;;) {
    const question = nextQuestion(flow, reached.open);
    const answer = question === undefined ? undefined : given.get(question);
    if (question === undefined || answer === undefined) break;
    trail.push(answer);
    known.set(question, optionOf(answer));
    reached = spreadOn(reached, known);
  }
  const used = new Set(trail);
  const unused = all.filter((answer, index) => !used.has(answer) || all.indexOf(answer) !== index);
  const mayBeAsked = (question: string) => reached.open.some(({ ahead }) => ahead.has(question));
  const later = unused.filter(
    (answer) => given.get(questionOf(answer)) === answer && !used.has(answer) && mayBeAsked(questionOf(answer)),
  );
  return { walk: walkAt(flow, trail, known, reached), unused, later };
}
