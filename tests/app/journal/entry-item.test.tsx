// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntryItem } from '../../../src/app/journal/entry-item.tsx';
import type { Entry } from '../../../src/journal/entry.ts';
import { entryOf } from '../../journal/entries.ts';

afterEach(cleanup);

const flow = {
  id: 'accept-coworker',
  title: 'Should I accept?',
  short: 'Someone at work',
  ends: { closed: 'Leave it', open: 'Accept' },
  module: '',
};
const actions = { onToggle: vi.fn(), onDelete: vi.fn(), attempt: vi.fn() };
const show = (parts: Partial<Entry>) =>
  render(<EntryItem entry={entryOf(parts)} flow={flow} isOpen={false} actions={actions} />);

describe('an entry of the journal', () => {
  it('says for which side more was counted, whichever the verdict took', () => {
    show({ side: 'open', counts: { closed: 6, open: 3 } });
    expect(screen.getByText(/6 to 3 for “Leave it”\./)).toBeTruthy();
    cleanup();
    show({ side: 'open', counts: { closed: 1, open: 4 } });
    expect(screen.getByText(/4 to 1 for “Accept”\./)).toBeTruthy();
  });

  it('is called by its dilemma where it has no nickname, and tells dilemma and verdict once', () => {
    const { words } = entryOf();
    show({ nickname: '' });
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe(words.short);
    expect(screen.getAllByText(words.short, { exact: false })).toHaveLength(1);
    expect(screen.getAllByText(words.headline.replace(/\.$/, ''))).toHaveLength(1);
    cleanup();
    show({ nickname: 'Sam' });
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Sam');
    expect(screen.getAllByText(words.short, { exact: false })).toHaveLength(1);
  });

  it('says no side where the counts are level, and where the dilemma is gone', () => {
    show({ counts: { closed: 2, open: 2 } });
    expect(screen.getByText(/Level, 2 each\./)).toBeTruthy();
    cleanup();
    render(
      <EntryItem
        entry={entryOf({ counts: { closed: 2, open: 1 } })}
        flow={undefined}
        isOpen={false}
        actions={actions}
      />,
    );
    expect(screen.getByText(/^2 to 1\./)).toBeTruthy();
  });
});
