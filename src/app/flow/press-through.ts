/**
 * Gives a press that falls on a page still turning to what stands there. WebKit gives it to the root element, whatever
 * the style of the view transition says; other browsers need no help.
 */
export function pressThrough(): void {
  document.addEventListener('click', (event) => {
    if (event.target !== document.documentElement) return;
    const turning = document
      .getAnimations()
      .filter(
        ({ effect }) => effect instanceof KeyframeEffect && effect.pseudoElement?.startsWith('::view-transition'),
      );
    if (turning.length === 0) return;
    for (const animation of turning) animation.finish();
    const { clientX, clientY } = event;
    // The transition ends in the next frame; in the one after, what it covered can be found.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const found = document.elementFromPoint(clientX, clientY);
        if (found instanceof HTMLElement && found !== document.documentElement) found.click();
      }),
    );
  });
}
