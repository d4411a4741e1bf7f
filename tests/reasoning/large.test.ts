import { describe, expect, it } from 'vitest';
import { largeFlow, largeLedger } from '../../src/commands/large-flow.ts';
import { answerTo, DONT_KNOW, isUnknown, questionOf, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { replay } from '../../src/domain/replay.ts';
import { keepable, type Walk, walk } from '../../src/domain/walk.ts';
import { changes, firmness } from '../../src/reasoning/changes.ts';
import { depends } from '../../src/reasoning/depends.ts';
import { explain } from '../../src/reasoning/explain.ts';
import { remaining } from '../../src/reasoning/remaining.ts';
import { machineWith, optionsOf, possibleTrails } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';

const QUESTIONS = 12;
const flow = largeFlow({ questions: QUESTIONS, options: 4, seed: 1 });

/** Returns the walk that answers by these choices: a number beyond the options is an unknown. */
function walkChoosing(choices: readonly number[], of: MachineFlow = flow): Walk {
  let reached = walk(of, []);
  for (const choice of choices) {
    if (reached.at !== 'question') break;
    const option = optionsOf(of, reached.question)[choice] ?? DONT_KNOW;
    reached = walk(of, [...reached.trail, answerTo(reached.question, option)]);
  }
  return reached;
}

const choicesUpTo = (max: number) => fc.array(fc.nat({ max }), { minLength: QUESTIONS, maxLength: QUESTIONS });

describe('any flow of five questions', () => {
  /** A flow of any shape, and a walk into it, unknowns included. */
  const anySmallWalk = fc
    .record({ seed: fc.nat({ max: 10_000 }), choices: fc.array(fc.nat({ max: 3 }), { maxLength: 5 }) })
    .map(({ seed, choices }) => {
      const small = largeFlow({ questions: 5, options: 3, seed });
      return { small, reached: walkChoosing(choices, small) };
    });

  /** Returns how many questions each walk that goes on from here asks. */
  const countByWalking = (small: MachineFlow, reached: Walk): readonly number[] => {
    if (reached.at !== 'question') return [0];
    const next = (option: string) => walk(small, [...reached.trail, answerTo(reached.question, option)]);
    return optionsOf(small, reached.question).flatMap((option) =>
      countByWalking(small, next(option)).map((count) => count + 1),
    );
  };

  it('has as many questions left as the walks that go on ask', () => {
    fc.assert(
      fc.property(anySmallWalk, ({ small, reached }) => {
        if (reached.at !== 'question') return;
        const counts = countByWalking(small, reached);
        expect(remaining(small, reached)).toMatchObject({
          least: Math.min(...counts) - 1,
          most: Math.max(...counts) - 1,
        });
      }),
      { numRuns: 400 },
    );
  }, 20_000);

  it('comes to the machine’s verdict for everything that its unknowns may turn out to be', () => {
    fc.assert(
      fc.property(anySmallWalk, ({ small, reached }) => {
        if (reached.at === 'question') return;
        const possible = possibleTrails(small, reached.trail).map((trail) => machineWith(small, trail));
        const verdicts = reached.at === 'verdict' ? [reached.verdict] : reached.verdicts;
        expect(new Set(possible.map((step) => step.at === 'verdict' && step.verdict))).toEqual(new Set(verdicts));
      }),
      { numRuns: 100 },
    );
  }, 20_000);
});

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
    const reached = keepable(flow, unknowns).walk;
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
