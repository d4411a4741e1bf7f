// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchCode, LATER, paintFirst } from '../../../src/app/head/painting.ts';

const { dataset } = document.documentElement;
let paint: ((...entries: readonly string[]) => void) | undefined;
let idle: (() => void) | undefined;

const FIRST_PAINTS = ['first-paint', 'first-contentful-paint'];

const faces = (): number => document.querySelectorAll('head > style').length;

const fetched = (): readonly string[] =>
  [...document.querySelectorAll<HTMLLinkElement>('head > link[rel="modulepreload"]')].map((link) =>
    String(link.getAttribute('href')),
  );

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  dataset['page'] = 'questions';
  document.head.innerHTML = `
    <link rel="expect" href="#end" blocking="render">
    <template id="${LATER}"><style>@font-face{}</style><link rel="modulepreload" href="/main.js"><link rel="modulepreload" href="/react.js"></template>`;
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(use: (list: Pick<PerformanceObserverEntryList, 'getEntriesByName'>) => void) {
        paint = (...names) =>
          use({
            getEntriesByName: (name) =>
              names.filter((found) => found === name).map((found) => ({ name: found }) as PerformanceEntry),
          });
      }
      observe(): void {}
    },
  );
  vi.stubGlobal('requestIdleCallback', (use: () => void) => {
    idle = use;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  paint = undefined;
  idle = undefined;
  delete dataset['restoring'];
  delete dataset['first'];
});

describe('a page of questions', () => {
  it('fetches its code once it has been painted and has nothing else to do', () => {
    paintFirst();
    expect(fetched()).toEqual([]);
    paint?.(...FIRST_PAINTS);
    expect(fetched()).toEqual([]);
    idle?.();
    expect(fetched()).toEqual(['/main.js', '/react.js']);
    // What is done in any case asks for nothing twice.
    vi.runAllTimers();
    expect(fetched()).toHaveLength(2);
  });

  it('leaves out what stands around its question, and its fonts, until the question has been painted', () => {
    paintFirst();
    expect([dataset['first'], faces()]).toEqual(['', 0]);
    // The background alone is no paint of the question.
    paint?.('first-paint');
    expect([dataset['first'], faces()]).toEqual(['', 0]);
    paint?.(...FIRST_PAINTS);
    expect([dataset['first'], faces()]).toEqual([undefined, 1]);
  });

  it('leaves out nothing for longer than two seconds', () => {
    paintFirst();
    vi.advanceTimersByTime(2000);
    expect([dataset['first'], faces()]).toEqual([undefined, 1]);
  });

  it('has its fonts at once where the device keeps the site', () => {
    vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
    paintFirst();
    expect([dataset['first'], faces()]).toEqual(['', 1]);
  });

  it('has its fonts at once where the reader comes from another page of the site, which has fetched them', () => {
    vi.stubGlobal('navigation', { activation: { from: { url: 'https://counterpoint.example/' } } });
    paintFirst();
    expect([dataset['first'], faces()]).toEqual(['', 1]);
  });

  it('waits for its fonts where the reader comes from elsewhere, or the browser does not tell', () => {
    for (const navigation of [undefined, {}, { activation: null }, { activation: { from: null } }]) {
      vi.stubGlobal('navigation', navigation);
      paintFirst();
      expect(faces()).toBe(0);
    }
  });

  it('fetches its code after two seconds, where the browser does not tell when it paints', () => {
    paintFirst();
    vi.advanceTimersByTime(1999);
    expect(fetched()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(fetched()).toHaveLength(2);
  });

  it('fetches its code at once where its answers have to be restored', () => {
    dataset['restoring'] = '';
    paintFirst();
    expect(fetched()).toHaveLength(2);
    expect([dataset['first'], faces()]).toEqual([undefined, 1]);
  });

  it('fetches its code at once where nobody sees it', () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    paintFirst();
    expect(fetched()).toHaveLength(2);
  });

  it('waits for its end no longer than it has to before it is painted', () => {
    paintFirst();
    vi.advanceTimersByTime(399);
    expect(document.querySelector('link[rel="expect"]')).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(document.querySelector('link[rel="expect"]')).toBeNull();
  });
});

describe('any other page', () => {
  it('has its code in its head, and nothing waits', () => {
    dataset['page'] = 'home';
    paintFirst();
    expect(paint).toBeUndefined();
    document.getElementById(LATER)?.remove();
    expect(fetchCode).not.toThrow();
    expect(fetched()).toEqual([]);
  });
});
