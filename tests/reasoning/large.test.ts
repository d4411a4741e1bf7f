import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largeFlow, largeLedger } from '../../src/commands/large-flow.ts';
import { answerTo, DONT_KNOW, isUnknown, questionOf, type Trail } from '../../src/domain/answer.ts';
import { replay } from '../../src/domain/flow.ts';
import { type Walk, walk } from '../../src/domain/walk.ts';
import { changes, firmness } from '../../src/reasoning/changes.ts';
import { depends } from '../../src/reasoning/depends.ts';
import { explain } from '../../src/reasoning/explain.ts';
import { remaining } from '../../src/reasoning/remaining.ts';
import { optionsOf } from '../domain/arbitrary.ts';

const QUESTIONS = 12;
const flow = largeFlow({ questions: QUESTIONS, options: 4, seed: 1 });

/** Returns the walk that answers by these choices: 4 is an unknown, anything below an option. */
function walkChoosing(choices: readonly number[]): Walk {
  let reached = walk(flow, []);
  for (const choice of choices) {
    if (reached.at !== 'question') break;
    const option = optionsOf(flow, reached.question)[choice] ?? DONT_KNOW;
    reached = walk(flow, [...reached.trail, answerTo(reached.question, option)]);
  }
  return reached;
}

const choicesUpTo = (max: number) => fc.array(fc.nat({ max }), { minLength: QUESTIONS, maxLength: QUESTIONS });

describe('a flow of twelve questions with four options each', () => {
  it('is walked as its machine walks it', () => {
    fc.assert(
      fc.property(choicesUpTo(3), (choices) => {
        const reached = walkChoosing(choices);
        expect(replay(flow, reached.trail)).toMatchObject({ at: 'verdict' });
        expect(reached).toMatchObject(replay(flow, reached.trail));
      }),
      { numRuns: 40 },
    );
  });

  it('is reasoned about with every answer unknown, millions of outcomes or not', () => {
    const unknowns: Trail = Object.keys(flow.answers).map((question) => answerTo(question, DONT_KNOW));
    const reached = walk(flow, unknowns);
    if (reached.at !== 'depends') throw new Error(reached.at);
    expect(reached.combinations).toBeGreaterThan(1_000_000);
    expect(reached.outcomes).toHaveLength(128);
    for (const { trail, verdict, rule } of reached.outcomes.slice(0, 10)) {
      expect(replay(flow, trail)).toMatchObject({ verdict, rule });
    }
    const { groups, isGrouped, unknowns: lookups } = depends(flow, reached);
    expect(groups.map(({ verdict }) => verdict).sort()).toEqual([...reached.verdicts].sort());
    expect(isGrouped).toBe(true);
    expect(lookups).toHaveLength(QUESTIONS);
    expect(changes(flow, reached).singles).toHaveLength(QUESTIONS * 4);
  }, 20_000);

  it('is reasoned about with some answers unknown', () => {
    fc.assert(
      fc.property(choicesUpTo(4), (choices) => {
        const reached = walkChoosing(choices);
        if (reached.at === 'question') throw new Error('there are more questions than choices');
        const { singles } = changes(flow, reached);
        expect(singles.length).toBeGreaterThan(0);
        if (reached.at === 'depends') {
          expect(reached.unknowns).toContain(depends(flow, reached).first.question);
        } else {
          expect(explain(flow, largeLedger, reached).verdict).toBe(reached.verdict);
          expect(firmness(flow, reached, singles).turnedBy.length).toBeLessThanOrEqual(reached.trail.length);
        }
      }),
      { numRuns: 15 },
    );
  }, 20_000);

  it('never has more left than before, although its walks are too many to count', () => {
    expect(remaining(flow, walk(flow, []) as Extract<Walk, { at: 'question' }>).most).toBe(QUESTIONS - 1);
    fc.assert(
      fc.property(choicesUpTo(4), (choices) => {
        const { trail } = walkChoosing(choices);
        let before = Number.POSITIVE_INFINITY;
        trail.forEach((answer, index) => {
          const reached = walk(flow, trail.slice(0, index));
          if (reached.at !== 'question') throw new Error(reached.at);
          const { least, median, most } = remaining(flow, reached);
          expect(questionOf(answer)).toBe(reached.question);
          const previous = trail[index - 1];
          if (previous && !isUnknown(previous)) expect(median).toBeLessThanOrEqual(before);
          expect(least).toBeGreaterThanOrEqual(0);
          expect(median).toBeGreaterThanOrEqual(least);
          expect(most).toBeGreaterThanOrEqual(trail.length - index - 1);
          before = median;
        });
      }),
      { numRuns: 10 },
    );
  }, 20_000);
});
