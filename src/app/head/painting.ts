import { whenIdle } from '../idle.ts';

/** The template in which a page of questions keeps its font faces and the tags that fetch its code; src/build/document.ts writes it. */
export const LATER = 'later';

/** Nothing is painted before the element with this id has come: it is the last of a page of questions. */
export const END = 'end';

/** After this many milliseconds a page whose end has not come is painted as far as it goes. */
const LONGEST = 400;

/** A page that is busy fetches its code after this many milliseconds. */
const LATEST = 500;

/** Where the browser does not tell that it has painted, what waits for that is done after this many milliseconds. */
const UNPAINTED = 2000;

const later = (): HTMLTemplateElement | null => document.querySelector(`template#${LATER}`);

/** Has the fonts fetched that the page is set in. */
function fetchFonts(): void {
  const faces = later()?.content.querySelector('style');
  if (faces) document.head.append(faces);
}

/** Tells whether the reader comes from another page of this site, where the browser says so. */
function isFromThisSite(): boolean {
  // Entries of other sites are not told: https://developer.mozilla.org/docs/Web/API/NavigationActivation/from
  const { navigation } = window as {
    readonly navigation?: { readonly activation?: { readonly from?: unknown } | null };
  };
  return Boolean(navigation?.activation?.from);
}

/** Shows what the first paint has left out, and fetches what may come after it. */
function goOn(): void {
  delete document.documentElement.dataset['first'];
  fetchFonts();
}

/** Fetches the page's code now, unless that has been done. */
export function fetchCode(): void {
  goOn();
  const template = later();
  if (!template) return;
  document.head.append(template.content);
  template.remove();
}

/**
 * Has a page of questions painted once, and its question first: what stands beside and below it, the fonts and the code
 * come after that, since it is answered without. A page that has to be restored waits for its code, and one that nobody
 * sees is not painted.
 */
export function paintFirst(): void {
  const { dataset } = document.documentElement;
  if (dataset['page'] !== 'questions') return;
  setTimeout(() => document.querySelector('link[rel="expect"]')?.remove(), LONGEST);
  // Where the device keeps the site, or another page has fetched them, fonts are there at once, and nothing flickers.
  if (navigator.serviceWorker?.controller || isFromThisSite()) fetchFonts();
  if (document.hidden || dataset['restoring'] !== undefined) {
    fetchCode();
    return;
  }
  dataset['first'] = '';
  new PerformanceObserver((list) => {
    // An empty background is no paint that anybody waits for.
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    goOn();
    whenIdle(fetchCode, LATEST, 0);
  }).observe({ type: 'paint', buffered: true });
  setTimeout(fetchCode, UNPAINTED);
}
