/** Applies the theme that the reader has set, before the first paint. */
export function applyKeptTheme(): void {
  try {
    const { theme } = JSON.parse(localStorage.getItem('counterpoint.settings') ?? '{}');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  } catch {
    // Storage is blocked: the device decides.
  }
}
