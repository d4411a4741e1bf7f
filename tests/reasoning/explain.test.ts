import { describe, expect, it } from 'vitest';
import { isUnknown, optionOf, questionOf, type Trail } from '../../src/domain/answer.ts';
import { voiceOf } from '../../src/domain/claim.ts';
import { answersNamed, holds } from '../../src/domain/condition.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { type Decided, walk } from '../../src/domain/walk.ts';
import { acceptCoworker } from '../../src/flows/accept-coworker.ts';
import { acceptStranger } from '../../src/flows/accept-stranger.ts';
import { type Explanation, explain, supportingLeans } from '../../src/reasoning/explain.ts';
import { opposite, SIDES, sideOf } from '../../src/reasoning/side.ts';
import { raised, tally } from '../../src/reasoning/tally.ts';
import { allPaths, anyEndedWalk } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';
import { ledgerFromContent } from '../laws/ledger.ts';
import { smallFlow, smallLedger } from '../laws/small-flow.ts';

const ledger = ledgerFromContent();

const decided = (flow: MachineFlow, trail: Trail): Decided => {
  const reached = walk(flow, trail);
  if (reached.at !== 'verdict') throw new Error(`${trail}: ${reached.at}`);
  return reached;
};

const explained: readonly { readonly flow: MachineFlow; readonly trail: Trail; readonly why: Explanation }[] =
  allPaths.map(({ flow, path }) => ({
    flow,
    trail: path.trail,
    why: explain(flow, ledger, decided(flow, path.trail)),
  }));

/** The column's own case: abrasive, at a partner, as they are, and a talk that changed nothing. */
const abrasive: Trail = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.partnership',
  'meaning.vouch',
];

describe('a result', () => {
  it('takes the side of its verdict’s openness', () => {
    expect(sideOf(acceptCoworker, 'accept')).toBe('open');
    expect(sideOf(acceptCoworker, 'boundaries')).toBe('open');
    expect(sideOf(acceptCoworker, 'wait')).toBeNull();
    expect(sideOf(acceptCoworker, 'not-here')).toBe('closed');
    expect(sideOf(acceptCoworker, 'ignore')).toBe('closed');
  });

  it('refuses a verdict that the flow does not have', () => {
    expect(() => sideOf(acceptCoworker, 'perhaps')).toThrow('accept-coworker has no verdict perhaps');
  });

  it('names the rule that decided and the answers that it looked at', () => {
    const why = explain(acceptCoworker, ledger, decided(acceptCoworker, abrasive));
    expect(why).toMatchObject({
      verdict: 'not-here',
      openness: 1,
      side: 'closed',
      isSafety: false,
      reasons: [{ rule: 'cannotVouchCannotOffend', lookedAt: ['stakes.partnership', 'meaning.vouch'] }],
    });
  });

  it('has at least one answer behind its rule, and the rule holds on those answers alone', () => {
    for (const { flow, why } of explained) {
      for (const { rule, lookedAt } of why.reasons) {
        expect(lookedAt.length).toBeGreaterThan(0);
        expect(holds(flow.rules[rule] ?? { any: [] }, lookedAt), `${flow.id}: ${rule}`).toBe(true);
        const questions = answersNamed(flow.rules[rule] ?? { any: [] }).map(questionOf);
        expect(lookedAt.every((answer) => questions.includes(questionOf(answer)))).toBe(true);
      }
    }
  });
});

describe('the support of a verdict', () => {
  it('begins with the claims that the rule rests on', () => {
    const { support } = explain(acceptCoworker, ledger, decided(acceptCoworker, abrasive));
    expect(support.slice(0, 2)).toEqual([
      { claim: 'guide/selective', by: ['meaning.vouch'], isGround: true },
      { claim: 'thom/company-tie', by: ['stakes.partnership'], isGround: true },
    ]);
    expect(support.slice(2).every(({ isGround }) => !isGround)).toBe(true);
  });

  it('begins with them in the order in which the rule names them', () => {
    for (const { flow, why } of explained) {
      const grounds = flow.grounds[why.reasons[0].rule] ?? [];
      const resting = why.support.filter(({ isGround }) => isGround).map(({ claim }) => claim);
      expect(resting).toEqual(grounds.filter((claim) => resting.includes(claim)));
      expect(why.support.slice(0, resting.length).every(({ isGround }) => isGround)).toBe(true);
    }
  });

  it('names every answer that raises a claim', () => {
    const { support } = explain(acceptCoworker, ledger, decided(acceptCoworker, abrasive));
    expect(support.find(({ claim }) => claim === 'leslie/no-gain')?.by).toEqual([
      'conduct.difficult',
      'pattern.settled',
    ]);
  });

  it('is there on every path, each claim once and raised by the answers it names', () => {
    for (const { flow, trail, why } of explained) {
      const claims = why.support.map(({ claim }) => claim);
      expect(claims.length, `${flow.id}: ${trail}`).toBeGreaterThan(0);
      expect(new Set(claims).size).toBe(claims.length);
      for (const { claim, by } of why.support) {
        for (const answer of by) {
          expect(trail).toContain(answer);
          expect(flow.answers[questionOf(answer)]?.[optionOf(answer)]).toContain(claim);
        }
      }
    }
  }, 20_000);

  it('leans the verdict’s way, the rule’s own grounds aside', () => {
    for (const { why } of explained) {
      for (const { claim, isGround } of why.support) {
        if (!isGround) expect(supportingLeans(why.openness)).toContain(ledger[claim]);
      }
    }
    expect(supportingLeans(4)).not.toContain('pause');
    expect(supportingLeans(1)).not.toContain('how');
  });
});

describe('the dissent', () => {
  it('is a raised claim of the opposed voice, if there is one', () => {
    const { dissent } = explain(acceptCoworker, ledger, decided(acceptCoworker, abrasive));
    expect(dissent).toEqual({
      kind: 'against',
      side: 'open',
      case: { claim: 'thom/offence-costs', voice: 'thom', by: ['stakes.partnership'] },
    });
  });

  it('is none that the verdict grants: to offer a meeting first is no answer to “in person first”', () => {
    const stranger = ['profile.real', 'note.specific', 'ground.credential', 'rule.meet'] as const;
    expect(explain(acceptStranger, ledger, decided(acceptStranger, stranger))).toMatchObject({
      verdict: 'meet-first',
      dissent: { kind: 'against', case: { claim: 'thom/not-everyone', by: [] } },
    });
    for (const { flow, why } of explained) {
      const granted = flow.verdicts[why.verdict]?.grants ?? [];
      if (why.dissent.kind === 'against') expect(granted).not.toContain(why.dissent.case?.claim);
    }
  });

  it('is the verdict’s standing dissent where the answers raise none', () => {
    const trail: Trail = ['conduct.good', 'culture.normal', 'exposure.fine'];
    expect(explain(acceptCoworker, ledger, decided(acceptCoworker, trail)).dissent).toEqual({
      kind: 'against',
      side: 'closed',
      case: { claim: 'thom/not-everyone', voice: 'thom', by: [] },
    });
  });

  it('is none where safety decides', () => {
    expect(explain(acceptCoworker, ledger, decided(acceptCoworker, ['conduct.harmful']))).toMatchObject({
      dissent: { kind: 'safety' },
      isSafety: true,
      lean: { kind: 'settled' },
    });
  });

  it('is both sides’ best case on neither side', () => {
    const trail: Trail = ['conduct.difficult', 'heat.warm'];
    expect(explain(acceptCoworker, ledger, decided(acceptCoworker, trail)).dissent).toEqual({
      kind: 'both',
      closed: { claim: 'leslie/no-gain', voice: 'leslie', by: ['conduct.difficult'] },
      open: { claim: 'thom/offence-costs', voice: 'thom', by: [] },
    });
  });

  it('is never a claim that the deciding rule rests on', () => {
    const flow = smallFlow({
      grounds: {
        inDanger: ['editor/safety'],
        wetOutside: ['ann/welcome', 'bob/keep-out'],
        dryAndTrusted: ['ann/welcome'],
        dryButDoubtful: ['bob/keep-out'],
      },
    });
    // ann/welcome is raised, leans the other way and is the standing dissent; but the rule rests on it.
    const { dissent } = explain(flow, smallLedger, decided(flow, ['conduct.good', 'weather.wet']));
    expect(dissent).toEqual({ kind: 'against', side: 'open', case: null });
    const neither = explain(flow, smallLedger, decided(flow, ['conduct.doubtful', 'weather.dry'])).dissent;
    expect(neither).toMatchObject({ kind: 'both', closed: null, open: { claim: 'ann/try-it' } });
  });

  it('stands on every path that safety does not decide, leans the other way, and no rule rests on it', () => {
    for (const { flow, trail, why } of explained) {
      const place = `${flow.id}: ${trail}`;
      const grounds = why.reasons.flatMap(({ rule }) => flow.grounds[rule] ?? []);
      if (why.isSafety) {
        expect(why.dissent.kind).toBe('safety');
      } else if (why.dissent.kind === 'against') {
        expect(why.dissent.side, place).toBe(opposite(why.side ?? 'open'));
        expect(ledger[why.dissent.case?.claim ?? 'no/claim'], place).toBe(why.dissent.side);
        expect(grounds).not.toContain(why.dissent.case?.claim);
      } else {
        if (why.dissent.kind !== 'both') throw new Error(place);
        expect(why.openness).toBe(2);
        const cases = SIDES.flatMap((side) => (why.dissent.kind === 'both' && why.dissent[side]) || []);
        expect(cases.length, place).toBeGreaterThan(0);
        for (const { claim } of cases) expect(grounds).not.toContain(claim);
        for (const side of SIDES) expect([undefined, side]).toContain(ledger[why.dissent[side]?.claim ?? 'no/claim']);
      }
    }
  }, 20_000);

  it('prefers the voice of its side to any other', () => {
    for (const { flow, trail, why } of explained) {
      if (why.dissent.kind !== 'against' || !why.dissent.case) continue;
      const voice = flow.sides[why.dissent.side];
      if (why.dissent.case.voice === voice) continue;
      const taken = [
        ...why.reasons.flatMap(({ rule }) => flow.grounds[rule] ?? []),
        ...(flow.verdicts[why.verdict]?.grants ?? []),
      ];
      const better = raised(flow, trail).filter(
        ({ claim }) =>
          voiceOf(claim) === voice && ledger[claim] === opposite(why.side ?? 'open') && !taken.includes(claim),
      );
      expect(better).toEqual([]);
    }
  });
});

describe('the tally', () => {
  it('marks a claim once, at the first answer that raises it', () => {
    const { rows } = tally(acceptCoworker, ledger, ['conduct.difficult', 'heat.cooled', 'pattern.settled']);
    expect(rows.map(({ answer, closed }) => [answer, closed.length])).toEqual([
      ['conduct.difficult', 4],
      ['heat.cooled', 0],
      ['pattern.settled', 0],
    ]);
  });

  it('lists what pulls neither way, and counts it for neither side', () => {
    const { counts, rows } = tally(acceptCoworker, ledger, ['meaning.undecided']);
    expect(counts).toEqual({ closed: 0, open: 0 });
    expect(rows[0]).toMatchObject({ pause: ['column/no-fixed-rules', 'column/think-it-through'], open: [] });
  });

  it('has a row an answer, which add up to the counts and to every claim raised', () => {
    for (const { flow, trail, why } of explained) {
      const { counts, rows } = why.tally;
      expect(rows.map(({ answer }) => answer)).toEqual(trail);
      for (const side of SIDES) expect(rows.flatMap((row) => row[side]).length).toBe(counts[side]);
      const marks = rows.flatMap(({ closed, open, pause, how }) => [...closed, ...open, ...pause, ...how]);
      expect(new Set(marks)).toEqual(new Set(raised(flow, trail).map(({ claim }) => claim)));
      expect(marks.length).toBe(new Set(marks).size);
    }
  });

  it('gives an unknown a row, and no claim', () => {
    const [row] = tally(acceptCoworker, ledger, ['conduct.dont-know']).rows;
    expect(row).toEqual({ answer: 'conduct.dont-know', closed: [], open: [], pause: [], how: [] });
  });

  it('says where the count leans to the side that the verdict does not take', () => {
    const stillLinked = explained.find(({ flow, why }) => flow === acceptCoworker && why.isApart)?.why;
    expect(stillLinked?.lean.side).toBe(opposite(stillLinked?.side ?? 'open'));
    for (const { why } of explained) {
      const { closed, open } = why.tally.counts;
      const isApart = (why.side === 'open' && closed > open) || (why.side === 'closed' && open > closed);
      expect(why.isApart).toBe(isApart && !why.isSafety);
    }
  });

  it('says so on one path in five', () => {
    const share = explained.filter(({ why }) => why.isApart).length / explained.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
  });
});

describe('a result with unknowns', () => {
  it('rests on what is known: an unknown is looked at by no rule and raises no claim', () => {
    fc.assert(
      fc.property(anyEndedWalk, ({ flow, reached }) => {
        if (reached.at !== 'verdict') return;
        const why = explain(flow, ledger, reached);
        expect(why.reasons.map(({ rule }) => rule)).toEqual(reached.rules);
        const named = [...why.reasons.flatMap(({ lookedAt }) => lookedAt), ...why.support.flatMap(({ by }) => by)];
        expect(named.filter(isUnknown)).toEqual([]);
        expect(reached.trail).toEqual(expect.arrayContaining(named));
      }),
      { numRuns: 300 },
    );
  }, 20_000);
});
