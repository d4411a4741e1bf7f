// @vitest-environment jsdom
import { join } from 'node:path';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ThenNow } from '../../../src/app/journal/then-now.tsx';
import type { Entry } from '../../../src/journal/entry.ts';
import { entryOf } from '../../journal/entries.ts';

const flow = {
  id: 'accept-coworker',
  title: 'Should I accept?',
  short: 'Someone at work',
  ends: { closed: 'Leave it', open: 'Accept' },
  module: join(import.meta.dirname, 'flow-module.ts'),
};
const show = (parts: Partial<Entry>) => render(<ThenNow entry={entryOf(parts)} flow={flow} />);
const told = () =>
  Object.fromEntries(
    screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

const WARM = ['conduct.difficult', 'heat.warm'] as const;

afterEach(cleanup);

describe('a kept decision', () => {
  it('is as it was where the guide leads to the same verdict', async () => {
    show({ answers: WARM, verdict: 'wait' });
    expect(await screen.findByText('With these answers, the guide says the same today.')).toBeTruthy();
  });

  it('is set beside today’s verdict and its rule, where the guide has changed', async () => {
    show({ answers: WARM, verdict: 'ignore' });
    await screen.findByText('The guide has changed since then.');
    expect(told()).toEqual({
      Then: 'Ignore it.',
      Now: 'Wait until it has cooled.',
      Why: expect.stringMatching(/quarrel/),
    });
  });

  it('says what the guide asks today, where it asks more', async () => {
    show({ answers: ['conduct.difficult'], verdict: 'ignore' });
    await screen.findByText('The guide has changed since then.');
    expect(told()).toEqual({ Then: 'Ignore it.', Now: expect.stringMatching(/^It asks something more: .*quarrel/) });
  });

  it('says that it depends today, and takes that for the same where it did so then', async () => {
    const answers = ['conduct.dont-know', 'culture.frowned', 'heat.warm'] as const;
    show({ answers, verdict: 'ignore' });
    await screen.findByText('The guide has changed since then.');
    expect(told()['Now']).toBe('It depends on what you don’t know yet.');
    cleanup();
    show({ answers, verdict: 'depends' });
    expect(await screen.findByText('With these answers, the guide says the same today.')).toBeTruthy();
  });

  it('says that it cannot tell where today’s guide does not load', async () => {
    render(<ThenNow entry={entryOf()} flow={{ ...flow, module: '/nowhere.js' }} />);
    expect(await screen.findByText(/^Today’s guide could not be loaded/)).toBeTruthy();
  });
});
