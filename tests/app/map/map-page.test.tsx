// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Scene } from '../../../src/app/flow/scene.ts';
import { MapPage } from '../../../src/app/map/map-page.tsx';
import { drawingOf } from '../../../src/build/drawing.ts';
import { askingWords, resultWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import { answerTo, DONT_KNOW, questionOf, type Trail } from '../../../src/domain/answer.ts';
import type { MachineFlow } from '../../../src/domain/define-flow.ts';
import { pathsOf } from '../../../src/domain/paths.ts';
import { keepable } from '../../../src/domain/walk.ts';
import { acceptCoworker } from '../../../src/flows/accept-coworker.ts';
import { flows } from '../../../src/flows/index.ts';
import { firstEntry } from '../../../src/link/entry.ts';

// Queries by role are slow on a page of this size.
vi.setConfig({ testTimeout: 30_000 });

const content = loadContent(process.cwd());

const sceneOf = (flow: MachineFlow, answers: Trail): Scene => {
  const { walk } = keepable(flow, answers);
  return { place: { page: 'map' }, entry: { ...firstEntry(flow), answers: walk.trail }, walk };
};

const show = (flow: MachineFlow, answers: Trail = []) => {
  const asking = askingWords(content, flow);
  const drawing = drawingOf(flow, asking, resultWords(content, flow));
  const { container } = render(
    <MapPage flow={flow} asking={asking} scene={sceneOf(flow, answers)} drawing={drawing} />,
  );
  return { container, drawing, asking };
};

const longest = (flow: MachineFlow) =>
  [...pathsOf(flow)].sort((one, other) => other.trail.length - one.trail.length)[0];

afterEach(cleanup);

describe('the map of a flow', () => {
  it('is two pictures with a title and a description, and one heading for the page', () => {
    show(acceptCoworker);
    expect(screen.getAllByRole('img', { name: /^Map of the guide/ })).toHaveLength(2);
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([
      'The whole guide',
    ]);
    expect(screen.queryByRole('heading', { name: 'Your route in words' })).toBeNull();
  });

  it('draws the reader’s route, and fills the end that it comes to', () => {
    const path = longest(acceptCoworker);
    const { container, drawing } = show(acceptCoworker, path?.trail);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The route you took');
    const lines = container.querySelectorAll('.broad .path');
    expect(lines).toHaveLength(path?.trail.length ?? 0);
    const taken = container.querySelectorAll('.broad .end.taken');
    expect(taken).toHaveLength(1);
    expect(taken[0]?.getAttribute('data-kind')).toBe(drawing.verdicts[path?.verdict ?? '']?.kind);
  });

  it('tells the route in words, numbered as on the map, to its end', () => {
    const path = longest(acceptCoworker);
    const { drawing } = show(acceptCoworker, path?.trail);
    const route = screen.getByRole('region', { name: /Your route in words/ });
    const stops = within(route).getAllByRole('listitem');
    expect(stops.map((stop) => Number(stop.getAttribute('value')))).toEqual(
      path?.trail.map((answer) => drawing.order.indexOf(questionOf(answer)) + 1),
    );
    const last = within(stops.at(-1) as HTMLElement)
      .getAllByRole('link')
      .at(-1);
    expect(last?.getAttribute('href')).toBe(`/accept-coworker/${path?.verdict}/`);
  });

  it('forks where something is not known yet', () => {
    const { container } = show(acceptCoworker, [answerTo('conduct', 'difficult'), answerTo('heat', DONT_KNOW)]);
    // One line to the question of the quarrel, and one for each of its two answers.
    expect(container.querySelectorAll('.broad .path')).toHaveLength(3);
    expect(container.querySelectorAll('.narrow .path')).toHaveLength(3);
  });

  it('writes no style into its markup', () => {
    const { container } = show(acceptCoworker, longest(acceptCoworker)?.trail);
    expect(container.querySelectorAll('[style]')).toHaveLength(0);
  });

  it('links to nothing on its own page that is not there, and gives no id twice', () => {
    const { container } = show(acceptCoworker);
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const missing = [...container.querySelectorAll('a[href^="#"]')].filter(
      (link) => !ids.includes(link.getAttribute('href')?.slice(1) ?? ''),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(flows)('the words of the map of $id', (flow) => {
  it('lead by links alone from the first question to the right verdict, on every path', () => {
    const { container, asking } = show(flow);
    expect(container.querySelector('#words')).not.toBeNull();
    // Each option of each question: the links to where its ways lead.
    const targets = new Map<string, readonly (string | null)[]>();
    for (const question of Object.keys(flow.answers)) {
      const options = container.querySelector(`#q-${question}`)?.parentElement?.querySelectorAll('.options > li');
      for (const [index, option] of Object.keys(flow.answers[question] ?? {}).entries()) {
        const links = options?.[index]?.querySelectorAll('.way a, .ways a') ?? [];
        targets.set(
          answerTo(question, option),
          [...links].map((link) => link.getAttribute('href')),
        );
        expect(options?.[index]?.querySelector('.label')?.textContent).toBe(asking.questions[question]?.labels[option]);
      }
    }
    for (const { trail, verdict } of pathsOf(flow)) {
      for (const [index, answer] of trail.entries()) {
        const next = trail[index + 1];
        expect(targets.get(answer)).toContain(next ? `#q-${questionOf(next)}` : `/${flow.id}/${verdict}/`);
      }
    }
  });

  it('quote nobody but the guide itself where safety decides', () => {
    const { container, drawing } = show(flow);
    for (const [question, options] of Object.entries(drawing.ways)) {
      for (const [index, ways] of Object.values(options).entries()) {
        if (!ways.every(({ verdict }) => verdict !== undefined && drawing.verdicts[verdict]?.kind === 'settled'))
          continue;
        const item = container.querySelector(`#q-${question}`)?.parentElement?.querySelectorAll('.options > li')[index];
        const voices = [...(item?.querySelectorAll('.raises a') ?? [])].map((link) => link.getAttribute('href'));
        expect(voices.filter((link) => !link?.startsWith('/voices/#editor-'))).toEqual([]);
      }
    }
  });

  it('say what each answer raises, each claim with its voice', () => {
    const { container, drawing } = show(flow);
    const linked = new Set([...container.querySelectorAll('.raises a')].map((link) => link.getAttribute('href')));
    for (const claim of Object.keys(drawing.lines)) expect(linked).toContain(`/voices/#${claim.replace('/', '-')}`);
  });
});
