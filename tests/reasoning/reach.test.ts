import { describe, expect, it } from 'vitest';
import { questionOf, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { firstPlace } from '../../src/domain/place.ts';
import { flows } from '../../src/flows/index.ts';
import { certainVerdict, knownFrom, reach } from '../../src/reasoning/reach.ts';
import { allPaths, anyWalk, optionsOf, pathsWith } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';

const anyAnswers: fc.Arbitrary<{ readonly flow: MachineFlow; readonly answers: Trail }> = fc
  .tuple(fc.constantFrom(...flows), fc.array(fc.nat(), { maxLength: 12 }))
  .map(([flow, choices]) => {
    const questions = Object.keys(flow.answers).slice(0, choices.length);
    const answers = questions.flatMap((question, index) => {
      const options = ['', 'dont-know', ...optionsOf(flow, question)];
      const option = options[(choices[index] as number) % options.length];
      return option === '' ? [] : [`${question}.${option}` as const];
    });
    return { flow, answers };
  });

describe('what can be reached', () => {
  it('is what some path that agrees with the answers comes to', () => {
    fc.assert(
      fc.property(anyAnswers, ({ flow, answers }) => {
        const { verdicts, questions } = reach(flow, [firstPlace(flow)], knownFrom(answers));
        const paths = pathsWith(flow, answers);
        expect(new Set(verdicts)).toEqual(new Set(paths.map(({ verdict }) => verdict)));
        const asked = new Set(paths.flatMap(({ trail }) => trail.map(questionOf)));
        for (const answer of answers) asked.delete(questionOf(answer));
        expect(new Set(questions)).toEqual(asked);
      }),
      { numRuns: 1000 },
    );
  }, 20_000);

  it('is certain where every path that agrees comes to one verdict, and only there', () => {
    fc.assert(
      fc.property(anyAnswers, ({ flow, answers }) => {
        const verdicts = new Set(pathsWith(flow, answers).map(({ verdict }) => verdict));
        const certain = certainVerdict([firstPlace(flow)], knownFrom(answers));
        expect(certain).toBe(verdicts.size === 1 ? [...verdicts][0] : undefined);
      }),
      { numRuns: 1000 },
    );
  }, 20_000);

  it('is the verdict alone where a path has come to its end', () => {
    for (const { flow, path } of allPaths) {
      expect(reach(flow, [firstPlace(flow)], knownFrom(path.trail))).toEqual({
        verdicts: [path.verdict],
        questions: [],
      });
    }
  });

  it('only shrinks as known answers are given', () => {
    fc.assert(
      fc.property(anyWalk, ({ flow, reached }) => {
        let before = Object.keys(flow.verdicts);
        reached.trail.forEach((_, index) => {
          const known = knownFrom(reached.trail.slice(0, index + 1));
          const { verdicts } = reach(flow, [firstPlace(flow)], known);
          expect(before).toEqual(expect.arrayContaining([...verdicts]));
          before = [...verdicts];
        });
      }),
    );
  });
});
