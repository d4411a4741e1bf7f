/** One tab of a browser, whichever engine drives it. */
export interface Tab {
  goto(address: string): Promise<void>;
  /** Returns the value of an expression in the page; it has to be JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks the first element that a CSS selector finds, as a reader would. */
  click(selector: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  /** Its name and version, as the browser says them. */
  readonly name: string;
  /** Opens a tab in a profile of its own: nothing that another tab has stored is there. */
  open(): Promise<Tab>;
  /** Errors that the pages' consoles have shown; absent where the engine does not tell them. */
  readonly complaints?: readonly string[];
  close(): Promise<void>;
}

/** A browser did not do what it was asked to. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

const LONGEST = 20_000;

/** Waits for so many milliseconds. */
export const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

/** Waits until an expression holds in the page. */
export async function until(tab: Tab, expression: string, what: string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < LONGEST; await pause(50)) {
    // While a page is being left, there may be nothing to ask.
    if (await tab.evaluate(`Boolean(${expression})`).catch(() => false)) return;
  }
  throw new EngineFailure(`${what} did not come within ${LONGEST / 1000} seconds`);
}

/** Returns the actions, as WebDriver and BiDi write them, of a mouse that presses at a point. */
export const pressAt = (point: {
  readonly x: number;
  readonly y: number;
  readonly origin: unknown;
}): readonly unknown[] => [
  {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', duration: 0, ...point },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];
