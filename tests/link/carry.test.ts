import { describe, expect, it } from 'vitest';
import { optionOf, questionOf } from '../../src/domain/answer.ts';
import { flowById } from '../../src/flows/index.ts';
import { carried, equalAnswers } from '../../src/link/carry.ts';

describe('answers that mean the same in two flows', () => {
  it.each(equalAnswers())('%s %s and %s %s are answers of those flows', (flow, answer, other, otherAnswer) => {
    const has = (id: string, given: typeof answer) =>
      Object.hasOwn(flowById(id)?.answers[questionOf(given)] ?? {}, optionOf(given));
    expect([has(flow, answer), has(other, otherAnswer)]).toEqual([true, true]);
  });

  it('go along both ways', () => {
    expect(carried('accept-coworker', ['conduct.good', 'culture.mixed'], 'send-request')).toEqual(['culture.mixed']);
    expect(carried('send-request', ['contact.close', 'heat.cooled', 'culture.normal'], 'accept-coworker')).toEqual([
      'heat.cooled',
      'culture.normal',
    ]);
    expect(carried('build-ally', ['aim.trust', 'who.gone'], 'remove-connection')).toEqual(['bond.project']);
  });

  it('are left behind where the next flow is about somebody else', () => {
    expect(carried('remove-connection', ['bond.project'], 'build-ally')).toEqual([]);
    // From the one and to the other alone they go along.
    expect(carried('remove-connection', ['meaning.contact'], 'accept-coworker')).toEqual(['meaning.contact']);
    expect(carried('send-request', ['aim.career'], 'build-ally')).toEqual(['aim.advance']);
  });

  it.each([
    ['introduce', 'heat.warm', 'send-request'],
    ['introduce', 'heat.warm', 'accept-coworker'],
    ['accept-coworker', 'culture.normal', 'introduce'],
    ['send-request', 'culture.normal', 'introduce'],
  ] as const)('are those of the two flows: %s %s means nothing to %s', (from, answer, to) => {
    expect(carried(from, [answer], to)).toEqual([]);
  });

  it('are left behind where only their names are alike', () => {
    expect(carried('accept-coworker', ['meaning.vouch'], 'remove-connection')).toEqual([]);
  });

  it('leave an unknown unknown', () => {
    expect(carried('accept-coworker', ['culture.dont-know'], 'send-request')).toEqual([]);
  });
});
