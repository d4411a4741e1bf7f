import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { not, said } from '../../src/domain/condition.ts';
import { guards, nothingAnswered, rule, verdict } from '../../src/domain/questionnaire.ts';
import { smallFlow, soundParts } from '../laws/small-flow.ts';

describe('a guard', () => {
  const { trusted, stranger } = guards({ trusted: said('conduct.good'), stranger: not(said('conduct.good')) });

  it('asks its condition of the trail', () => {
    const context = { trail: ['conduct.good'] } as const;
    expect(trusted({ context })).toBe(true);
    expect(stranger({ context })).toBe(false);
    expect(trusted({ context: nothingAnswered })).toBe(false);
  });

  it('tells its condition', () => {
    expect(trusted.condition).toEqual(said('conduct.good'));
  });
});

describe('a machine', () => {
  it('records each answer as its question is left', () => {
    const actor = createActor(smallFlow().machine).start();
    actor.send({ type: 'conduct.good' });
    actor.send({ type: 'weather.wet' });
    expect(actor.getSnapshot()).toMatchObject({
      status: 'done',
      value: 'stay',
      context: { trail: ['conduct.good', 'weather.wet'] },
    });
  });

  it('stays where it is on an answer that it does not offer', () => {
    const actor = createActor(smallFlow().machine).start();
    actor.send({ type: 'weather.wet' });
    expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: 'conduct', context: nothingAnswered });
  });
});

describe('a machine that leads to a state which it does not have', () => {
  it('is refused as it is made, where an answer leads there', () => {
    const { weather } = soundParts.on;
    expect(() => smallFlow({ on: { ...soundParts.on, weather: { ...weather, 'weather.wet': 'wading' } } })).toThrow(
      'wading',
    );
  });

  it('is refused as it is made, where a rule decides for it', () => {
    expect(() => smallFlow({ weighing: [['wetOutside', 'swim']] })).toThrow('swim');
  });
});

describe('a rule', () => {
  it('is an edge from a guard to a verdict, which is a final state', () => {
    expect(rule('wetOutside', 'stay')).toEqual({ guard: 'wetOutside', target: 'stay' });
    expect(verdict).toEqual({ type: 'final' });
  });
});
