// @vitest-environment jsdom
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JournalPage } from '../../../src/app/journal/journal-page.tsx';
import { KeepButton } from '../../../src/app/journal/keep-button.tsx';
import { RuleSuggestion } from '../../../src/app/journal/rule-suggestion.tsx';
import { journalProps, siteOf } from '../../../src/build/site.ts';
import { askingWords, resultWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import { acceptCoworker } from '../../../src/flows/accept-coworker.ts';
import { flows } from '../../../src/flows/index.ts';
import type { Entry, Rule } from '../../../src/journal/entry.ts';
import { eraseJournal, keepEntry, keepRule, readJournal } from '../../../src/journal/store.ts';
import { entryOf, ruleOf } from '../../journal/entries.ts';

// Queries by role are slow on a page of this size.
vi.setConfig({ testTimeout: 30_000 });

const content = loadContent('.');
const props = journalProps(siteOf(content, flows), (id) => `/${id}.js`);
const result = {
  flow: acceptCoworker,
  asking: askingWords(content, acceptCoworker),
  words: resultWords(content, acceptCoworker),
  trail: ['conduct.difficult', 'heat.warm'],
} as const;

async function showWith(entries: readonly Entry[], rule?: Rule): Promise<void> {
  for (const entry of entries) await keepEntry(entry);
  if (rule) await keepRule(rule);
  render(<JournalPage {...props} />);
  await screen.findByRole('heading', { name: 'Keep or clear' });
}

const names = () => screen.queryAllByRole('button', { expanded: false }).map(({ textContent }) => textContent);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  // jsdom shows no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  Element.prototype.scrollIntoView = vi.fn();
});

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await eraseJournal().catch(() => {});
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('the journal’s page', () => {
  it('is prerendered as one that is still being read, and not as an empty one', () => {
    const html = renderToString(<JournalPage {...props} />);
    expect(html).not.toContain('Nothing here yet.');
    expect(html).toContain('once it has been read');
    expect(html).toMatch(/<noscript>.*needs JavaScript/);
  });

  it('says that nothing is kept, and makes no database to find out', async () => {
    await showWith([]);
    expect(screen.getByText('Nothing here yet.')).toBeTruthy();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('lists decisions, the newest first, each opening its result as it was', async () => {
    await showWith([entryOf({ nickname: 'One', flow: 'gone-flow' }), entryOf({ nickname: 'Two' })]);
    expect(names().slice(0, 2)).toEqual(['Two', 'One']);
    await press('One');
    expect(screen.getByText('You would neither ask nor give.')).toBeTruthy();
    expect(screen.getByText(/no longer has this dilemma/)).toBeTruthy();
  });

  it('shows the pattern from three decisions on', async () => {
    await showWith([entryOf(), entryOf()]);
    expect(screen.queryByRole('heading', { name: 'Your pattern' })).toBeNull();
    await act(() => keepEntry(entryOf({ side: 'open', verdict: 'boundaries' })));
    await screen.findByRole('heading', { name: 'Your pattern' });
    expect(screen.getByText(/^Of three decisions/)).toBeTruthy();
  });

  it('mentions a day to look again once it has come', async () => {
    await showWith([entryOf({ nickname: 'Due', lookAgain: '2020-01-01' }), entryOf({ lookAgain: '2999-01-01' })]);
    const due = screen.getByText(/^You meant to look again at one of these by now/);
    await userEvent.click(within(due).getByRole('link', { name: 'Due' }));
    expect(document.activeElement?.textContent).toBe('Due');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
  });

  it('deletes with a line in its place that brings it back', async () => {
    await showWith([entryOf({ nickname: 'One' }), entryOf({ nickname: 'Two' })]);
    await press('Two');
    await press(/^Delete ?Two/);
    await screen.findByText('“Two” is deleted.');
    expect((await readJournal()).entries).toHaveLength(1);
    await press(/^Undo/);
    await waitFor(async () => expect((await readJournal()).entries).toHaveLength(2));
    expect(screen.queryByText('“Two” is deleted.')).toBeNull();
  });

  it('lets the line go after ten seconds, once nobody holds it', async () => {
    await showWith([entryOf({ nickname: 'One' }), entryOf({ nickname: 'Two' })]);
    await press('Two');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    screen.getByRole('button', { name: /^Delete ?Two/ }).click();
    const line = await screen.findByText('“Two” is deleted.');
    await act(() => vi.advanceTimersByTimeAsync(9000));
    expect(line.isConnected).toBe(true);
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(line.isConnected).toBe(false);
  });

  it('names the count before it deletes everything', async () => {
    await showWith([entryOf(), entryOf()], ruleOf(['whom.meet']));
    await press('Delete everything here');
    expect(screen.getByRole('dialog', { name: 'Delete all two decisions?' })).toBeTruthy();
    expect((await readJournal()).entries).toHaveLength(2);
    await press('Delete two decisions and your rule');
    await screen.findByText('Nothing here yet.');
    expect(await readJournal()).toEqual({ entries: [], rule: null });
  });

  it('says where a decision and the rule part, and takes it for an exception', async () => {
    const entry = entryOf({ nickname: 'Parted', answers: ['conduct.difficult', 'meaning.contact'] });
    await showWith([entry], ruleOf(['link.vouch']));
    expect(screen.getByRole('heading', { name: 'Where a decision and your rule part' })).toBeTruthy();
    await press(/^Neither: it was an exception/);
    await waitFor(() => expect(screen.queryByRole('heading', { name: /rule part$/ })).toBeNull());
    expect((await readJournal()).entries[0]?.isException).toBe(true);
    expect(screen.getByText(/An exception to your rule\./)).toBeTruthy();
  });

  it('writes a rule: a question at a time, then its words', async () => {
    await showWith([]);
    await press('Write down my rule');
    await userEvent.click(await screen.findByRole('radio', { name: /^Only people I could vouch for/ }));
    await press('Continue');
    for (let left = 0; left < 2; left++) {
      await userEvent.click(screen.getByRole('radio', { name: 'I’d rather leave this open' }));
      await press('Continue');
    }
    const words = screen.getByRole('textbox', { name: 'Change whatever isn’t you' });
    await userEvent.clear(words);
    await userEvent.type(words, 'I **vouch**. <b>raw</b>');
    await press('Keep this rule');
    const strong = await screen.findByText('vouch', { selector: '.rulewords strong' });
    expect(strong.closest('.rulewords')?.querySelector('b')).toBeNull();
    expect((await readJournal()).rule).toMatchObject({ answers: ['whom.vouch', 'silence.unsaid', 'clearing.unsaid'] });
  });

  it('brings a removed rule back', async () => {
    const rule = ruleOf(['whom.meet']);
    await showWith([], rule);
    await press('Remove my rule');
    await screen.findByText('Your rule is removed.');
    expect((await readJournal()).rule).toBeNull();
    await press(/^Undo/);
    await waitFor(async () => expect((await readJournal()).rule).toEqual(rule));
  });

  it('says that the browser refuses', async () => {
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('no', 'SecurityError'));
    render(<JournalPage {...props} />);
    expect(await screen.findByText(/This browser won’t let us keep a journal\./)).toBeTruthy();
  });
});

describe('“Keep in my journal”', () => {
  it('stores nothing before the form is sent', async () => {
    render(<KeepButton {...result} />);
    await press('Keep in my journal');
    await screen.findByRole('textbox', { name: 'Nickname' });
    expect(await indexedDB.databases()).toEqual([]);
    await press('Don’t keep it');
    expect(await indexedDB.databases()).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Keep in my journal');
  });

  it('keeps the result with what the reader adds', async () => {
    render(<KeepButton {...result} />);
    await press('Keep in my journal');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Nickname' }), 'K.');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'On a Monday.');
    await press('Keep it');
    await screen.findByText('Kept in your journal, as “K.”.');
    const { entries } = await readJournal();
    expect(entries).toMatchObject([{ nickname: 'K.', note: 'On a Monday.', lookAgain: null, verdict: 'wait' }]);
  });

  it('offers a file where the browser refuses', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    render(<KeepButton {...result} />);
    await press('Keep in my journal');
    await screen.findByRole('textbox', { name: 'Nickname' });
    await press('Keep it');
    await screen.findByText('This browser won’t let us keep a journal. Save the result as a file instead.');
    expect(screen.getByRole('button', { name: 'Save it as a text' })).toBeTruthy();
  });
});

describe('the rule’s suggestion', () => {
  const words = result.asking.questions['meaning'];
  const suggestion = () => words && render(<RuleSuggestion flow="accept-coworker" question="meaning" words={words} />);

  it('is none without a journal, and makes none', async () => {
    const { container } = suggestion() ?? {};
    await act(() => new Promise((done) => setTimeout(done, 50)));
    expect(container?.textContent).toBe('');
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('says what the rule would say', async () => {
    await keepRule(ruleOf(['link.contact']));
    suggestion();
    expect(await screen.findByText(/That we have met through work, no more/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose that answer' })).toBeTruthy();
  });
});
