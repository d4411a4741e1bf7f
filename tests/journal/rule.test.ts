import { describe, expect, it } from 'vitest';
import type { Answer, Trail } from '../../src/domain/answer.ts';
import { flows } from '../../src/flows/index.ts';
import { partings } from '../../src/journal/consistency.ts';
import { ruleAnswers, ruleOffers, ruleStep, UNSAID } from '../../src/journal/rule-flow.ts';
import { asksForRule, suggestedOption } from '../../src/journal/suggestion.ts';
import { entryOf, ruleOf } from './entries.ts';

/** Returns every way through the rule’s questions. */
function waysFrom(trail: Trail): readonly Trail[] {
  const { question } = ruleStep(trail);
  return question === null ? [trail] : ruleOffers(question).flatMap((answer) => waysFrom([...trail, answer]));
}

describe('the rule as a flow', () => {
  const ways = waysFrom([]);

  it('ends on every way, and asks every question on some', () => {
    expect(ways.length).toBeGreaterThan(100);
    expect([...new Set(ways.flat())]).toHaveLength(Object.keys(ruleAnswers).flatMap(ruleOffers).length);
    expect(ways.every((way) => ruleStep(way).left === 0)).toBe(true);
  });

  it('does not ask what a link means where vouching has said it', () => {
    expect(ruleStep(['whom.vouch']).question).toBe('silence');
    expect(ruleStep(['whom.meet']).question).toBe('link');
  });

  it('says how many questions may follow', () => {
    expect(ruleStep([])).toEqual({ question: 'whom', trail: [], left: 3 });
    expect(ruleStep(['whom.vouch']).left).toBe(1);
  });

  it('takes no answer that is not on offer', () => {
    expect(ruleStep(['whom.meet', 'silence.once']).trail).toEqual(['whom.meet']);
    expect(ruleStep(['nobody.nothing' as Answer]).question).toBe('whom');
  });

  it('lets every question be left open', () => {
    expect(ruleStep(['whom.unsaid', 'link.unsaid', 'silence.unsaid', 'clearing.unsaid']).question).toBeNull();
    expect(Object.values(ruleAnswers).every((options) => Object.keys(options).at(-1) === UNSAID)).toBe(true);
  });
});

describe('what a rule suggests', () => {
  it.each([
    ['accept-coworker', 'meaning', 'link.vouch', 'vouch'],
    ['remove-connection', 'meaning', 'link.contact', 'contact'],
    ['accept-coworker', 'meaning', 'link.undecided', 'undecided'],
    ['accept-coworker', 'meaning', 'whom.vouch', 'vouch'],
    ['accept-stranger', 'rule', 'whom.anyone', 'open'],
    ['accept-stranger', 'rule', 'whom.open', 'open'],
    ['accept-stranger', 'rule', 'whom.meet', 'meet'],
    ['accept-stranger', 'rule', 'whom.vouch', 'vouch'],
    ['accept-stranger', 'rule', 'whom.unsaid', undefined],
    ['accept-coworker', 'meaning', 'link.unsaid', undefined],
    ['accept-coworker', 'conduct', 'link.vouch', undefined],
  ] as const)('at %s, %s: %s leads to %s', (flow, question, said, option) => {
    expect(suggestedOption(flow, question, ruleOf([said]))).toBe(option);
  });

  it('is asked for at every question of this name, and is an option of it', () => {
    for (const flow of flows) {
      for (const [question, options] of Object.entries(flow.answers)) {
        const isAsked = question === 'meaning' || question === 'rule';
        expect(asksForRule(flow.id, question)).toBe(isAsked);
        if (!isAsked) continue;
        const suggested = waysFrom([]).flatMap((way) => suggestedOption(flow.id, question, ruleOf(way)) ?? []);
        expect([...new Set(suggested)].sort()).toEqual(Object.keys(options).sort());
      }
    }
  });
});

describe('a decision and a rule', () => {
  const remove = (answers: Trail, verdict: string) => entryOf({ flow: 'remove-connection', answers, verdict });
  const coworker = (answers: Trail, verdict = 'ignore') => entryOf({ answers, verdict });
  const stranger = (answers: Trail, verdict = 'accept') => entryOf({ flow: 'accept-stranger', answers, verdict });

  it.each([
    ['link', coworker(['meaning.contact']), 'link.vouch', 'meaning.contact'],
    ['link', coworker(['meaning.contact']), 'whom.vouch', 'meaning.contact'],
    ['link', remove(['meaning.vouch'], 'remove'), 'link.contact', 'meaning.vouch'],
    ['whom', stranger(['rule.meet']), 'whom.open', 'rule.meet'],
    ['whom', stranger(['rule.open']), 'whom.meet', 'rule.open'],
    ['whom', stranger(['rule.open']), 'whom.vouch', 'rule.open'],
    ['whom', coworker(['conduct.difficult']), 'whom.anyone', null],
    ['silence', remove(['contact.silence'], 'remove'), 'silence.nothing', 'contact.silence'],
    ['silence', remove(['contact.silence', 'signal.active'], 'keep'), 'silence.answer', 'contact.silence'],
    ['silence', remove(['contact.silence', 'signal.away'], 'reach-out'), 'silence.answer', 'contact.silence'],
    ['clearing', remove(['harm.none'], 'remove'), 'clearing.never', null],
  ] as const)('part on %s: %#', (point, entry, ruled, decided) => {
    expect(partings([entry], ruleOf([ruled]))).toEqual([{ entry, point, ruled, decided }]);
  });

  it.each([
    ['they say the same', coworker(['meaning.vouch']), 'link.vouch'],
    ['one of them has no rule yet', coworker(['meaning.undecided']), 'link.vouch'],
    ['the rule leaves it open', coworker(['meaning.vouch']), 'link.unsaid'],
    ['the matter was a sales pitch', stranger(['note.sales'], 'decline'), 'whom.anyone'],
    ['safety settled it', entryOf({ answers: ['meaning.contact'], isSettled: true }), 'link.vouch'],
    ['it was an exception', entryOf({ answers: ['meaning.contact'], isException: true }), 'link.vouch'],
  ] as const)('do not part where %s', (_why, entry, ruled) => {
    expect(partings([entry], ruleOf([ruled]))).toEqual([]);
  });

  it('part once on each point', () => {
    const entry = remove(['contact.silence', 'meaning.contact'], 'remove');
    const found = partings([entry], ruleOf(['link.vouch', 'silence.nothing', 'clearing.never']));
    expect(found.map(({ point }) => point)).toEqual(['link', 'silence', 'clearing']);
  });

  it('are compared by verdicts, questions and options that the guide has', () => {
    const known = new Set(flows.flatMap(({ verdicts }) => Object.keys(verdicts)));
    for (const verdict of ['ignore', 'decline', 'remove', 'keep', 'mute', 'reach-out'])
      expect(known).toContain(verdict);
  });
});
