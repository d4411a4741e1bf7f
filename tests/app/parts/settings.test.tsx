// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyKeptTheme } from '../../../src/app/head/theme.ts';
import { SettingsForm } from '../../../src/app/parts/settings-form.tsx';
import { changeSettings, DEFAULTS, SETTINGS_KEY } from '../../../src/app/settings.ts';

const kept = (): unknown => JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? 'null');

beforeEach(() => {
  localStorage.clear();
  act(() => changeSettings(DEFAULTS));
});
afterEach(cleanup);

describe('the reader’s settings', () => {
  it('are kept on the device, and applied at once', async () => {
    render(<SettingsForm />);
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(kept()).toEqual({ theme: 'dark', letters: true, lean: true });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show the lean while I answer' }));
    expect(kept()).toEqual({ theme: 'dark', letters: true, lean: false });
  });

  it('are all set back with one press', async () => {
    changeSettings({ theme: 'light', letters: false, lean: false });
    render(<SettingsForm />);
    await userEvent.click(screen.getByRole('button', { name: 'Set everything back' }));
    expect(kept()).toEqual(DEFAULTS);
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('follow those of another tab', async () => {
    render(<SettingsForm />);
    localStorage.setItem(SETTINGS_KEY, JSON.stringify({ theme: 'light' }));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: SETTINGS_KEY })));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Light' }).checked).toBe(true);
  });

  it('hold until the page is left where storage is blocked', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    render(<SettingsForm />);
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});

describe('the theme before the first paint', () => {
  it.each([
    ['{"theme":"dark"}', 'dark'],
    ['{"theme":"auto"}', undefined],
    ['{"theme":"<b>"}', undefined],
    ['no JSON', undefined],
    ['null', undefined],
  ])('of %s is %s', (text, theme) => {
    delete document.documentElement.dataset['theme'];
    localStorage.setItem(SETTINGS_KEY, text);
    applyKeptTheme();
    expect(document.documentElement.dataset['theme']).toBe(theme);
  });
});
