// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShareButton } from '../../../src/app/share/share-button.tsx';
import { ShareSheet } from '../../../src/app/share/share-sheet.tsx';
import type { Answer } from '../../../src/domain/answer.ts';
import { propsFor } from '../result/words.ts';

const DIFFICULT: readonly Answer[] = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.power',
];

const setUp = (answers: readonly Answer[], first: 'answers' | 'ask' = 'answers') => {
  const user = userEvent.setup();
  render(<ShareSheet {...propsFor('accept-coworker', answers)} first={first} onClose={() => {}} />);
  return user;
};
const address = (): string => document.querySelector('.share-seen code')?.textContent ?? '';
const seen = () => within(screen.getByRole('region', { name: 'What they will see' }));

beforeEach(() => {
  // jsdom opens no dialogs.
  HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

describe('the share sheet', () => {
  it('shows the address, the preview’s title, and every answer in words', () => {
    const { asking, words } = propsFor('accept-coworker', DIFFICULT);
    setUp(DIFFICULT);
    expect(address()).toMatch(/\/accept-coworker\/boundaries\/#conduct=difficult&heat=cooled/);
    expect(seen().getByText(words.verdicts['boundaries']?.headline.replace('.', '') ?? '')).toBeDefined();
    for (const answer of DIFFICULT) {
      const [question = '', option = ''] = answer.split('.');
      expect(seen().getByText(asking.questions[question]?.labels[option] ?? '')).toBeDefined();
    }
  });

  it('sends the recommendation without the answers, when told to', async () => {
    const user = setUp(DIFFICULT);
    await user.click(screen.getByRole('radio', { name: /The recommendation alone/ }));
    expect(address()).toMatch(/\/accept-coworker\/boundaries\/$/);
    expect(seen().queryByRole('list')).toBeNull();
  });

  it('names no recommendation where safety decides', () => {
    setUp(['conduct.harmful']);
    expect(address()).toMatch(/\/accept-coworker\/#conduct=harmful$/);
    expect(screen.getByRole('radio', { name: /The questions alone/ })).toBeDefined();
    expect(screen.getByText(/name no recommendation/)).toBeDefined();
  });

  it('asks somebody else with the answers hidden, says that they are not locked, and takes a name', async () => {
    const user = setUp(DIFFICULT, 'ask');
    const before = address();
    expect(before).toMatch(/\/accept-coworker\/#ask=/);
    expect(seen().queryByRole('list')).toBeNull();
    expect(screen.getByText(/hidden in the link, but not locked/)).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: /Your name/ }), 'Lou');
    expect(address()).not.toBe(before);
  });

  it('copies the link, and says so', async () => {
    const user = setUp(DIFFICULT);
    await user.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(screen.getByText('The link is copied.').getAttribute('role')).toBe('status');
    expect(await navigator.clipboard.readText()).toBe(address());
  });

  it('shows the link in a selected field where the clipboard refuses', async () => {
    const user = setUp(DIFFICULT);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await user.click(screen.getByRole('button', { name: 'Copy the link' }));
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /does not let the page copy/ });
    expect(field.readOnly).toBe(true);
    expect(field.value).toBe(address());
    await waitFor(() => expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]));
    expect(document.activeElement).toBe(field);
  });

  it('draws a QR code when asked to, and hides it again', async () => {
    const user = setUp(DIFFICULT);
    await user.click(screen.getByRole('button', { name: 'Show a QR code' }));
    expect(await screen.findByRole('img', { name: 'The link as a QR code' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Hide the QR code' }));
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('offers the system’s own sharing only where there is one', () => {
    setUp(DIFFICULT);
    expect(screen.queryByRole('button', { name: 'Share with an app' })).toBeNull();
    cleanup();
    Object.assign(navigator, { share: async () => {} });
    setUp(DIFFICULT);
    expect(screen.getByRole('button', { name: 'Share with an app' })).toBeDefined();
    Reflect.deleteProperty(navigator, 'share');
  });
});

describe('the share button', () => {
  it('opens the sheet once its code is there', async () => {
    const user = userEvent.setup();
    render(<ShareButton {...propsFor('accept-coworker', DIFFICULT)} />);
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Share this result' }));
    expect(await screen.findByRole('dialog', { name: 'Share this result' })).toBeDefined();
  });
});
