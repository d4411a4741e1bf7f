import type { Answer, Trail } from '../domain/answer.ts';
import { all, type Condition, holds, not, said } from '../domain/condition.ts';
import type { Entry, Rule } from './entry.ts';

/** A question of the rule on which a decision can part from it. */
export type Point = 'whom' | 'link' | 'silence' | 'clearing';

interface Contrast {
  readonly point: Point;
  readonly flows: readonly string[];
  /** What the rule says. */
  readonly rule: Condition;
  /** What the decision says. */
  readonly decision: Condition;
  /** The verdicts at which it says so; any of them where there are none. */
  readonly verdicts?: readonly string[];
}

/** Always holds: a condition that every trail meets. */
const always: Condition = all();

const MEANING = ['accept-coworker', 'remove-connection'];
const meansVouching = said('link.vouch', 'whom.vouch');

const CONTRASTS: readonly Contrast[] = [
  { point: 'link', flows: MEANING, rule: meansVouching, decision: said('meaning.contact') },
  { point: 'link', flows: MEANING, rule: said('link.contact'), decision: said('meaning.vouch') },
  {
    point: 'whom',
    flows: ['accept-stranger'],
    rule: said('whom.anyone', 'whom.open'),
    decision: said('rule.meet', 'rule.vouch'),
  },
  { point: 'whom', flows: ['accept-stranger'], rule: said('whom.meet'), decision: said('rule.open', 'rule.vouch') },
  { point: 'whom', flows: ['accept-stranger'], rule: said('whom.vouch'), decision: said('rule.open', 'rule.meet') },
  {
    point: 'whom',
    flows: ['accept-coworker', 'accept-stranger'],
    rule: said('whom.anyone'),
    decision: not(said('note.sales')),
    verdicts: ['ignore', 'decline'],
  },
  {
    point: 'silence',
    flows: ['remove-connection'],
    rule: said('silence.nothing'),
    decision: said('contact.silence'),
    verdicts: ['remove'],
  },
  {
    point: 'silence',
    flows: ['remove-connection'],
    rule: said('silence.answer'),
    decision: all(said('contact.silence'), said('signal.active')),
    verdicts: ['keep', 'mute'],
  },
  {
    point: 'silence',
    flows: ['remove-connection'],
    rule: said('silence.answer'),
    decision: all(said('contact.silence'), said('signal.away')),
    verdicts: ['reach-out'],
  },
  {
    point: 'clearing',
    flows: ['remove-connection'],
    rule: said('clearing.never'),
    decision: always,
    verdicts: ['remove'],
  },
];

/** Where one kept decision and the reader’s rule part. */
export interface Parting {
  readonly entry: Entry;
  readonly point: Point;
  /** The answer of the rule that says otherwise. */
  readonly ruled: Answer;
  /** The answer of the decision that says otherwise; null where it is the verdict that does. */
  readonly decided: Answer | null;
}

const saidIn = (condition: Condition, trail: Trail): Answer | undefined => {
  if ('said' in condition) return trail.find((answer) => condition.said.includes(answer));
  if ('not' in condition) return undefined;
  return ('all' in condition ? condition.all : condition.any).map((part) => saidIn(part, trail)).find((one) => one);
};

function partingAt(entry: Entry, rule: Rule, contrast: Contrast): Parting | undefined {
  const { flows, verdicts, point } = contrast;
  if (!flows.includes(entry.flow) || (verdicts && !verdicts.includes(entry.verdict))) return undefined;
  if (!holds(contrast.rule, rule.answers) || !holds(contrast.decision, entry.answers)) return undefined;
  const ruled = saidIn(contrast.rule, rule.answers);
  return ruled && { entry, point, ruled, decided: saidIn(contrast.decision, entry.answers) ?? null };
}

/**
 * Returns where kept decisions and the rule part, a decision once on each point, in the order of the entries. Nothing
 * that safety settled is held against a rule, nor what the reader has called an exception.
 */
export function partings(entries: readonly Entry[], rule: Rule): readonly Parting[] {
  return entries
    .filter(({ isSettled, isException }) => !isSettled && !isException)
    .flatMap((entry) => {
      const points = new Map<Point, Parting>();
      for (const contrast of CONTRASTS) {
        const parting = partingAt(entry, rule, contrast);
        if (parting && !points.has(parting.point)) points.set(parting.point, parting);
      }
      return [...points.values()];
    });
}
