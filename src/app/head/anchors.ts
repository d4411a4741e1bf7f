/** Scrolls to an element and gives it the focus, as following a link to it does. */
export function goTo(target: HTMLElement): void {
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
  if (document.activeElement === target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/**
 * Follows links within a page of a flow without a new entry in the history: that would be one without the answers, and one
 * that the quick exit does not count.
 */
export function followAnchors(): void {
  if (!document.documentElement.dataset['flow']) return;
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const hash = link?.getAttribute('href') ?? '';
    const isOther = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (!hash.startsWith('#') || isOther || event.defaultPrevented) return;
    const target = document.getElementById(hash.slice(1));
    if (!target) return;
    event.preventDefault();
    goTo(target);
  });
}
