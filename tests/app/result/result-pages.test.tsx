// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { needOf } from '../../../src/app/flow/scene.ts';
import type { Session } from '../../../src/app/flow/session.ts';
import { DependsPage } from '../../../src/app/result/depends-page.tsx';
import { GeneralPages } from '../../../src/app/result/general-pages.tsx';
import { ResultPages } from '../../../src/app/result/result-pages.tsx';
import type { Trail } from '../../../src/domain/answer.ts';
import { walk } from '../../../src/domain/walk.ts';
import { changes } from '../../../src/reasoning/changes.ts';
import { propsFor } from './words.ts';

// All words are read at the first test.
vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const NOT_HERE: Trail = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.partnership',
  'meaning.vouch',
];
const BOUNDARIES: Trail = ['conduct.good', 'culture.normal', 'exposure.some'];
const TALK_FIRST: Trail = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.not-yet',
  'stakes.partnership',
];

function show(id: string, answers: Trail, more: Parameters<typeof propsFor>[2] = {}) {
  const props = propsFor(id, answers, more);
  const actions = { take: vi.fn(), undo: vi.fn(), change: vi.fn(), restart: vi.fn(), goOn: vi.fn() };
  const need = needOf(props.scene);
  const Pages = need === 'general' ? GeneralPages : need === 'depends' ? DependsPage : ResultPages;
  render(<Pages {...props} session={actions as unknown as Session} />);
  return { ...props, ...actions, user: userEvent.setup() };
}

/** Returns queries within a part of the page: naming every region by role takes long on a page of this size. */
const part = (id: string) => {
  const section = document.getElementById(id)?.closest('section');
  if (!section) throw new Error(`there is no part ${id}`);
  return within(section);
};
const labelled = (label: string) => {
  const section = document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
  if (!section) throw new Error(`nothing is labelled ${label}`);
  return within(section);
};
const headings = () => [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);

describe('a result', () => {
  it('tells its parts in order, under one main heading that takes focus', () => {
    const { words } = show('accept-coworker', NOT_HERE);
    const [h1, ...others] = document.querySelectorAll('h1');
    expect(others).toEqual([]);
    expect(h1?.textContent).toBe(words.verdicts['not-here']?.headline);
    expect(h1?.tabIndex).toBe(-1);
    const [pulled, why, each, , living, change, next, answers] = headings();
    expect([pulled, why, each, living, change, next, answers]).toEqual(
      [
        'How your answers pulled',
        'Why',
        'What each would say',
        'What it is like to live with it',
        'What would change this',
        'What to do next',
        'Your answers',
      ].map((label) => expect.stringContaining(label)),
    );
  });

  it('quotes the dissent in one breath, says how that voice is known, and leads to the case against', () => {
    const { words } = show('accept-coworker', NOT_HERE);
    const spread = labelled('Recommendation and dissent');
    expect(spread.getByText('Thom disagrees')).toBeDefined();
    expect(spread.getByText(`“${words.claims['thom/offence-costs']?.line}”`)).toBeDefined();
    expect(spread.getByText(/Thom Singer, named in the source/)).toBeDefined();
    expect(spread.getByRole('link', { name: 'Read the best case against' }).getAttribute('href')).toBe('#against');
    expect(document.getElementById('against')?.dataset['side']).toBe('open');
  });

  it('stands the seam by its side and its strength', () => {
    show('accept-coworker', NOT_HERE);
    expect(document.querySelector('.spread.verdict')?.getAttribute('data-seam')).toBe('balance-closed');
  });

  it('has the same number of marks as claims counted, and says the sum', () => {
    show('accept-coworker', NOT_HERE);
    const table = labelled('How each answer pulled');
    const rows = table.getAllByRole('row');
    expect(rows).toHaveLength(NOT_HERE.length + 2);
    const cells = within(rows.at(-1) as HTMLElement).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['7', '1']);
    expect(cells[0]?.querySelectorAll('rect')).toHaveLength(7);
    expect(cells[1]?.querySelectorAll('circle')).toHaveLength(1);
  });

  it('lets the voice of a side speak in general where no answer brings up a case for it', () => {
    const { asking } = show('introduce', ['vouch.gladly', 'fit.wrong', 'better.yes']);
    const both = labelled('Both voices');
    expect(both.getByText(`“${asking.sides.closed.opening}”`)).toBeTruthy();
    expect(both.getByText(/in general: none of your answers brings up more\.$/)).toBeTruthy();
  });

  it('lets a voice say what it is quoted with, where none of its own claims is raised', () => {
    const { asking, words } = show('remove-connection', [
      'harm.none',
      'motive.considered',
      'bond.project',
      'contact.silence',
      'signal.active',
      'mutual.one-way',
      'meaning.vouch',
    ]);
    expect(asking.sides.open.voice).toBe('connector');
    expect(part('each').getByText(words.claims['connector/return-favour']?.line ?? 'no line')).toBeTruthy();
    expect(part('each').queryByText(/does not speak to this/)).toBeNull();
  });

  it('names the answers that would turn it as one or another, since each is enough', () => {
    show('accept-coworker', BOUNDARIES);
    expect(part('change').getByText(/with another answer to/).textContent).toMatch(/ or question \d/);
  });

  it('links the rule that decided to the answers it looked at', () => {
    show('accept-coworker', NOT_HERE);
    const links = within(screen.getByText(/It looked at your answers to/)).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#a-stakes', '#a-meaning']);
    expect(document.getElementById('a-meaning')).not.toBeNull();
  });

  it('says where a voice does not speak to the answers', () => {
    show('accept-coworker', BOUNDARIES);
    expect(part('each').getByText('Leslie does not speak to this.')).toBeDefined();
  });

  it('offers each other verdict within reach as a change, and making it takes exactly the trail it was worked out for', async () => {
    const { take, user, flow, words } = show('accept-coworker', NOT_HERE);
    const found = walk(flow, NOT_HERE);
    if (found.at !== 'verdict') throw new Error('it ends in a verdict');
    const warm = changes(flow, found).singles.find(({ swaps }) => swaps[0].to === 'heat.warm');
    const clause = words.ifs['heat']?.['warm'] ?? '';
    await user.click(part('change').getByRole('button', { name: `Make this change: ${clause}` }));
    expect(take).toHaveBeenCalledExactlyOnceWith(warm?.trail);
    expect(warm?.leads).toMatchObject({ kind: 'verdict', verdict: 'wait' });
  });

  it('names the questions to which the answer does not matter', () => {
    const { asking } = show('accept-coworker', NOT_HERE);
    expect(
      part('change').getByText(
        (_, element) =>
          element?.className === 'idle' &&
          element.textContent?.includes(asking.questions['pattern']?.topic ?? '?') === true,
      ),
    ).toBeDefined();
  });

  it('lets every answer be changed, under its question’s name', async () => {
    const { change, user, asking } = show('accept-coworker', NOT_HERE);
    const question = asking.questions['heat']?.question;
    await user.click(part('answers').getByRole('button', { name: `Change: ${question}` }));
    expect(change).toHaveBeenCalledExactlyOnceWith('heat');
  });

  it('begins again', async () => {
    const { restart, user } = show('accept-coworker', NOT_HERE);
    await user.click(part('answers').getByRole('button', { name: 'Start again' }));
    expect(restart).toHaveBeenCalledOnce();
  });

  it('prints', async () => {
    const { user } = show('accept-coworker', NOT_HERE);
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    await user.click(screen.getByText('Print'));
    expect(print).toHaveBeenCalledOnce();
  });
});

describe('a close call', () => {
  it('still stands, on a neutral head, with both cases at equal width', () => {
    show('accept-coworker', BOUNDARIES);
    expect(screen.getByText(/A close call; the recommendation sides with Thom/)).toBeDefined();
    const cases = labelled('The best case of each side');
    expect(cases.getByText('Best case against')).toBeDefined();
    expect(cases.getAllByRole('heading', { level: 2 })).toHaveLength(2);
  });
});

describe('a verdict on neither side', () => {
  it('takes no side and sets out both cases', () => {
    show('accept-coworker', TALK_FIRST);
    expect(screen.getByText('The recommendation takes neither side')).toBeDefined();
    expect(labelled('Both voices').getAllByText(/“/).length).toBeGreaterThanOrEqual(2);
    expect(labelled('The best case of each side').getAllByRole('heading', { level: 2 })).toHaveLength(2);
  });
});

describe('where the count and the verdict part', () => {
  it('says so, and names the rule that outweighs the count', () => {
    // The count leans to “Accept”, three to none; the custom of the workplace decides.
    const { words } = show('accept-coworker', ['conduct.good', 'culture.frowned']);
    const note = screen.getByText(/What outweighs the count is a rule/);
    expect(note.textContent).toContain(words.rules['frownedUponHere']?.rule.replace(/\.$/, ''));
    expect(screen.getByText(/Counted: 3 to 0 for “Accept”, the other way/)).toBeDefined();
  });
});

describe('a safety verdict', () => {
  it('quotes no voice, counts nothing, makes no case against, and says why', () => {
    const { words } = show('accept-coworker', ['conduct.harmful']);
    expect(screen.getByText('This guide decides this by itself')).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByText('Best case against')).toBeNull();
    expect(screen.queryByText(words.claims['leslie/ignore-button']?.title ?? '?')).toBeNull();
    expect(part('against').getByText(/Safety isn’t up for debate/)).toBeDefined();
  });

  it('leads to help, and out of here', () => {
    show('accept-coworker', ['conduct.harmful']);
    expect(labelled('What to do').getByRole('link', { name: 'What you can do' }).getAttribute('href')).toBe('/safety/');
    expect(labelled('Quick exit').getByRole('link', { name: 'Leave this site now' })).toBeDefined();
  });
});

describe('where the verdict depends', () => {
  const UNSURE: Trail = ['conduct.difficult', 'heat.dont-know', 'pattern.bad-days', 'talked.not-yet'];

  it('says what to find out, how, and what each answer leads to', async () => {
    const { words, change, user } = show('accept-coworker', UNSURE);
    expect(screen.getByRole('heading', { level: 1, name: 'It depends.' })).toBeDefined();
    expect(screen.getByText(words.findOut['heat'] ?? '?')).toBeDefined();
    const items = part('each').getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(words.ifs['heat']?.['warm'] ?? '?'),
      expect.stringContaining(words.ifs['heat']?.['cooled'] ?? '?'),
    ]);
    await user.click(part('first').getByRole('button', { name: 'Answer it now' }));
    expect(change).toHaveBeenCalledExactlyOnceWith('heat');
  });

  it('groups more than six combinations by verdict', () => {
    const unsure: Trail = [
      'conduct.difficult',
      'heat.dont-know',
      'pattern.settled',
      'talked.dont-know',
      'stakes.partnership',
      'meaning.dont-know',
    ];
    const { scene } = show('accept-coworker', unsure);
    if (scene.walk.at !== 'depends') throw new Error('it depends');
    expect(scene.walk.combinations).toBeGreaterThan(6);
    const items = part('each').getAllByRole('listitem');
    expect(items).toHaveLength(scene.walk.verdicts.length);
    // What has to hold for a verdict may not be enough for it.
    for (const { textContent } of items) expect(textContent).toMatch(/^(Only if |With some combinations)/);
  });

  it('decides where the unknown makes no difference, and says that it does not', () => {
    show('accept-coworker', [
      'conduct.difficult',
      'heat.cooled',
      'pattern.dont-know',
      'talked.improved',
      'meaning.contact',
    ]);
    expect(screen.getByText(/Whatever it turns out to be/)).toBeDefined();
    expect(screen.getByText('No pull: not known yet.')).toBeDefined();
  });
});

describe('after a change', () => {
  it('says what changed, announces the new recommendation once, and can be undone', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { undo, words } = show('accept-coworker', ['conduct.difficult', 'heat.warm'], { former: NOT_HERE });
    const notice = within(screen.getByRole('note', { name: 'What you changed' }));
    expect(notice.getByText(/The recommendation was .+ and is now/)).toBeDefined();
    await act(() => vi.advanceTimersByTimeAsync(200));
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
    const headline = words.verdicts['wait']?.headline.replace(/\.$/, '');
    expect(said.filter((text) => text === `The recommendation has changed: ${headline}.`)).toHaveLength(1);
    notice.getByRole('button', { name: 'Undo' }).click();
    expect(undo).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('stays silent where the recommendation stays', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const trail = NOT_HERE.map((answer) => (answer === 'pattern.settled' ? 'pattern.unsure' : answer)) as Trail;
    show('accept-coworker', trail, { former: NOT_HERE, changed: 'pattern' });
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(''),
    ).toBe('');
    expect(screen.getByText(/The recommendation is still/)).toBeDefined();
    vi.useRealTimers();
  });

  it('lands on the row of the answer that was changed', () => {
    const trail = NOT_HERE.map((answer) => (answer === 'pattern.settled' ? 'pattern.unsure' : answer)) as Trail;
    show('accept-coworker', trail, { former: NOT_HERE, changed: 'pattern' });
    expect(document.querySelector('[data-landing]')?.id).toBe('a-pattern');
  });
});

describe('answers that somebody shared', () => {
  it('are said to be that, cannot be kept, and can be answered for oneself', async () => {
    const { restart, user } = show('accept-coworker', NOT_HERE, { shared: true });
    expect(screen.getByText(/Somebody shared these answers with you/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Keep in my journal' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Answer for yourself' }));
    expect(restart).toHaveBeenCalledOnce();
  });

  it('are shown with then and now where they lead elsewhere today', () => {
    show('accept-coworker', NOT_HERE, { shared: true, place: { page: 'verdict', verdict: 'accept' } });
    expect(screen.getByText('Then')).toBeDefined();
    expect(screen.getByRole('heading', { level: 1, name: 'Leave it, and say why.' })).toBeDefined();
  });
});

describe('a verdict in general', () => {
  it('tells what leads there, both cases, what comes after, and the way into the questions', () => {
    const { cases: told, flow } = show('accept-coworker', [], { place: { page: 'verdict', verdict: 'boundaries' } });
    const leading = flow.routes.weighing.filter(({ verdict }) => verdict === 'boundaries');
    const leads = part('leads');
    expect(leads.getAllByRole('heading', { level: 3 })).toHaveLength(leading.length);
    const cases = labelled('The case for it and the case against it');
    expect(cases.getByText(told['boundaries']?.for.text ?? '?')).toBeDefined();
    expect(cases.getByText(told['boundaries']?.against.text ?? '?')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Answer for your own case' }).getAttribute('href')).toBe(
      '/accept-coworker/',
    );
    expect(screen.getByRole('link', { name: 'Both views, side by side' }).getAttribute('href')).toBe(
      '/accept-coworker/views/',
    );
  });

  it('is what a reader with other answers sees there, who did not come by a link', () => {
    show('accept-coworker', NOT_HERE, { place: { page: 'verdict', verdict: 'accept' } });
    expect(screen.getByRole('heading', { level: 1, name: 'Accept the request.' })).toBeDefined();
    expect(screen.getByText(/Your own answers lead to: Leave it, and say why/)).toBeDefined();
  });

  it('carries no debate where safety decides', () => {
    show('accept-coworker', [], { place: { page: 'verdict', verdict: 'protect' } });
    expect(screen.queryByText('The case for it')).toBeNull();
    expect(labelled('Quick exit').getByRole('link', { name: 'Leave this site now' })).toBeDefined();
    expect(labelled('What to do').getByRole('link', { name: 'What you can do' })).toBeDefined();
  });
});

describe('“It depends” without answers', () => {
  it('explains itself and leads to the questions', () => {
    show('accept-coworker', [], { place: { page: 'depends' } });
    expect(screen.getByRole('heading', { level: 1, name: 'It depends.' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Answer the questions' }).getAttribute('href')).toBe('/accept-coworker/');
  });
});

describe('what to do next', () => {
  it('fills the blanks of a script in and copies the words', async () => {
    const { user } = show('accept-coworker', NOT_HERE);
    const next = part('next');
    await user.type(next.getByRole('textbox', { name: 'name' }), 'Sam');
    await user.click(next.getByRole('button', { name: 'Copy the words' }));
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('Hello Sam, thank you for your request. I have a rule there: [your rule in one line].');
    expect(next.getByRole('button', { name: 'Copied' })).toBeDefined();
    expect(next.getByRole('status').textContent).toBe('Copied.');
  });

  it('shows the words in a selected field where the clipboard refuses', async () => {
    const { user } = show('accept-coworker', NOT_HERE);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await user.click(part('next').getByRole('button', { name: 'Copy the words' }));
    const field = part('next').getByRole<HTMLTextAreaElement>('textbox', { name: /Here are the words, selected/ });
    expect(field.readOnly).toBe(true);
    expect(field.selectionEnd - field.selectionStart).toBe(field.value.length);
  });

  it('ticks off a list without keeping it', async () => {
    const { user } = show('accept-coworker', ['conduct.harmful']);
    const [box] = part('next').getAllByRole<HTMLInputElement>('checkbox');
    if (!box) throw new Error('there is a list');
    await user.click(box);
    expect(box.checked).toBe(true);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it('makes a reminder that names nobody unless a name is typed', async () => {
    const { user } = show('accept-coworker', TALK_FIRST);
    const files: Blob[] = [];
    URL.createObjectURL = (file) => `blob:${files.push(file as Blob)}`;
    URL.revokeObjectURL = () => {};
    const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const save = part('next').getByRole('button', { name: /Remind me in two weeks/ });
    await user.click(save);
    await user.type(part('next').getByRole('textbox', { name: /nickname/ }), 'Sam; the boss');
    await user.click(save);
    expect(pressed).toHaveBeenCalledTimes(2);
    const [plain, named] = await Promise.all(files.map((file) => file.text()));
    expect(plain).toMatch(/SUMMARY:Decide about the open request\\, after the talk\r\n/);
    expect(named).toMatch(/SUMMARY:Decide about the open request\\, after the talk: Sam\\; the bos/);
  });

  it('goes on to the dilemma that follows, with the answers that mean the same there', async () => {
    const { goOn, user } = show('build-ally', ['aim.trust', 'who.gone', 'tried.nothing']);
    await user.click(part('next').getByRole('link', { name: 'Should I remove this connection?' }));
    expect(goOn).toHaveBeenCalledOnce();
    expect(goOn.mock.calls[0]?.[0]).toBe('remove-connection');
  });
});
