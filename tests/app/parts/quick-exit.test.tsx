// @vitest-environment jsdom

import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NEUTRAL_PAGE, thrice } from '../../../src/app/head/leaving.ts';
import { type Leaving, QuickExit, quickExit, thisWindow } from '../../../src/app/parts/quick-exit.tsx';

afterEach(cleanup);

/** A history of entries with states, standing at its last one. */
function tab(states: readonly unknown[], { isStuck = false, step = 10 } = {}) {
  const entries = [...states];
  const log: string[] = [];
  let at = entries.length - 1;
  let time = 0;
  const leaving: Leaving = {
    depth: () => at,
    clear: () => {
      entries[at] = null;
    },
    back: async () => {
      time += step;
      if (isStuck || at === 0) return false;
      at -= 1;
      return true;
    },
    prune: () => {
      entries.splice(at + 1, entries.length, null);
      at += 1;
    },
    cover: () => log.push('cover'),
    leave: () => {
      log.push(`leave from ${at}`);
    },
    now: () => time,
  };
  return { leaving, entries, log };
}

describe('a quick exit', () => {
  it('covers the page, empties every entry of the walk and leaves from the first', async () => {
    const { leaving, entries, log } = tab(['one', 'two', 'three']);
    await quickExit(leaving);
    expect(entries).toEqual([null, null]);
    expect(log).toEqual(['cover', 'leave from 0']);
  });

  it('works on the first entry of a walk', async () => {
    const { leaving, entries, log } = tab(['one']);
    await quickExit(leaving);
    expect(entries).toEqual([null]);
    expect(log).toEqual(['cover', 'leave from 0']);
  });

  it('leaves where the browser does not step back', async () => {
    const { leaving, entries, log } = tab(['one', 'two'], { isStuck: true });
    await quickExit(leaving);
    expect(entries).toEqual(['one', null]);
    expect(log).toEqual(['cover', 'leave from 1']);
  });

  it('leaves where clearing fails', async () => {
    const { leaving, log } = tab(['one']);
    const fails = {
      ...leaving,
      clear: () => {
        throw new Error('too many calls');
      },
    };
    await expect(quickExit(fails)).rejects.toThrow('too many calls');
    expect(log).toEqual(['cover', 'leave from 0']);
  });

  it('stops stepping back when it has taken too long', async () => {
    const { leaving, log } = tab(['one', 'two', 'three', 'four', 'five'], { step: 1300 });
    await quickExit(leaving);
    expect(log).toEqual(['cover', 'leave from 2']);
  });
});

describe('Escape', () => {
  it('counts where it comes three times within two seconds', () => {
    const isThird = thrice();
    expect([0, 900, 2000].map(isThird)).toEqual([false, false, true]);
  });

  it('does not count where the first of three is longer ago', () => {
    const isThird = thrice();
    expect([0, 900, 2001, 2800].map(isThird)).toEqual([false, false, false, true]);
  });
});

describe('the control', () => {
  it('leaves when its button is pressed', async () => {
    const { leaving, log } = tab(['one']);
    render(<QuickExit leaving={leaving} />);
    await userEvent.click(screen.getByRole('link', { name: 'Leave this site now' }));
    expect(log).toEqual(['cover', 'leave from 0']);
  });

  it('leaves on the third Escape, and not when a key is held down', async () => {
    const { leaving, log } = tab(['one']);
    render(<QuickExit leaving={leaving} />);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    for (let count = 0; count < 5; count += 1) fireEvent.keyDown(document.body, { key: 'Escape', repeat: true });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(log).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await vi.waitFor(() => expect(log).toEqual(['cover', 'leave from 0']));
  });

  it('stops listening once it is gone', () => {
    const { leaving, log } = tab(['one']);
    const { unmount } = render(<QuickExit leaving={leaving} />);
    unmount();
    for (let count = 0; count < 3; count += 1) fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(log).toEqual([]);
  });

  it('is a link to the neutral page where there is no code', () => {
    render(<QuickExit />);
    expect(screen.getByRole('link', { name: 'Leave this site now' }).getAttribute('href')).toBe(NEUTRAL_PAGE);
  });
});

describe('in a real tab', () => {
  it('empties the entries on the way back, and nobody else hears of the steps', async () => {
    history.replaceState({ depth: 0, answers: ['conduct.harmful'] }, '');
    history.pushState({ depth: 1, answers: ['conduct.harmful'] }, '');
    history.pushState({ depth: 2, answers: ['conduct.harmful'] }, '');
    const heard = vi.fn();
    window.addEventListener('popstate', heard);
    const leave = vi.fn();
    await quickExit({ ...thisWindow(), leave });
    window.removeEventListener('popstate', heard);
    expect(leave).toHaveBeenCalledOnce();
    expect(history.state).toBeNull();
    expect(heard).not.toHaveBeenCalled();
    expect(document.body.textContent).toBe('');
  });
});
