import { leavePlainly } from './leaving.ts';

/** The event that tells a page of a flow, or the journal, that its code did not come; whoever catches that fires it at the document. */
export const UNDELIVERED = 'counterpoint:undelivered';

/** Shows the page's own words where its code does not come. */
export function sayWhatIsMissing(): void {
  const { dataset } = document.documentElement;
  const say = (): void => {
    const words = document.getElementById('undelivered');
    if (!words) {
      // The page itself is still on its way.
      addEventListener('DOMContentLoaded', say, { once: true });
      return;
    }
    // It is said once, however much does not come.
    if (!words.hidden) return;
    delete dataset['restoring'];
    words.hidden = false;
    const exit = document.querySelector<HTMLElement>('aside[aria-label="Quick exit"]');
    if (exit) leavePlainly(exit);
    words.querySelector('button')?.addEventListener('click', () => location.reload());
  };
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && say(), true);
  document.addEventListener(UNDELIVERED, say);
}
