// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mailAddress, sharedLink } from '../../../src/app/share/links.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { readOpinionLink } from '../../../src/link/opinion.ts';
import { isSafety } from '../../../src/reasoning/side.ts';
import { allPaths } from '../../domain/arbitrary.ts';
import { propsFor } from '../result/words.ts';

const DIFFICULT: readonly Answer[] = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.power',
];

function linksFor(id: string, answers: readonly Answer[], name = '') {
  const { flow, asking, words, scene } = propsFor(id, answers);
  const parts = { flow, asking, words, walk: scene.walk, name };
  return {
    flow,
    asking,
    words,
    answers: sharedLink('answers', parts),
    alone: sharedLink('alone', parts),
    ask: sharedLink('ask', parts),
  };
}

describe('a link to a result', () => {
  it('names the verdict in its path, and holds the answers in its fragment', () => {
    const { answers, words } = linksFor('accept-coworker', DIFFICULT);
    expect(answers.address).toBe(
      'http://localhost:3000/accept-coworker/boundaries/#conduct=difficult&heat=cooled&pattern=settled&talked=unchanged&stakes=power',
    );
    expect(`${answers.title}.`).toBe(words.verdicts['boundaries']?.headline);
    expect(answers.namesVerdict).toBe(true);
  });

  it('can go without the answers', () => {
    expect(linksFor('accept-coworker', DIFFICULT).alone.address).toBe(
      'http://localhost:3000/accept-coworker/boundaries/',
    );
  });

  it('that depends leads to its own page, and alone to the questions', () => {
    const { answers, alone, asking } = linksFor('accept-coworker', [
      'conduct.difficult',
      'heat.dont-know',
      'pattern.bad-days',
      'talked.not-yet',
    ]);
    expect(answers.address).toBe(
      'http://localhost:3000/accept-coworker/depends/#conduct=difficult&heat=dont-know&pattern=bad-days&talked=not-yet',
    );
    expect(alone.address).toBe('http://localhost:3000/accept-coworker/');
    expect([answers.title, answers.namesVerdict]).toEqual([asking.title, false]);
  });

  it('about somebody’s safety has a neutral path and title', () => {
    const { answers, alone, asking } = linksFor('accept-coworker', ['conduct.harmful']);
    expect(answers.address).toBe('http://localhost:3000/accept-coworker/#conduct=harmful');
    expect(alone.address).toBe('http://localhost:3000/accept-coworker/');
    expect([answers.title, alone.title]).toEqual([asking.title, asking.title]);
  });

  it('never names an answer before its #, on any path', () => {
    for (const { flow, path } of allPaths) {
      const { answers, alone, ask } = linksFor(flow.id, path.trail);
      const place = isSafety(flow, path.verdict) ? `${flow.id}/` : `${flow.id}/${path.verdict}/`;
      for (const { address } of [answers, alone]) expect(address.split('#')[0]).toBe(`http://localhost:3000/${place}`);
      expect(ask.address.split('#')[0]).toBe(`http://localhost:3000/${flow.id}/`);
    }
  });

  it('that asks is neutral, and hides the answers', () => {
    const { flow, ask, asking } = linksFor('accept-coworker', DIFFICULT, 'Lou');
    expect(ask.title).toBe(asking.title);
    expect(ask.address).not.toMatch(/difficult|settled/);
    expect(readOpinionLink(flow, new URL(ask.address).hash)).toMatchObject({
      kind: 'ask',
      opinion: { name: 'Lou', answers: DIFFICULT },
    });
  });
});

describe('an email', () => {
  it('has the title as its subject, and the whole link behind a line of its own', () => {
    const { answers } = linksFor('accept-coworker', DIFFICULT);
    const mail = new URL(mailAddress(answers));
    expect(mail.searchParams.get('subject')).toBe(answers.title);
    expect(mail.searchParams.get('body')).toBe(`${answers.message}\r\n\r\n${answers.address}\r\n`);
  });
});
