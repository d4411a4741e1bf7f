import { useSyncExternalStore } from 'react';

/** What a reader has set about how pages look and behave; kept on the device. */
export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark';
  /** Whether single letters work as shortcuts. */
  readonly letters: boolean;
  /** Whether the lean is shown beside the questions. */
  readonly lean: boolean;
}

/** How pages look and behave before anything is set. */
export const DEFAULTS: Settings = { theme: 'auto', letters: true, lean: true };

/** The key in local storage; the head script reads it too. */
export const SETTINGS_KEY = 'counterpoint.settings';

let current: Settings | undefined;
const listeners = new Set<() => void>();

function read(): Settings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '{}');
    const { theme, letters, lean } = (kept ?? {}) as Readonly<Record<string, unknown>>;
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
      letters: letters !== false,
      lean: lean !== false,
    };
  } catch {
    // Storage is blocked, or holds something else.
    return DEFAULTS;
  }
}

const settings = (): Settings => {
  current ??= read();
  return current;
};

/** Changes settings, keeps them where storage allows it, and tells everybody who uses them. */
export function changeSettings(change: Partial<Settings>): void {
  current = { ...settings(), ...change };
  try {
    localStorage.setItem(SETTINGS_KEY, JSON.stringify(current));
  } catch {
    // Storage is blocked or full: they hold until the page is left.
  }
  applyTheme(current.theme);
  for (const listener of listeners) listener();
}

function applyTheme(theme: Settings['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function subscribe(listener: () => void): () => void {
  const fromOtherTab = (event: StorageEvent): void => {
    if (event.key !== SETTINGS_KEY && event.key !== null) return;
    current = read();
    applyTheme(current.theme);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', fromOtherTab);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', fromOtherTab);
  };
}

/** The reader's settings. */
export const useSettings = (): Settings => useSyncExternalStore(subscribe, settings, () => DEFAULTS);
