// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CODE, fetchCode, paintFirst } from '../../../src/app/head/painting.ts';

const { dataset } = document.documentElement;
let paint: (() => void) | undefined;
let idle: (() => void) | undefined;

const fetched = (): readonly string[] =>
  [...document.querySelectorAll<HTMLLinkElement>('head > link[rel="modulepreload"]')].map((link) =>
    String(link.getAttribute('href')),
  );

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  dataset['page'] = 'questions';
  document.head.innerHTML = `
    <link rel="expect" href="#end" blocking="render">
    <template id="${CODE}"><link rel="modulepreload" href="/main.js"><link rel="modulepreload" href="/react.js"></template>`;
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(use: () => void) {
        paint = use;
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
});

describe('a page of questions', () => {
  it('fetches its code once it has been painted and has nothing else to do', () => {
    paintFirst();
    expect(fetched()).toEqual([]);
    paint?.();
    expect(fetched()).toEqual([]);
    idle?.();
    expect(fetched()).toEqual(['/main.js', '/react.js']);
    // What is done in any case asks for nothing twice.
    vi.runAllTimers();
    expect(fetched()).toHaveLength(2);
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
    document.getElementById(CODE)?.remove();
    expect(fetchCode).not.toThrow();
    expect(fetched()).toEqual([]);
  });
});
