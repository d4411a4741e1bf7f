import { describe, expect, it } from 'vitest';
import { said } from '../../src/domain/condition.ts';
import { smallFlow, soundParts } from '../laws/small-flow.ts';

describe('the routes of a machine', () => {
  const { conduct } = soundParts.on;
  const { routes } = smallFlow({
    facts: { trusted: said('conduct.good') },
    on: {
      ...soundParts.on,
      conduct: { ...conduct, 'conduct.good': [{ guard: 'trusted', target: 'weather' }, { target: 'weighing' }] },
    },
  });

  it('begin at its first question', () => {
    expect(routes.first).toBe('conduct');
  });

  it('give each option its edges in order, with the fact that each hangs on', () => {
    expect(routes.questions).toEqual({
      conduct: {
        good: [{ fact: 'trusted', to: 'weather' }, { to: 'weighing' }],
        doubtful: [{ to: 'weather' }],
        harmful: [{ to: 'weighing' }],
      },
      weather: { dry: [{ to: 'weighing' }], wet: [{ to: 'weighing' }] },
    });
  });

  it('name the questions alone: neither the weighing nor the verdicts', () => {
    expect(Object.keys(routes.questions)).toEqual(['conduct', 'weather']);
  });

  it('end in the rules in order, each with its verdict', () => {
    expect(routes.weighing).toEqual([
      { rule: 'inDanger', verdict: 'flee' },
      { rule: 'wetOutside', verdict: 'stay' },
      { rule: 'dryAndTrusted', verdict: 'go' },
      { rule: 'dryButDoubtful', verdict: 'look' },
    ]);
  });
});
