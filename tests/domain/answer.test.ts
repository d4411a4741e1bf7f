import { describe, expect, it } from 'vitest';
import { answerIn, answerTo, DONT_KNOW, isUnknown, optionOf, questionOf } from '../../src/domain/answer.ts';

describe('an answer', () => {
  it('is one option of one question', () => {
    expect(answerTo('stakes', 'my-call')).toBe('stakes.my-call');
    expect(questionOf('stakes.my-call')).toBe('stakes');
    expect(optionOf('stakes.my-call')).toBe('my-call');
  });

  it('splits at its first full stop', () => {
    expect(questionOf('stakes.a.b')).toBe('stakes');
    expect(optionOf('stakes.a.b')).toBe('a.b');
  });

  it('is an unknown where its option is “I don’t know yet”, and nowhere else', () => {
    expect(isUnknown(answerTo('stakes', DONT_KNOW))).toBe(true);
    expect(isUnknown('conduct.unknown')).toBe(false);
    expect(isUnknown('dont-know.yes')).toBe(false);
  });
});

describe('the answer that a trail has to a question', () => {
  it('is found by the whole name of the question', () => {
    expect(answerIn(['conduct.good', 'culture.mixed'], 'culture')).toBe('culture.mixed');
    expect(answerIn(['conduct.good', 'culture.mixed'], 'cult')).toBeUndefined();
  });

  it('is none where the question was not asked', () => {
    expect(answerIn([], 'conduct')).toBeUndefined();
  });
});
