import { describe, expect, it } from 'vitest';
import { type Answer, answerIn, isUnknown, questionOf, type Trail } from '../../src/domain/answer.ts';
import { UnofferedAnswer } from '../../src/domain/flow.ts';
import { replay } from '../../src/domain/replay.ts';
import { keepable, walk } from '../../src/domain/walk.ts';
import { acceptCoworker } from '../../src/flows/accept-coworker.ts';
import { introduce } from '../../src/flows/introduce.ts';
import { fc } from '../fc.ts';
import { allPaths, anyEndedWalk, anyWalk, machineWith, optionsOf, possibleTrails } from './arbitrary.ts';

describe('a walk without unknowns', () => {
  it('stands where the machine stands, at every step of every path', () => {
    for (const { flow, path } of allPaths) {
      for (let length = 0; length <= path.trail.length; length++) {
        const trail = path.trail.slice(0, length);
        expect(walk(flow, trail)).toMatchObject({ ...replay(flow, trail), unknowns: [] });
      }
    }
  });

  it('names the one rule that decided', () => {
    for (const { flow, path } of allPaths) expect(walk(flow, path.trail)).toMatchObject({ rules: [path.rule] });
  });

  it('refuses an answer to a question that is not asked there', () => {
    expect(() => walk(acceptCoworker, ['heat.warm'])).toThrow(UnofferedAnswer);
    expect(() => walk(acceptCoworker, ['heat.warm'])).toThrow('“heat.warm” is not on offer at this step');
    expect(() => walk(acceptCoworker, ['conduct.harmful', 'heat.warm'])).toThrow(UnofferedAnswer);
  });

  it('refuses an option that the question does not have', () => {
    expect(() => walk(acceptCoworker, ['conduct.splendid'])).toThrow(UnofferedAnswer);
    expect(() => walk(acceptCoworker, ['conduct.toString'])).toThrow(UnofferedAnswer);
  });

  it('refuses an unknown to a question that is not asked there', () => {
    expect(() => walk(acceptCoworker, ['heat.dont-know'])).toThrow(UnofferedAnswer);
  });
});

describe('a walk with unknowns', () => {
  it('asks what any branch needs, in the order of the flow’s file', () => {
    const asked = (trail: Trail) => walk(acceptCoworker, trail);
    expect(asked(['conduct.dont-know'])).toMatchObject({ at: 'question', question: 'culture' });
    // Someone one likes is asked about exposure, somebody unknown about meaning, somebody difficult about heat.
    expect(asked(['conduct.dont-know', 'culture.normal'])).toMatchObject({ question: 'exposure' });
    expect(asked(['conduct.dont-know', 'culture.normal', 'exposure.fine'])).toMatchObject({ question: 'heat' });
    expect(asked(['conduct.dont-know', 'culture.normal', 'exposure.fine', 'heat.warm'])).toMatchObject({
      question: 'meaning',
    });
  });

  it('uses an answer again where another branch comes to its question later', () => {
    const trail: Trail = ['conduct.dont-know', 'culture.normal', 'exposure.some', 'heat.warm', 'meaning.contact'];
    const reached = walk(acceptCoworker, trail);
    if (reached.at !== 'depends') throw new Error(reached.at);
    expect(reached.outcomes).toEqual([
      {
        unknowns: { conduct: 'good' },
        verdict: 'boundaries',
        rule: 'someThingsToHide',
        trail: ['conduct.good', 'culture.normal', 'exposure.some'],
      },
      {
        unknowns: { conduct: 'unknown' },
        verdict: 'boundaries',
        rule: 'someThingsToHide',
        trail: ['conduct.unknown', 'culture.normal', 'meaning.contact', 'exposure.some'],
      },
      {
        unknowns: { conduct: 'difficult' },
        verdict: 'wait',
        rule: 'quarrelStillWarm',
        trail: ['conduct.difficult', 'heat.warm'],
      },
      { unknowns: { conduct: 'harmful' }, verdict: 'protect', rule: 'harassesOrThreatens', trail: ['conduct.harmful'] },
    ]);
  });

  it('ends in one verdict where the unknown makes no difference, with every rule that may have decided', () => {
    expect(walk(introduce, ['vouch.dont-know', 'fit.wrong', 'better.no'])).toMatchObject({
      at: 'verdict',
      verdict: 'decline',
      unknowns: ['vouch'],
    });
    const reached = walk(introduce, ['vouch.dont-know', 'fit.wrong', 'better.no']);
    expect(reached.at === 'verdict' && reached.rules.length).toBeGreaterThan(1);
  });

  it('depends where the unknown makes a difference', () => {
    expect(walk(introduce, ['vouch.no'])).toMatchObject({ at: 'verdict', verdict: 'decline' });
    expect(walk(introduce, ['vouch.dont-know', 'fit.right', 'welcome.yes'])).toMatchObject({
      at: 'depends',
      combinations: 4,
      unknowns: ['vouch'],
    });
  });

  it('comes to the machine’s verdict for everything that its unknowns may turn out to be', () => {
    fc.assert(
      fc.property(anyEndedWalk, ({ flow, reached }) => {
        if (reached.at === 'question') return false;
        const possible = possibleTrails(flow, reached.trail).map((trail) => machineWith(flow, trail));
        const ends = new Set(possible.map((step) => (step.at === 'verdict' ? step.verdict : `asks ${step.question}`)));
        const verdicts = reached.at === 'verdict' ? [reached.verdict] : reached.verdicts;
        expect(new Set(verdicts)).toEqual(ends);
        if (reached.at === 'verdict') {
          const rules = new Set(possible.map((step) => (step.at === 'verdict' ? step.rule : '')));
          expect(new Set(reached.rules)).toEqual(rules);
        }
        return true;
      }),
      { numRuns: 300 },
    );
  }, 20_000);

  it('gives outcomes that the machine replays, each once, and all of them', () => {
    fc.assert(
      fc.property(anyEndedWalk, ({ flow, reached }) => {
        if (reached.at !== 'depends') return;
        const possible = possibleTrails(flow, reached.trail).map((trail) => machineWith(flow, trail).trail.join());
        expect(new Set(reached.outcomes.map(({ trail }) => trail.join()))).toEqual(new Set(possible));
        expect(reached.combinations).toBe(new Set(possible).size);
        expect(reached.outcomes).toHaveLength(reached.combinations);
        for (const { trail, verdict, rule, unknowns } of reached.outcomes) {
          expect(replay(flow, trail)).toMatchObject({ at: 'verdict', verdict, rule });
          for (const answer of trail) {
            const given = answerIn(reached.trail, questionOf(answer)) as Answer;
            const assumed = unknowns[questionOf(answer)];
            expect(assumed === undefined ? given : `${questionOf(answer)}.${assumed}`).toBe(answer);
            expect(assumed !== undefined).toBe(isUnknown(given));
          }
        }
      }),
      { numRuns: 300 },
    );
  }, 20_000);

  it('asks only what some branch needs, the first in the flow’s file, and nothing twice', () => {
    fc.assert(
      fc.property(anyWalk, ({ flow, reached }) => {
        reached.trail.forEach((answer, index) => {
          const needed = new Set(
            possibleTrails(flow, reached.trail.slice(0, index)).flatMap((trail) => {
              const step = machineWith(flow, trail);
              return step.at === 'question' ? [step.question] : [];
            }),
          );
          expect(questionOf(answer)).toBe(Object.keys(flow.answers).find((question) => needed.has(question)));
        });
        expect(new Set(reached.trail.map(questionOf)).size).toBe(reached.trail.length);
      }),
      { numRuns: 200 },
    );
  }, 20_000);
});

describe('the answers of a walk that can be kept', () => {
  it('are all of them, in whatever order they come', () => {
    const shuffled = anyWalk.chain(({ flow, reached }) =>
      fc
        .shuffledSubarray([...reached.trail], { minLength: reached.trail.length })
        .map((trail) => ({ flow, reached, trail })),
    );
    fc.assert(
      fc.property(shuffled, ({ flow, reached, trail }) => {
        expect(keepable(flow, trail)).toEqual({ walk: reached, unused: [], later: [] });
      }),
    );
  });

  it('stop at the first question that has no answer, and name what may be used after it', () => {
    const {
      walk: reached,
      unused,
      later,
    } = keepable(acceptCoworker, ['meaning.vouch', 'conduct.difficult', 'culture.normal', 'pattern.settled']);
    expect(reached).toMatchObject({ at: 'question', question: 'heat', trail: ['conduct.difficult'] });
    expect(unused).toEqual(['meaning.vouch', 'culture.normal', 'pattern.settled']);
    expect(later).toEqual(['meaning.vouch', 'pattern.settled']);
  });

  it('leave out what the flow does not know, and the second answer to a question', () => {
    const given: Trail = ['conduct.splendid', 'weather.fine', 'conduct.difficult', 'heat.warm', 'conduct.good'];
    const { walk: reached, unused, later } = keepable(acceptCoworker, given);
    expect(reached).toMatchObject({ at: 'verdict', verdict: 'wait', trail: ['conduct.difficult', 'heat.warm'] });
    expect(unused).toEqual(['conduct.splendid', 'weather.fine', 'conduct.good']);
    expect(later).toEqual([]);
  });

  it('offer again, of two answers to a question that may still be asked, the first alone', () => {
    const given: Trail = ['conduct.difficult', 'talked.unchanged', 'talked.improved', 'talked.splendid'];
    expect(keepable(acceptCoworker, given)).toMatchObject({
      walk: { question: 'heat' },
      unused: ['talked.unchanged', 'talked.improved', 'talked.splendid'],
      later: ['talked.unchanged'],
    });
  });

  it('leave out the same answer given twice', () => {
    expect(keepable(acceptCoworker, ['conduct.good', 'conduct.good'])).toMatchObject({
      walk: { trail: ['conduct.good'], question: 'culture' },
      unused: ['conduct.good'],
      later: [],
    });
  });

  it('make a walk that can be walked, whatever is thrown at them', () => {
    const anything = fc.tuple(fc.constantFrom(...allPaths), fc.array(fc.constantFrom(...allPaths), { maxLength: 3 }));
    fc.assert(
      fc.property(anything, ([{ flow, path }, others]) => {
        const answers = [...others.flatMap((other) => other.path.trail), ...path.trail];
        const { walk: reached, unused } = keepable(flow, answers);
        expect(walk(flow, reached.trail)).toEqual(reached);
        expect(reached.trail.length + unused.length).toBe(answers.length);
        if (reached.at === 'question') {
          const options = optionsOf(flow, reached.question).map((option) => `${reached.question}.${option}`);
          expect(answers.some((answer) => options.includes(answer))).toBe(false);
        }
      }),
    );
  });
});
