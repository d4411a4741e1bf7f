// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { withOpinions } from '../../../src/app/flow/arrival.tsx';
import { OpinionsPage } from '../../../src/app/share/opinions-page.tsx';
import type { Answer } from '../../../src/domain/answer.ts';
import { readOpinionLink, toAsk, toPair } from '../../../src/link/opinion.ts';
import { propsFor } from '../result/words.ts';

const MINE: readonly Answer[] = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.power',
];
const THEIRS: readonly Answer[] = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.little',
];

function shown(address: (flow: ReturnType<typeof propsFor>['flow']) => string, answers: readonly Answer[]) {
  const props = propsFor('accept-coworker', answers);
  const read = readOpinionLink(props.flow, new URL(address(props.flow), 'https://example.org/').hash);
  if (!read || read.kind === 'unreadable') throw new Error('the link cannot be read');
  const entry = { ...props.scene.entry, ...(read.kind === 'ask' ? { ask: read.code } : { pair: read.code }) };
  const scene = withOpinions(props.flow, { ...props.scene, entry });
  return render(<OpinionsPage {...props} scene={scene} />).container;
}

afterEach(cleanup);

describe('two opinions side by side', () => {
  it('show both results, and the one difference that matters', () => {
    const page = shown((flow) => toAsk(flow, THEIRS, 'Lou'), MINE);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Two opinions, two sides.');
    expect(page.textContent).toContain('You agree on four questions and part on one.');
    const turning = screen.getByRole('region', { name: /The difference that matters most/ });
    expect(turning.textContent).toMatch(/With your answer here, \u2068Lou\u2069 would come to/);
    expect(screen.getByRole('button', { name: 'Copy the link to both' })).toBeDefined();
  });

  it('speak of somebody who gave no name as “they”', () => {
    shown((flow) => toAsk(flow, THEIRS), MINE);
    const turning = screen.getByRole('region', { name: /The difference that matters most/ }).textContent;
    expect(turning).toMatch(/With your answer here, they would come to [^”]*” That is where you end\./);
    expect(turning).toMatch(/With their answer here, you would come to [^”]*” That is where they end\./);
  });

  it('tell two people without names apart by who asked', () => {
    shown((flow) => toPair(flow, THEIRS, MINE), []);
    const turning = screen.getByRole('region', { name: /The difference that matters most/ }).textContent;
    expect(turning).toMatch(
      /With the answer of the one who was asked, the one who asked would come to [^”]*” That is where the one who was asked ends\./,
    );
    expect(turning).toMatch(
      /With the answer of the one who asked, the one who was asked would come to [^”]*” That is where the one who asked ends\./,
    );
  });

  it('keep the names that were given', () => {
    shown((flow) => toPair(flow, THEIRS, MINE, { first: 'Lou', second: 'Ann' }), []);
    const turning = screen.getByRole('region', { name: /The difference that matters most/ }).textContent;
    expect(turning).toMatch(
      /With \u2068Ann\u2069’s answer here, \u2068Lou\u2069 would come to [^”]*” That is where \u2068Ann\u2069 ends\./,
    );
  });

  it('show a name as text, whatever is in it', () => {
    const page = shown(
      (flow) => toPair(flow, MINE, MINE, { first: '<img src=x onerror=alert(1)>', second: 'Ann' }),
      [],
    );
    expect(page.querySelector('img')).toBeNull();
    expect(page.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('can be the same in everything', () => {
    const page = shown((flow) => toPair(flow, MINE, MINE), []);
    expect(page.textContent).toContain('You gave the same answer to every question.');
    expect(screen.queryByRole('region', { name: 'Where you part' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy the link to both' })).toBeNull();
  });

  it('say what stands where one of them does not know', () => {
    const page = shown(
      (flow) => toAsk(flow, ['conduct.difficult', 'heat.dont-know', 'pattern.bad-days', 'talked.not-yet']),
      MINE,
    );
    expect(page.textContent).toContain('It depends.');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Two opinions, two recommendations.');
  });

  it('weigh nothing where an answer is about safety, and have the way out', () => {
    shown((flow) => toPair(flow, ['conduct.harmful'], MINE), []);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Two opinions, and safety comes first.');
    expect(screen.queryByRole('region', { name: /The difference that matters most/ })).toBeNull();
    expect(screen.getByText(/^Safety comes first\. Talk about what would help/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Leave this site now' })).toBeDefined();
  });

  it('quote nobody’s recommendation against an answer about safety', () => {
    shown((flow) => toAsk(flow, ['conduct.harmful']), MINE);
    expect(screen.getByRole('link', { name: 'What one can do' }).getAttribute('href')).toBe('/safety/');
  });
});
