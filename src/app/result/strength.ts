import { isUnknown, type Trail } from '../../domain/answer.ts';
import type { Side } from '../../domain/flow.ts';
import type { Firmness } from '../../reasoning/changes.ts';
import type { Explanation } from '../../reasoning/explain.ts';
import { inWords } from '../numbers.ts';
import type { Ends } from '../parts/lean.tsx';

/** Returns how many answers turn a result, as a clause: “two of your five answers turn it”. */
function turningClause({ turnedBy }: Firmness, trail: Trail): string {
  const answers = trail.filter((answer) => !isUnknown(answer)).length;
  const turning = turnedBy.length;
  if (answers === 1) return 'your one answer turns it';
  if (turning === answers)
    return answers === 2 ? 'both your answers turn it' : `each of your ${inWords(answers)} answers turns it`;
  return `${inWords(turning)} of your ${inWords(answers)} answers ${turning === 1 ? 'turns' : 'turn'} it`;
}

/** Returns how firm a result is, in a sentence. */
export function strengthSentence(firm: Firmness, side: Side | null, trail: Trail): string {
  switch (firm.strength) {
    case 'settled':
      return 'One answer settles it.';
    case 'firm':
      return `Firm: no single other answer is sure to lead to ${side === null ? 'either' : 'the other'} side.`;
    case 'on-balance':
      return `On balance: ${turningClause(firm, trail)}.`;
    case 'close-call':
      return `A close call: ${turningClause(firm, trail)}.`;
  }
}

/** Returns the count as a small fact, which says so where it goes against the verdict. */
export function countFact({ lean, isApart }: Explanation, ends: Ends): string {
  if (lean.kind === 'nothing') return 'Nothing counted';
  if (lean.side === null) return `Counted: ${lean.hi} each`;
  const count = `Counted: ${lean.hi} to ${lean.lo} for “${ends[lean.side].end}”`;
  return isApart ? `${count}, the other way` : count;
}
