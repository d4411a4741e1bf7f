/** A page that began to turn longer ago than this, in milliseconds, has turned. */
const LONGEST = 1500;

const isOfTurn = ({ effect }: Animation): boolean =>
  effect instanceof KeyframeEffect && effect.pseudoElement?.startsWith('::view-transition') === true;

/**
 * Gives a press that falls on a page still turning to what stands there. WebKit gives it to the root element, whatever
 * the style of the view transition says; other browsers need no help.
 */
export function pressThrough(): void {
  const root = document.documentElement;
  let turned = Number.NEGATIVE_INFINITY;
  // The session writes this at every turn.
  new MutationObserver(() => {
    turned = performance.now();
  }).observe(root, { attributes: true, attributeFilter: ['data-turn'] });
  document.addEventListener('click', (event) => {
    const isTurning = (): boolean => performance.now() - turned < LONGEST;
    if (event.target !== root || !isTurning()) return;
    const { clientX, clientY } = event;
    // The old page is drawn before anything moves; what the transition covers is found only after its end.
    const settle = (): void => {
      for (const animation of document.getAnimations().filter(isOfTurn)) animation.finish();
      const found = document.elementFromPoint(clientX, clientY);
      if (found instanceof HTMLElement && found !== root) found.click();
      else if (isTurning()) requestAnimationFrame(settle);
    };
    requestAnimationFrame(settle);
  });
}
