import { describe, expect, it } from 'vitest';
import { answerTo, questionOf, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { type Depending, walk } from '../../src/domain/walk.ts';
import { acceptCoworker } from '../../src/flows/accept-coworker.ts';
import { introduce } from '../../src/flows/introduce.ts';
import { depends, MOST_SHOWN } from '../../src/reasoning/depends.ts';
import { sideOf } from '../../src/reasoning/side.ts';
import { anyEndedWalk, optionsOf, pathsWith } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';

const depending = (flow: MachineFlow, trail: Trail): Depending => {
  const reached = walk(flow, trail);
  if (reached.at !== 'depends') throw new Error(`${trail}: ${reached.at}`);
  return reached;
};

/** Returns a property of every walk that depends on its unknowns. */
const whereItDepends = (holds: (flow: MachineFlow, reached: Depending) => void) =>
  fc.property(anyEndedWalk, ({ flow, reached }) => {
    if (reached.at === 'depends') holds(flow, reached);
  });

describe('what a verdict depends on', () => {
  it('is each unknown with what each of its options leaves', () => {
    expect(depends(introduce, depending(introduce, ['vouch.dont-know', 'fit.right', 'welcome.yes'])).unknowns).toEqual([
      {
        question: 'vouch',
        options: [
          { option: 'gladly', verdicts: ['introduce'] },
          { option: 'partly', verdicts: ['with-context'] },
          { option: 'unknown', verdicts: ['learn-first'] },
          { option: 'no', verdicts: ['decline'] },
        ],
      },
    ]);
  });

  it('leaves what the machine leaves on every path that agrees', () => {
    fc.assert(
      whereItDepends((flow, reached) => {
        for (const { question, options } of depends(flow, reached).unknowns) {
          expect(options.map(({ option }) => option)).toEqual(optionsOf(flow, question));
          for (const { option, verdicts } of options) {
            const known = reached.trail.map((answer) =>
              questionOf(answer) === question ? answerTo(question, option) : answer,
            );
            expect(new Set(verdicts)).toEqual(new Set(pathsWith(flow, known).map(({ verdict }) => verdict)));
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 20_000);

  it('is grouped by verdict, from the most closed to the most open, every outcome in one group', () => {
    fc.assert(
      whereItDepends((flow, reached) => {
        const { groups, isGrouped } = depends(flow, reached);
        const openness = groups.map(({ verdict }) => flow.verdicts[verdict]?.openness ?? -1);
        expect(openness).toEqual([...openness].sort((one, other) => one - other));
        expect(new Set(groups.map(({ verdict }) => verdict))).toEqual(new Set(reached.verdicts));
        expect(groups.flatMap(({ outcomes }) => outcomes)).toHaveLength(reached.outcomes.length);
        for (const { verdict, side, outcomes, unknowns } of groups) {
          expect(side).toBe(sideOf(flow, verdict));
          for (const outcome of outcomes) {
            expect(outcome.verdict).toBe(verdict);
            for (const [question, option] of Object.entries(outcome.unknowns)) {
              expect(unknowns[question]).toContain(option);
            }
          }
        }
        expect(isGrouped).toBe(reached.combinations > MOST_SHOWN);
      }),
      { numRuns: 200 },
    );
  }, 20_000);

  it('is shown one by one up to six outcomes, and grouped from seven on', () => {
    const four = depending(introduce, ['vouch.dont-know', 'fit.right', 'welcome.yes']);
    expect(depends(introduce, four).isGrouped).toBe(false);
    expect(depends(introduce, { ...four, combinations: 6 }).isGrouped).toBe(false);
    expect(depends(introduce, { ...four, combinations: 7 }).isGrouped).toBe(true);
  });
});

describe('the fact most worth finding out first', () => {
  it('is the unknown that leaves the fewest sides', () => {
    // Whether the quarrel is warm leaves two sides at most; what a connection means leaves three.
    const trail: Trail = [
      'conduct.difficult',
      'heat.dont-know',
      'pattern.bad-days',
      'talked.improved',
      'meaning.dont-know',
    ];
    const { first, unknowns } = depends(acceptCoworker, depending(acceptCoworker, trail));
    const sides = unknowns.map(({ question, options }) => [
      question,
      options.map(({ verdicts }) => new Set(verdicts.map((verdict) => sideOf(acceptCoworker, verdict))).size),
    ]);
    expect(sides).toEqual([
      ['heat', [1, 2]],
      ['meaning', [1, 2, 2]],
    ]);
    expect(first.question).toBe('heat');
  });

  it('leaves, on average, no more sides, then verdicts, than any other unknown, and is asked first of equals', () => {
    fc.assert(
      whereItDepends((flow, reached) => {
        const { first, unknowns } = depends(flow, reached);
        const score = ({ options }: (typeof unknowns)[number]): number => {
          const sides = options.map(({ verdicts }) => new Set(verdicts.map((one) => sideOf(flow, one))).size);
          const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
          return (1000 * sum(sides) + sum(options.map(({ verdicts }) => verdicts.length))) / options.length;
        };
        const best = Math.min(...unknowns.map(score));
        expect(score(first)).toBeCloseTo(best);
        expect(first.question).toBe(unknowns.find((one) => Math.abs(score(one) - best) < 1e-9)?.question);
        expect(reached.unknowns).toContain(first.question);
      }),
      { numRuns: 300 },
    );
  }, 20_000);
});
