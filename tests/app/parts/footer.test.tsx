// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Footer } from '../../../src/app/parts/footer.tsx';

beforeEach(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(cleanup);

describe('the foot of a page', () => {
  it('opens the list of keys with ?, and closes it again', async () => {
    render(<Footer />);
    await userEvent.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard' });
    expect(screen.getByRole('checkbox', { name: /work as shortcuts/ })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves ? alone where somebody is typing', async () => {
    render(
      <>
        <input aria-label="Name" />
        <Footer />
      </>,
    );
    await userEvent.type(screen.getByRole('textbox'), 'why?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('why?');
  });

  it('opens Appearance in place; without code its link leads to the same', async () => {
    render(<Footer />);
    const link = screen.getByRole('link', { name: 'Appearance' });
    expect(link.getAttribute('href')).toBe('/about/#appearance');
    await userEvent.click(link);
    await screen.findByRole('dialog', { name: 'Appearance' });
  });
});
