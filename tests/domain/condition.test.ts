import { describe, expect, it } from 'vitest';
import type { Trail } from '../../src/domain/answer.ts';
import { all, answersNamed, any, holds, not, questionsNamed, said } from '../../src/domain/condition.ts';

const trail: Trail = ['talked.not-yet', 'stakes.partnership'];
const HOLDS = said('talked.not-yet');
const FAILS = said('talked.improved');

describe('a condition holds', () => {
  it('where the trail has any one of its answers', () => {
    expect(holds(said('talked.improved', 'stakes.partnership'), trail)).toBe(true);
    expect(holds(said('talked.improved', 'stakes.little'), trail)).toBe(false);
    expect(holds(said('talked.not-yet'), [])).toBe(false);
  });

  it('where each of its parts does, if it is of all', () => {
    expect(holds(all(HOLDS, HOLDS), trail)).toBe(true);
    expect(holds(all(HOLDS, FAILS), trail)).toBe(false);
    expect(holds(all(), trail)).toBe(true);
  });

  it('where at least one of its parts does, if it is of any', () => {
    expect(holds(any(FAILS, HOLDS), trail)).toBe(true);
    expect(holds(any(FAILS, FAILS), trail)).toBe(false);
    expect(holds(any(), trail)).toBe(false);
  });

  it('where what it denies does not, answered otherwise or not asked', () => {
    expect(holds(not(HOLDS), trail)).toBe(false);
    expect(holds(not(FAILS), trail)).toBe(true);
    expect(holds(not(said('heat.warm')), trail)).toBe(true);
  });

  it('however deep it goes', () => {
    expect(holds(all(HOLDS, not(any(FAILS, all(HOLDS, said('stakes.little'))))), trail)).toBe(true);
  });
});

describe('what a condition names', () => {
  const condition = all(
    said('talked.not-yet'),
    any(not(said('pattern.settled', 'talked.not-yet')), said('talked.improved')),
  );

  it('are its answers, each once, those that it denies among them', () => {
    expect(answersNamed(condition)).toEqual(['talked.not-yet', 'pattern.settled', 'talked.improved']);
  });

  it('are the questions of its answers, each once', () => {
    expect(questionsNamed(condition)).toEqual(['talked', 'pattern']);
  });
});
