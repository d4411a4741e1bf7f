// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Scene } from '../../../src/app/flow/scene.ts';
import { leaningsOf } from '../../../src/app/views/leanings.ts';
import { ViewsPage } from '../../../src/app/views/views-page.tsx';
import { askingWords, viewsWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import type { Trail } from '../../../src/domain/answer.ts';
import type { Flow, Side } from '../../../src/domain/flow.ts';
import { pathsOf } from '../../../src/domain/paths.ts';
import { keepable } from '../../../src/domain/walk.ts';
import { acceptCoworker } from '../../../src/flows/accept-coworker.ts';
import { flows } from '../../../src/flows/index.ts';
import { firstEntry } from '../../../src/link/entry.ts';
import { sideOf } from '../../../src/reasoning/side.ts';

// Queries by role are slow on a page of this size.
vi.setConfig({ testTimeout: 30_000 });

const content = loadContent(process.cwd());

const sceneOf = (flow: Flow, answers: Trail): Scene => {
  const { walk } = keepable(flow, answers);
  return { place: { page: 'views' }, entry: { ...firstEntry(flow), answers: walk.trail }, walk };
};

const show = (flow: Flow, answers: Trail = []) => {
  const asking = askingWords(content, flow);
  const words = viewsWords(content, flow);
  const { container } = render(<ViewsPage flow={flow} asking={asking} scene={sceneOf(flow, answers)} words={words} />);
  const weighs = (side: Side) => [
    ...container.querySelectorAll(`.cell.${side === 'closed' ? 'l' : 't'} input[type="checkbox"]`),
  ];
  return { container, asking, words, weighs };
};

const pathTo = (side: Side | null) =>
  pathsOf(acceptCoworker).find(
    ({ verdict }) => acceptCoworker.verdicts[verdict]?.dissent !== 'safety' && sideOf(acceptCoworker, verdict) === side,
  );

afterEach(cleanup);

describe.each(flows)('the views of $id', (flow) => {
  it('are a table: a row a question, with a cell for each side', () => {
    const { words } = show(flow);
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    // The heads, the questions, when each gives way, where they agree.
    expect(rows).toHaveLength(words.rows.length + 3);
    for (const row of rows.slice(1, -1)) {
      expect(within(row).getAllByRole('rowheader')).toHaveLength(1);
      expect(within(row).getAllByRole('cell')).toHaveLength(2);
    }
  });

  it('say where a source is silent, and offer no mark there', () => {
    const { words, weighs, container } = show(flow);
    const cells = [...words.rows, words.givesWay].flatMap(({ closed, open }) => [closed, open]);
    const silent = cells.filter((cell) => cell === null).length + (words.agree === null ? 1 : 0);
    expect(container.querySelectorAll('.silent')).toHaveLength(silent);
    for (const side of ['closed', 'open'] as const) {
      expect(weighs(side)).toHaveLength(words.rows.filter((row) => row[side] !== null).length);
    }
  });

  it('name every other voice with how it is known, and link every claim to its voice', () => {
    const { words, container } = show(flow);
    for (const { voice } of words.others) {
      expect(container.querySelector(`.voices-beside a[href="/voices/#${voice}"]`)).not.toBeNull();
    }
    const linked = new Set([...container.querySelectorAll('.rests a')].map((link) => link.getAttribute('href')));
    expect([...linked].sort()).toEqual(
      Object.keys(words.titles)
        .map((claim) => `/voices/#${claim.replace('/', '-')}`)
        .sort(),
    );
  });

  it('show where the answers leaned, on every path, and quote no lean where safety decides', () => {
    for (const { trail, verdict } of pathsOf(flow)) {
      const asking = askingWords(content, flow);
      const words = viewsWords(content, flow);
      const html = renderToStaticMarkup(
        <ViewsPage flow={flow} asking={asking} scene={sceneOf(flow, trail)} words={words} />,
      );
      const settled = flow.verdicts[verdict]?.dissent === 'safety';
      const expected = settled ? 0 : words.rows.flatMap((row) => leaningsOf(flow, trail, row)).length;
      expect(html.split('Your answers leaned here')).toHaveLength(expected + 1);
    }
  });
});

describe('the views page', () => {
  it('tells the debate whole before the table, in one heading each', () => {
    const { words } = show(acceptCoworker);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(words.title);
    expect(screen.getByRole('region', { name: words.debate.question })).not.toBeNull();
  });

  it('marks no lean before anything is answered', () => {
    const { container } = show(acceptCoworker);
    expect(container.querySelectorAll('.yours')).toHaveLength(0);
    expect(screen.queryByText(/Your answers/)).toBeNull();
  });

  it('says plainly where the answers leaned both ways, or not at all', () => {
    const path = pathsOf(acceptCoworker).find(({ trail }) =>
      viewsWords(content, acceptCoworker).rows.some((row) => leaningsOf(acceptCoworker, trail, row).length === 2),
    );
    const { words } = show(acceptCoworker, path?.trail);
    const leanings = words.rows.map((row) => leaningsOf(acceptCoworker, path?.trail ?? [], row).length);
    expect(screen.queryAllByText(/leaned both ways/)).toHaveLength(leanings.filter((count) => count === 2).length);
    expect(screen.queryAllByText(/did not lean either way/)).toHaveLength(
      leanings.filter((count) => count === 0).length,
    );
  });

  it('names each mark by its voice and its question', () => {
    const { words, asking } = show(acceptCoworker);
    const [row] = words.rows;
    const name = `This weighs with me: ${asking.sides.closed.name} on “${row?.question}”`;
    expect(screen.getByRole('checkbox', { name })).not.toBeNull();
  });

  it('says whose arguments were taken, the greater number first', async () => {
    const { weighs } = show(acceptCoworker);
    const status = screen.getByRole('status');
    expect(status.textContent?.trim()).toBe('You have marked no argument yet.');
    await userEvent.click(weighs('closed')[0] as HTMLElement);
    expect(status.textContent?.trim()).toBe('You took one argument from Leslie, and none from Thom.');
    await userEvent.click(weighs('open')[0] as HTMLElement);
    await userEvent.click(weighs('open')[1] as HTMLElement);
    expect(status.textContent?.trim()).toBe('You took two arguments from Thom, and one from Leslie.');
    await userEvent.click(weighs('closed')[0] as HTMLElement);
    expect(status.textContent?.trim()).toBe('You took two arguments from Thom, and none from Leslie.');
  });

  it('says whether the guide’s verdict agrees with what was taken', async () => {
    const { weighs } = show(acceptCoworker, pathTo('closed')?.trail);
    await userEvent.click(weighs('closed')[0] as HTMLElement);
    expect(screen.getByRole('status').textContent).toContain('agrees');
    await userEvent.click(weighs('open')[0] as HTMLElement);
    expect(screen.getByRole('status').textContent).toContain('what you took leans to neither side');
    await userEvent.click(weighs('open')[1] as HTMLElement);
    expect(screen.getByRole('status').textContent).toContain('does not agree');
  });

  it('says so where the guide’s verdict takes neither side', async () => {
    const { weighs } = show(acceptCoworker, pathTo(null)?.trail);
    await userEvent.click(weighs('open')[0] as HTMLElement);
    expect(screen.getByRole('status').textContent).toContain(
      'takes neither side; the arguments that you took lean to “Accept”',
    );
  });

  it('points to help instead of counting where the answers tell of harm', () => {
    const path = pathsOf(acceptCoworker).find(({ verdict }) => acceptCoworker.verdicts[verdict]?.dissent === 'safety');
    show(acceptCoworker, path?.trail);
    expect(screen.getByRole('link', { name: 'What you can do' }).getAttribute('href')).toBe('/safety/');
  });

  it('writes no style into its markup and keeps nothing', async () => {
    const { container, weighs } = show(acceptCoworker);
    await userEvent.click(weighs('closed')[0] as HTMLElement);
    expect(container.querySelectorAll('[style]')).toHaveLength(0);
    expect(localStorage.length + sessionStorage.length).toBe(0);
    expect(history.state).toBeNull();
  });
});
