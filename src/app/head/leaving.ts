/** Where a quick exit leads: a page that many people have open, and that says nothing. */
export const NEUTRAL_PAGE = 'https://www.wikipedia.org/';

/** The tab's name while somebody leaves: it outlives a page, and holds no answer. */
export const LEAVING = 'counterpoint:leaving';

/** A page that cannot step back leaves after this many milliseconds. */
const LONGEST = 800;

const leave = (): void => {
  window.name = '';
  location.replace(NEUTRAL_PAGE);
};

/**
 * Goes on with a quick exit that a page before this one has begun: hides the page, empties its entry, and steps back to
 * the first of the walk, or leaves from there. Returns whether somebody is leaving.
 */
export function goOnLeaving(): boolean {
  if (window.name !== LEAVING) return false;
  document.documentElement.hidden = true;
  // A step back may stay in this document.
  addEventListener('popstate', goOnLeaving, { once: true, capture: true });
  const depth = Number((history.state as { depth?: unknown } | null)?.depth) || 0;
  history.replaceState(null, '');
  if (depth > 0) {
    setTimeout(leave, LONGEST);
    history.back();
  } else {
    // A new entry takes the place of those that lie ahead; the neutral page takes its place.
    history.pushState(null, '');
    leave();
  }
  return true;
}

const begin = (): void => {
  // Whoever presses on is leaving already.
  if (window.name === LEAVING) return;
  window.name = LEAVING;
  goOnLeaving();
};

/** Returns a function that takes the moments at which Escape is pressed, and tells when three of them lie within two seconds. */
export function thrice(): (moment: number) => boolean {
  let moments: readonly number[] = [];
  return (moment) => {
    moments = [...moments, moment].slice(-3);
    return moments.length === 3 && moment - (moments[0] as number) <= 2000;
  };
}

/**
 * Has a quick exit leave where its own code (src/app/parts/quick-exit.tsx) has not come: by its link, and by Escape three
 * times within two seconds. What it promises holds all the same.
 */
export function leavePlainly(exit: HTMLElement): void {
  exit.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    begin();
  });
  const isThird = thrice();
  const press = ({ key, repeat, timeStamp }: KeyboardEvent): void => {
    if (key === 'Escape' && !repeat && isThird(timeStamp)) begin();
  };
  document.addEventListener('keydown', press, true);
}
