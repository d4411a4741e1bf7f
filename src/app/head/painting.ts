import { whenIdle } from '../idle.ts';

/** The template in which a page of questions keeps the tags that fetch its code; src/build/document.ts writes it. */
export const CODE = 'code';

/** Nothing is painted before the element with this id has come: it is the last of a page of questions. */
export const END = 'end';

/** After this many milliseconds a page whose end has not come is painted as far as it goes. */
const LONGEST = 400;

/** A page that is busy fetches its code after this many milliseconds. */
const LATEST = 500;

/** Where the browser does not tell that it has painted, the code is fetched after this many milliseconds. */
const UNPAINTED = 2000;

/** Fetches the page's code now, unless that has been done. */
export function fetchCode(): void {
  const template = document.getElementById(CODE);
  if (!(template instanceof HTMLTemplateElement)) return;
  document.head.append(template.content);
  template.remove();
}

/**
 * Has a page of questions painted once, whole, and its code fetched after that: it is answered without. A page that has to
 * be restored waits for its code, and one that nobody sees is not painted.
 */
export function paintFirst(): void {
  const { dataset } = document.documentElement;
  if (dataset['page'] !== 'questions') return;
  setTimeout(() => document.querySelector('link[rel="expect"]')?.remove(), LONGEST);
  if (document.hidden || dataset['restoring'] !== undefined) fetchCode();
  else new PerformanceObserver(() => whenIdle(fetchCode, LATEST, 0)).observe({ type: 'paint', buffered: true });
  setTimeout(fetchCode, UNPAINTED);
}
