import { describe, expect, it } from 'vitest';
import { all, any, not, said } from '../../src/domain/condition.ts';
import { mermaidOf, wordsOf } from '../../src/domain/mermaid.ts';
import { smallFlow, soundParts } from '../laws/small-flow.ts';

describe('a condition in words', () => {
  it.each([
    [said('conduct.good'), 'conduct is good'],
    [said('conduct.good', 'conduct.unknown', 'conduct.difficult'), 'conduct is good, unknown or difficult'],
    [said('talked.improved', 'stakes.power'), 'talked is improved or stakes is power'],
    [not(said('talked.not-yet')), 'talked is not not-yet'],
    [not(said('talked.not-yet', 'stakes.power')), 'talked is not not-yet and stakes is not power'],
    [all(said('a.x'), said('b.y')), 'a is x and b is y'],
    [all(said('a.x'), any(said('b.y'), said('c.z'))), 'a is x and (b is y or c is z)'],
    [any(all(said('a.x'), said('b.y')), said('c.z')), 'a is x and b is y or c is z'],
    [not(all(said('a.x'), said('b.y'))), 'not (a is x and b is y)'],
  ])('%j reads “%s”', (condition, words) => {
    expect(wordsOf(condition)).toBe(words);
  });
});

describe('a flow as a chart', () => {
  it('draws questions, ways under their conditions, and rules in order with their verdicts', () => {
    const { conduct } = soundParts.on;
    const flow = smallFlow({
      facts: { trusted: said('conduct.good'), wet: said('weather.wet') },
      on: {
        ...soundParts.on,
        conduct: {
          ...conduct,
          'conduct.good': [
            { guard: 'trusted', target: 'weather' },
            { guard: 'wet', target: 'weighing' },
            { target: 'weighing' },
          ],
        },
      },
    });
    expect(mermaidOf(flow).split('\n').slice(0, 13)).toEqual([
      'flowchart TD',
      '  start(["small"]) --> q_conduct',
      '  q_conduct{{"conduct"}}',
      '  q_conduct -->|"good, if conduct is good"| q_weather',
      '  q_conduct -->|"good, else if weather is wet"| weighing',
      '  q_conduct -->|"good, otherwise"| weighing',
      '  q_conduct -->|"doubtful"| q_weather',
      '  q_conduct -->|"harmful"| weighing',
      '  q_weather{{"weather"}}',
      '  q_weather -->|"dry or wet"| weighing',
      '  weighing(["weighing: the first rule that holds decides"])',
      '  r_inDanger["1. inDanger<br>conduct is harmful"]',
      '  weighing --> r_inDanger',
    ]);
    const lines = mermaidOf(flow).split('\n');
    const rules = flow.routes.weighing.map(({ rule }) => rule);
    for (const [index, rule] of rules.slice(1).entries())
      expect(lines).toContain(`  r_${rules[index]} -->|"otherwise"| r_${rule}`);
    expect(mermaidOf(flow).split('\n').slice(-6)).toEqual([
      '  r_dryButDoubtful -->|"holds"| v_look',
      '  v_go(["go<br>openness 4"])',
      '  v_look(["look<br>openness 2"])',
      '  v_stay(["stay<br>openness 1"])',
      '  v_flee(["flee<br>openness 0"])',
      '',
    ]);
  });
});
