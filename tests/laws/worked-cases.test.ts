import { describe, expect, it } from 'vitest';
import type { Trail } from '../../src/domain/answer.ts';
import { replay } from '../../src/domain/replay.ts';
import { flowById } from '../../src/flows/index.ts';

interface WorkedCase {
  readonly flow: string;
  /** Whose case it is, in a few words. */
  readonly who: string;
  readonly trail: Trail;
  readonly verdict: string;
}

const cases: readonly WorkedCase[] = [
  {
    flow: 'accept-coworker',
    who: 'an abrasive contact at a partner, nothing said yet',
    trail: ['conduct.difficult', 'heat.cooled', 'pattern.settled', 'talked.not-yet', 'stakes.partnership'],
    verdict: 'talk-first',
  },
  {
    flow: 'accept-coworker',
    who: 'the same after a talk that changed nothing, where a link says “met through work”',
    trail: [
      'conduct.difficult',
      'heat.cooled',
      'pattern.settled',
      'talked.unchanged',
      'stakes.partnership',
      'meaning.contact',
    ],
    verdict: 'boundaries',
  },
  {
    flow: 'accept-coworker',
    who: 'the same after that talk, where a link says “I would vouch for them”',
    trail: [
      'conduct.difficult',
      'heat.cooled',
      'pattern.settled',
      'talked.unchanged',
      'stakes.partnership',
      'meaning.vouch',
    ],
    verdict: 'not-here',
  },
  {
    flow: 'remove-connection',
    who: 'M, whose congratulation T met with silence',
    trail: [
      'harm.none',
      'motive.considered',
      'bond.project',
      'contact.silence',
      'signal.active',
      'mutual.one-way',
      'meaning.vouch',
    ],
    verdict: 'remove',
  },
  {
    flow: 'accept-stranger',
    who: 'Percy seen from the other side, with a note of his own',
    trail: ['profile.real', 'note.specific', 'ground.credential', 'rule.meet'],
    verdict: 'meet-first',
  },
  {
    flow: 'accept-stranger',
    who: 'Percy seen from the other side, with the default line',
    trail: ['profile.real', 'note.default', 'ground.credential', 'rule.meet'],
    verdict: 'meet-first',
  },
  {
    flow: 'send-request',
    who: 'a project just finished well, normal here, profile in order',
    trail: ['contact.moment', 'heat.cooled', 'culture.normal', 'ready.yes'],
    verdict: 'send',
  },
  { flow: 'send-request', who: 'hardly any dealings', trail: ['contact.rare', 'aim.touch'], verdict: 'build-first' },
  { flow: 'send-request', who: 'a recent quarrel', trail: ['contact.close', 'heat.warm'], verdict: 'wait' },
  {
    flow: 'request-declined',
    who: 'Percy, declined out of hand',
    trail: ['answer.declined', 'aim.conversation', 'ground.shared', 'mood.calm'],
    verdict: 'other-door',
  },
  {
    flow: 'request-declined',
    who: 'Percy, had the reason been given',
    trail: ['answer.explained', 'aim.conversation', 'mood.calm'],
    verdict: 'their-way',
  },
  {
    flow: 'introduce',
    who: 'the one sought cannot be recommended, someone else can',
    trail: ['vouch.gladly', 'fit.wrong', 'better.yes'],
    verdict: 'substitute',
  },
  {
    flow: 'introduce',
    who: 'Leslie, asked to pass on somebody abrasive',
    trail: ['vouch.no'],
    verdict: 'decline',
  },
  {
    flow: 'build-ally',
    who: 'Rachel: a band in common, work that could be',
    trail: ['aim.trust', 'who.warm', 'ground.found', 'work.could'],
    verdict: 'work-together',
  },
  {
    flow: 'build-ally',
    who: 'John: several tries, then a novelist in common',
    trail: ['aim.smooth', 'who.closed', 'tried.nothing', 'ground.found'],
    verdict: 'small-doors',
  },
  {
    flow: 'build-ally',
    who: 'Sarah: admired, a project shared',
    trail: ['aim.learn', 'who.star', 'work.now'],
    verdict: 'listen-first',
  },
];

describe('the worked cases of the sources', () => {
  it.each(cases)('$flow leads $who to $verdict', ({ flow: id, trail, verdict }) => {
    const flow = flowById(id);
    expect(flow).toBeDefined();
    if (flow === undefined) return;
    expect(replay(flow, trail)).toMatchObject({ at: 'verdict', verdict, trail });
  });
});
