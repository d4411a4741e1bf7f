import { describe, expect, it } from 'vitest';
import { answerIn, questionOf, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { walk } from '../../src/domain/walk.ts';
import { flowById, flows } from '../../src/flows/index.ts';
import { type Opinions, opinions, type Taken } from '../../src/reasoning/opinions.ts';
import { sideOf } from '../../src/reasoning/side.ts';
import { machineWith, pathsWith, walkChoosing } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';

const coworker = flowById('accept-coworker') as MachineFlow;
const between = (first: Trail, second: Trail): Opinions =>
  opinions(coworker, walk(coworker, first), walk(coworker, second));

const choices = fc.array(fc.nat({ max: 180 }), { maxLength: 14 });
/** Two walks of one flow, as numbers: a flow does not print well. */
const two = fc.tuple(fc.nat({ max: flows.length - 1 }), choices, choices);

function met([index, one, other]: readonly [number, readonly number[], readonly number[]]) {
  const flow = flows[index] as MachineFlow;
  const [first, second] = [walkChoosing(flow, one), walkChoosing(flow, other)];
  return { flow, first, second, found: opinions(flow, first, second) };
}

const DIFFICULT = ['conduct.difficult', 'heat.cooled', 'pattern.settled', 'talked.unchanged'] as const;

describe('two opinions', () => {
  it('that are the same agree on everything', () => {
    const trail = [...DIFFICULT, 'stakes.power'] as const;
    expect(between(trail, trail)).toMatchObject({
      agreed: trail,
      parted: [],
      only: { first: [], second: [] },
      apart: 'none',
      turning: null,
    });
  });

  it('are turned by the difference that turns both results, though an earlier one turns the first alone', () => {
    const found = between(
      ['conduct.good', 'culture.normal', 'exposure.private'],
      ['conduct.unknown', 'culture.mixed', 'meaning.undecided', 'overlap.yes', 'exposure.some'],
    );
    expect(found.parted.map(({ question }) => question)).toEqual(['conduct', 'culture', 'exposure']);
    expect(found.turning).toMatchObject({
      first: 'exposure.private',
      second: 'exposure.some',
      intoFirst: { apart: 'side', verdicts: ['boundaries'], meets: true },
      intoSecond: { apart: 'side', verdicts: ['get-to-know'], meets: false },
    });
  });

  it('that part in one answer are turned by it', () => {
    const found = between([...DIFFICULT, 'stakes.power'], [...DIFFICULT, 'stakes.little']);
    expect(found.agreed).toEqual(DIFFICULT);
    expect(found.only).toEqual({ first: [], second: [] });
    expect(found.apart).toBe('side');
    expect(found.turning).toMatchObject({
      question: 'stakes',
      intoFirst: { apart: 'side', meets: true },
      intoSecond: { apart: 'side', verdicts: ['boundaries'], meets: true },
    });
  });

  it('can part and come to the same', () => {
    const found = between(['conduct.good', 'culture.frowned'], ['conduct.unknown', 'culture.frowned']);
    expect(found).toMatchObject({ apart: 'none', parted: [{ question: 'conduct' }] });
  });

  it('hang on what one does not know: perhaps they part', () => {
    const found = between(['conduct.good', 'culture.frowned'], ['conduct.good', 'culture.dont-know', 'exposure.fine']);
    expect(found.apart).toBe('perhaps');
    expect(found.turning).toBeNull();
  });
});

describe('any two walks', () => {
  it('are told apart question by question, each once', () => {
    fc.assert(
      fc.property(two, (given) => {
        const { first, second, found } = met(given);
        const { agreed, parted, only } = found;
        const firsts = [...agreed, ...parted.map((one) => one.first), ...only.first];
        const seconds = [...agreed, ...parted.map((one) => one.second), ...only.second];
        expect([...firsts].sort()).toEqual([...first.trail].sort());
        expect([...seconds].sort()).toEqual([...second.trail].sort());
        for (const { question } of parted) expect(answerIn(agreed, question)).toBeUndefined();
      }),
    );
  });

  it('are seen alike from either side', () => {
    fc.assert(
      fc.property(two, (given) => {
        const { flow, first, second, found } = met(given);
        const turned = opinions(flow, second, first);
        expect([turned.apart, turned.agreed, turned.only.first, turned.only.second]).toEqual([
          found.apart,
          found.agreed,
          found.only.second,
          found.only.first,
        ]);
        expect(turned.turning?.question).toBe(found.turning?.question);
        expect(turned.turning?.intoFirst ?? null).toEqual(found.turning?.intoSecond ?? null);
      }),
    );
  });

  it('end in just the verdicts that the machine can reach from their answers', () => {
    fc.assert(
      fc.property(two, (given) => {
        const { flow, first, found } = met(given);
        const reached = new Set(pathsWith(flow, first.trail).map(({ verdict }) => verdict));
        expect([...found.verdicts.first].sort()).toEqual([...reached].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('are turned by a difference that the machine confirms, and by no greater one', () => {
    const weight = (flow: MachineFlow, from: readonly string[], to: readonly string[]): number => {
      if (from.some((verdict) => to.includes(verdict))) return 0;
      const sides = from.map((verdict) => sideOf(flow, verdict));
      return to.some((verdict) => sides.includes(sideOf(flow, verdict))) ? 1 : 2;
    };
    fc.assert(
      fc.property(two, (given) => {
        const { flow, first, second, found } = met(given);
        /** The verdicts of every path that has these answers, the other's where these ask what they lack. */
        const ends = (own: Trail, other: Trail, question: string): readonly string[] => {
          const swap = answerIn(other, question);
          const kept = own.filter((answer) => questionOf(answer) !== question);
          const known = [
            ...(swap ? [swap] : []),
            ...kept,
            ...other.filter((answer) => !own.some((one) => questionOf(one) === questionOf(answer))),
          ];
          return [...new Set(pathsWith(flow, known).map(({ verdict }) => verdict))];
        };
        const weights = found.parted.map(({ question }) => {
          const one = weight(flow, found.verdicts.first, ends(first.trail, second.trail, question));
          const other = weight(flow, found.verdicts.second, ends(second.trail, first.trail, question));
          return one + other;
        });
        const of = (taken: Taken | null | undefined): number => (taken ? (taken.apart === 'side' ? 2 : 1) : 0);
        const { turning } = found;
        expect(of(turning?.intoFirst) + of(turning?.intoSecond)).toBe(Math.max(0, ...weights));
        if (turning?.intoFirst) {
          expect([...turning.intoFirst.verdicts].sort()).toEqual(
            [...ends(first.trail, second.trail, turning.question)].sort(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('without unknowns and at their ends: one answer of the other’s replays to the verdict that it names', () => {
    fc.assert(
      fc.property(two, (given) => {
        const { flow, first, second, found } = met(given);
        const taken = found.turning?.intoFirst;
        fc.pre(
          taken?.verdicts.length === 1 &&
            [...first.trail, ...second.trail].every((answer) => !answer.endsWith('.dont-know')),
        );
        const swap = found.turning?.second;
        const step = machineWith(flow, [
          ...(swap ? [swap] : []),
          ...first.trail.filter((answer) => questionOf(answer) !== found.turning?.question),
          ...second.trail,
        ]);
        if (step.at === 'verdict') expect([step.verdict]).toEqual(taken?.verdicts);
      }),
      { numRuns: 60 },
    );
  });
});
