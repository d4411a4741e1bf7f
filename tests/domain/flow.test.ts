import { describe, expect, it } from 'vitest';
import { UnofferedAnswer } from '../../src/domain/flow.ts';
import { pathsFrom, pathsOf } from '../../src/domain/paths.ts';
import { decidingRule, give, offers, replay, start } from '../../src/domain/replay.ts';
import { smallFlow, soundParts } from '../laws/small-flow.ts';

const flow = smallFlow();

const unoffered = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (problem) {
    return problem;
  }
};

describe('a flow', () => {
  it('has the id of its machine', () => {
    expect(flow.id).toBe('small');
  });

  it('tells its rules and facts as conditions', () => {
    expect(flow.rules).toEqual(soundParts.rules);
    expect(smallFlow({ facts: { trusted: { said: ['conduct.good'] } } }).facts).toEqual({
      trusted: { said: ['conduct.good'] },
    });
  });
});

describe('a walk', () => {
  it('starts at the first question, with nothing answered', () => {
    expect(start(flow)).toEqual({ at: 'question', question: 'conduct', trail: [] });
  });

  it('stands at the first question that the answers leave open', () => {
    expect(replay(flow, ['conduct.good'])).toEqual({ at: 'question', question: 'weather', trail: ['conduct.good'] });
  });

  it('ends in a verdict, with the rule that decided and the answers in order', () => {
    expect(replay(flow, ['conduct.doubtful', 'weather.wet'])).toEqual({
      at: 'verdict',
      verdict: 'stay',
      rule: 'wetOutside',
      trail: ['conduct.doubtful', 'weather.wet'],
    });
  });

  it('goes on by one answer from where it stands', () => {
    const step = give(flow, start(flow), 'conduct.good');
    expect(give(flow, step, 'weather.dry')).toEqual(replay(flow, ['conduct.good', 'weather.dry']));
  });

  it('leaves the step that it goes on from as it was', () => {
    const step = start(flow);
    give(flow, step, 'conduct.good');
    expect(step).toEqual({ at: 'question', question: 'conduct', trail: [] });
  });
});

describe('the answers on offer', () => {
  it('are those of the question, in the order of the flow’s file', () => {
    expect(offers(flow, start(flow))).toEqual(['conduct.good', 'conduct.doubtful', 'conduct.harmful']);
  });

  it('are none at a verdict', () => {
    expect(offers(flow, replay(flow, ['conduct.harmful']))).toEqual([]);
  });
});

describe('an answer that is not on offer', () => {
  it.each([
    ['belongs to a later question', ['weather.dry']],
    ['is no option of the question', ['conduct.splendid']],
    ['is given a second time', ['conduct.good', 'conduct.good']],
    ['comes after the verdict', ['conduct.harmful', 'weather.dry']],
    ['is an unknown', ['conduct.dont-know']],
    ['is an event of the machine’s own', ['xstate.init']],
  ] as const)('is refused where it %s', (_why, trail) => {
    const problem = unoffered(() => replay(flow, trail));
    expect(problem).toBeInstanceOf(UnofferedAnswer);
    expect(problem).toMatchObject({
      name: 'UnofferedAnswer',
      answer: trail.at(-1),
      message: `“${trail.at(-1)}” is not on offer at this step of small`,
    });
  });

  it('is refused by give as by replay', () => {
    expect(() => give(flow, start(flow), 'weather.dry')).toThrow(UnofferedAnswer);
  });
});

describe('the rule that decides', () => {
  it('is the first that holds, though a later one holds too', () => {
    expect(decidingRule(flow, ['conduct.good', 'weather.dry'])).toBe('dryAndTrusted');
  });

  it('is none where no rule holds', () => {
    expect(decidingRule(flow, ['conduct.doubtful'])).toBeUndefined();
  });
});

describe('the paths of a flow', () => {
  it('are all walks from the first question to a verdict, in the order of the options', () => {
    expect(pathsOf(flow).map(({ trail, verdict, rule }) => [trail.join(' '), verdict, rule])).toEqual([
      ['conduct.good weather.dry', 'go', 'dryAndTrusted'],
      ['conduct.good weather.wet', 'stay', 'wetOutside'],
      ['conduct.doubtful weather.dry', 'look', 'dryButDoubtful'],
      ['conduct.doubtful weather.wet', 'stay', 'wetOutside'],
      ['conduct.harmful', 'flee', 'inDanger'],
    ]);
  });

  it('that go on from a step begin with its answers', () => {
    const paths = pathsFrom(flow, replay(flow, ['conduct.doubtful']));
    expect(paths.map(({ verdict }) => verdict)).toEqual(['look', 'stay']);
  });

  it('that go on from a verdict are that verdict alone', () => {
    const end = replay(flow, ['conduct.harmful']);
    expect(pathsFrom(flow, end)).toEqual([end]);
  });
});
