import { describe, expect, it } from 'vitest';
import { type Answer, answerTo, isUnknown, optionOf, questionOf, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { replay } from '../../src/domain/replay.ts';
import { type Decided, type Depending, keepable, type Walk, walk } from '../../src/domain/walk.ts';
import { acceptCoworker } from '../../src/flows/accept-coworker.ts';
import { introduce } from '../../src/flows/introduce.ts';
import { requestDeclined } from '../../src/flows/request-declined.ts';
import { type Change, type Changes, changes, firmness, verdictsOf } from '../../src/reasoning/changes.ts';
import { sideOf } from '../../src/reasoning/side.ts';
import { allPaths, anyEndedWalk, optionsOf, pathsWith } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';

const ended = (flow: MachineFlow, trail: Trail): Decided | Depending => {
  const reached = walk(flow, trail);
  if (reached.at === 'question') throw new Error(`${trail} is not at its end`);
  return reached;
};

const decided = (flow: MachineFlow, trail: Trail): Decided => {
  const reached = ended(flow, trail);
  if (reached.at !== 'verdict') throw new Error(`${trail} depends`);
  return reached;
};

interface Worked {
  readonly flow: MachineFlow;
  readonly trail: Trail;
  readonly verdict: string;
  readonly all: Changes;
}

const worked: readonly Worked[] = allPaths.map(({ flow, path: { trail, verdict } }) => ({
  flow,
  trail,
  verdict,
  all: changes(flow, decided(flow, trail)),
}));

const swapped = (trail: Trail, { swaps }: Change): Trail => {
  const rest = trail.filter((answer) => swaps.every(({ question }) => question !== questionOf(answer)));
  return [...rest, ...swaps.map(({ to }) => to)];
};

/** Returns the verdicts of every walk that goes on from here, answering what is asked with what is kept, else anyhow. */
function verdictsOnwards(flow: MachineFlow, reached: Walk, kept: Trail): ReadonlySet<string> {
  if (reached.at === 'verdict') return new Set([reached.verdict]);
  if (reached.at === 'depends') return new Set(reached.verdicts);
  const verdicts = new Set<string>();
  for (const option of optionsOf(flow, reached.question)) {
    const next = keepable(flow, [...reached.trail, answerTo(reached.question, option), ...kept]).walk;
    for (const verdict of verdictsOnwards(flow, next, kept)) verdicts.add(verdict);
  }
  return verdicts;
}

/** Tells that replaying a change leads where the change says, by walking every way that it opens. */
function expectKept(flow: MachineFlow, trail: Trail, change: Change): void {
  const kept = swapped(trail, change);
  const reached = walk(flow, change.trail);
  const { leads } = change;
  expect(verdictsOnwards(flow, reached, kept), `${flow.id}: ${trail} / ${change.trail}`).toEqual(
    new Set(verdictsOf(change)),
  );
  expect(reached.at).toBe(leads.kind === 'depends' ? 'depends' : leads.opens ? 'question' : 'verdict');
  if (leads.kind !== 'depends' && leads.opens) {
    expect(leads.opens.least).toBeGreaterThan(0);
    expect(leads.opens.most).toBeGreaterThanOrEqual(leads.opens.least);
    expect(leads.opens.most).toBeLessThanOrEqual(leads.opens.questions.length);
    expect(leads.opens.questions).toContain(reached.at === 'question' && reached.question);
  }
}

/** Returns the change of one answer of a trail to another. */
const single = (flow: MachineFlow, trail: Trail, to: Answer): Change => {
  const found = changes(flow, ended(flow, trail)).singles.find(({ swaps }) => swaps[0].to === to);
  if (!found) throw new Error(`no change to ${to}`);
  return found;
};

const abrasive: Trail = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.partnership',
  'meaning.vouch',
];

describe('a changed answer', () => {
  it('leads to another verdict, the other answers kept', () => {
    expect(single(acceptCoworker, abrasive, 'meaning.contact')).toEqual({
      swaps: [{ question: 'meaning', from: 'meaning.vouch', to: 'meaning.contact' }],
      trail: [...abrasive.slice(0, -1), 'meaning.contact'],
      leads: { kind: 'verdict', verdict: 'boundaries', opens: null },
    });
  });

  it('drops the answers that are no longer asked', () => {
    expect(single(acceptCoworker, abrasive, 'stakes.little')).toMatchObject({
      trail: [...abrasive.slice(0, 4), 'stakes.little'],
      leads: { kind: 'verdict', verdict: 'ignore' },
    });
    expect(single(acceptCoworker, abrasive, 'heat.warm').trail).toEqual(['conduct.difficult', 'heat.warm']);
  });

  it('opens questions, and says how many and what hangs on them', () => {
    expect(single(acceptCoworker, abrasive, 'conduct.good')).toMatchObject({
      trail: ['conduct.good'],
      leads: {
        kind: 'opens',
        verdicts: ['accept', 'boundaries', 'not-here'],
        opens: { questions: ['culture', 'exposure'], least: 1, most: 2 },
      },
    });
  });

  it('is certain where every way that it opens ends in one verdict', () => {
    const certain = worked.flatMap(({ all }) =>
      all.singles.filter(({ leads }) => leads.kind === 'verdict' && leads.opens !== null),
    );
    expect(certain.length).toBeGreaterThan(0);
  });

  it('is listed for every other option of every answer, once', () => {
    for (const { flow, trail, all } of worked) {
      const others = trail.flatMap((answer) =>
        optionsOf(flow, questionOf(answer))
          .map((option) => answerTo(questionOf(answer), option))
          .filter((other) => other !== answer),
      );
      expect(all.singles.map(({ swaps }) => swaps[0].to)).toEqual(others);
      for (const { swaps } of all.singles) expect(trail).toContain(swaps[0].from);
    }
  });

  it('leads exactly where it is said to lead, on every path', () => {
    for (const { flow, trail, all } of worked) for (const change of all.singles) expectKept(flow, trail, change);
  }, 20_000);

  it('leads where the machine leads every path that agrees with the changed answers', () => {
    for (const { flow, trail, all } of worked) {
      for (const change of all.singles) {
        const paths = pathsWith(flow, swapped(trail, change));
        expect(new Set(verdictsOf(change))).toEqual(new Set(paths.map(({ verdict }) => verdict)));
        if (change.leads.kind === 'verdict' && change.leads.opens === null) {
          expect(replay(flow, change.trail)).toMatchObject({ at: 'verdict', verdict: change.leads.verdict });
        }
      }
    }
  }, 20_000);

  it('leads exactly where it is said to lead, whatever is unknown', () => {
    fc.assert(
      fc.property(anyEndedWalk, ({ flow, reached }) => {
        if (reached.at === 'question') return;
        const all = changes(flow, reached);
        for (const change of [...all.singles, ...all.pairs]) expectKept(flow, reached.trail, change);
      }),
      { numRuns: 150 },
    );
  }, 20_000);

  it('turns an unknown into each of its options', () => {
    const trail: Trail = ['vouch.dont-know', 'fit.right', 'welcome.yes'];
    const { singles } = changes(introduce, ended(introduce, trail));
    const found = singles.filter(({ swaps }) => swaps[0].from === 'vouch.dont-know');
    expect(found.map(({ swaps, leads }) => [optionOf(swaps[0].to), leads])).toEqual([
      ['gladly', { kind: 'verdict', verdict: 'introduce', opens: null }],
      ['partly', { kind: 'verdict', verdict: 'with-context', opens: null }],
      ['unknown', { kind: 'verdict', verdict: 'learn-first', opens: null }],
      ['no', { kind: 'verdict', verdict: 'decline', opens: null }],
    ]);
  });

  it('may leave the verdict hanging on an unknown', () => {
    expect(single(introduce, ['vouch.dont-know', 'fit.wrong', 'better.yes'], 'better.no').leads).toMatchObject({
      kind: 'verdict',
      verdict: 'decline',
    });
    const depending = single(
      introduce,
      ['vouch.dont-know', 'fit.right', 'welcome.unsure', 'better.yes'],
      'welcome.yes',
    );
    expect(depending.leads).toMatchObject({ kind: 'depends' });
  });
});

describe('another verdict within reach', () => {
  it('is listed with the changes that lead there, the certain ones apart', () => {
    for (const { all, verdict } of worked) {
      const reached = new Set(all.singles.flatMap(verdictsOf));
      reached.delete(verdict);
      expect(new Set(all.verdicts.map((within) => within.verdict))).toEqual(reached);
      for (const { verdict: other, certain, possible } of all.verdicts) {
        for (const { leads } of certain) expect(leads).toMatchObject({ kind: 'verdict', verdict: other });
        for (const change of possible) expect(verdictsOf(change)).toContain(other);
        expect(possible.every(({ leads }) => leads.kind !== 'verdict')).toBe(true);
      }
    }
  });

  it('lists first what opens fewest questions, and what leaves fewest verdicts', () => {
    for (const { all } of worked) {
      for (const { certain, possible } of all.verdicts) {
        const opens = certain.map(({ leads }) => (leads.kind === 'verdict' && leads.opens ? leads.opens.most : 0));
        expect(opens).toEqual([...opens].sort((one, other) => one - other));
        const left = possible.map((change) => verdictsOf(change).length);
        expect(left).toEqual([...left].sort((one, other) => one - other));
      }
    }
  });
});

describe('a change of two answers', () => {
  it('is looked for only where no single change is certain to reach another verdict', () => {
    for (const { all } of worked) {
      const isCertain = all.verdicts.some(({ certain }) => certain.length > 0);
      if (isCertain) expect(all.pairs).toEqual([]);
    }
    expect(worked.some(({ all }) => all.pairs.length > 0)).toBe(true);
  });

  it('is certain, of two different questions, and leads where it is said to lead', () => {
    for (const { flow, trail, verdict, all } of worked) {
      for (const change of all.pairs) {
        expect(change.swaps).toHaveLength(2);
        expect(change.swaps[0].question).not.toBe(change.swaps[1]?.question);
        expect(change.leads.kind).toBe('verdict');
        expect(verdictsOf(change)).not.toContain(verdict);
        expectKept(flow, trail, change);
        const paths = pathsWith(flow, swapped(trail, change));
        expect(new Set(paths.map((path) => path.verdict))).toEqual(new Set(verdictsOf(change)));
      }
    }
  }, 20_000);

  it('may be a change with an answer to the question that it opens', () => {
    const { pairs } = changes(requestDeclined, decided(requestDeclined, ['answer.silence', 'age.recent']));
    expect(pairs.map(({ swaps }) => swaps)).toContainEqual([
      { question: 'age', from: 'age.recent', to: 'age.long' },
      { question: 'asked', from: null, to: 'asked.note' },
    ]);
  });

  it('is given once a verdict', () => {
    for (const { all } of worked) {
      const verdicts = all.pairs.flatMap(verdictsOf);
      expect(new Set(verdicts).size).toBe(verdicts.length);
    }
  });
});

describe('an answer that does not matter', () => {
  it('is one whose every option leads to the same verdict, the others kept', () => {
    for (const { flow, trail, verdict, all } of worked) {
      const idle = trail.map(questionOf).filter((question) => {
        const rest = trail.filter((answer) => questionOf(answer) !== question);
        return pathsWith(flow, rest).every((path) => path.verdict === verdict);
      });
      expect(all.idle, `${flow.id}: ${trail}`).toEqual(idle);
    }
    expect(worked.some(({ all }) => all.idle.length > 0)).toBe(true);
  }, 20_000);

  it('is any unknown by itself, where the verdict is the same whatever the answer', () => {
    const all = changes(introduce, decided(introduce, ['vouch.dont-know', 'fit.wrong', 'better.no']));
    expect(all.idle).toContain('vouch');
  });
});

describe('the firmness of a result', () => {
  const strengthOf = (flow: MachineFlow, trail: Trail) => firmness(flow, decided(flow, trail));

  it('is settled by a safety answer', () => {
    expect(strengthOf(acceptCoworker, ['conduct.harmful'])).toEqual({ strength: 'settled', turnedBy: [] });
  });

  it('is firm where no answer turns it', () => {
    const firm = worked.find(({ flow, trail }) => strengthOf(flow, trail).strength === 'firm');
    expect(firm).toBeDefined();
  });

  it('is a close call where at least half of the answers turn it, on balance where fewer do', () => {
    // Only what a connection means decides here: the talk and the stakes lead on to it.
    expect(strengthOf(acceptCoworker, abrasive)).toMatchObject({
      strength: expect.stringMatching(/^(on-balance|close-call)$/),
      turnedBy: expect.arrayContaining([{ answer: 'meaning.vouch', to: ['meaning.contact', 'meaning.undecided'] }]),
    });
    for (const { flow, trail } of worked) {
      const { strength, turnedBy } = strengthOf(flow, trail);
      if (strength === 'settled') continue;
      const expected =
        turnedBy.length === 0 ? 'firm' : turnedBy.length >= trail.length / 2 ? 'close-call' : 'on-balance';
      expect(strength).toBe(expected);
    }
  });

  it('counts as turning exactly what leads to the other side on every way, on every path', () => {
    for (const { flow, trail, verdict } of worked) {
      const own = sideOf(flow, verdict);
      const { strength, turnedBy } = strengthOf(flow, trail);
      if (strength === 'settled') continue;
      const turning = trail.flatMap((answer) => {
        const to = optionsOf(flow, questionOf(answer))
          .map((option) => answerTo(questionOf(answer), option))
          .filter((other) => {
            if (other === answer) return false;
            const ends = pathsWith(
              flow,
              trail.map((one) => (one === answer ? other : one)),
            );
            const isAtOnceForSafety = ends.every((end) => flow.verdicts[end.verdict]?.dissent === 'safety');
            if (isAtOnceForSafety) return false;
            const sides = new Set(ends.map((end) => sideOf(flow, end.verdict)));
            return !sides.has(null) && !sides.has(own);
          });
        return to.length > 0 ? [{ answer, to }] : [];
      });
      expect(turnedBy, `${flow.id}: ${trail}`).toEqual(turning);
    }
  }, 20_000);

  it('looks at known answers alone, and counts no other', () => {
    fc.assert(
      fc.property(anyEndedWalk, ({ flow, reached }) => {
        if (reached.at !== 'verdict') return;
        const { strength, turnedBy } = firmness(flow, reached);
        const known = reached.trail.filter((answer) => !isUnknown(answer));
        expect(known).toEqual(expect.arrayContaining(turnedBy.map(({ answer }) => answer)));
        if (turnedBy.length === 0) return;
        expect(strength).toBe(turnedBy.length * 2 >= known.length ? 'close-call' : 'on-balance');
      }),
      { numRuns: 1000 },
    );
  }, 20_000);
});
