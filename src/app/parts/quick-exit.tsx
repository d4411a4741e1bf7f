import { useEffect } from 'react';
import { LEAVING, NEUTRAL_PAGE, thrice } from '../head/leaving.ts';

/** How long clearing the history entries may take, in milliseconds; leaving matters more. */
const LONGEST = 2500;

/** How long one step back may take, in milliseconds: it may lead to another document, which goes on from there. */
const LONGEST_STEP = 1000;

/** What leaving needs of a browser. */
export interface Leaving {
  /** How many entries of this walk lie before the present one. */
  readonly depth: () => number;
  /** Empties the state of the present entry. */
  readonly clear: () => void;
  /** Steps back by one entry; resolves to false where nothing happened. */
  readonly back: () => Promise<boolean>;
  /** Adds an empty entry, which removes those that lie ahead. */
  readonly prune: () => void;
  /** Hides the page at once. */
  readonly cover: () => void;
  /** Goes to the neutral page in the place of the present entry. */
  readonly leave: () => void;
  readonly now: () => number;
}

/**
 * Covers the page, empties this walk's history entries from the present one back to its first, removes those ahead as far
 * as a page can, and leaves. Where anything goes wrong on the way, it leaves at once.
 */
export async function quickExit(browser: Leaving): Promise<void> {
  browser.cover();
  const until = browser.now() + LONGEST;
  try {
    const first = browser.depth();
    browser.clear();
    let hasMoved = false;
    let isStuck = false;
    for (let depth = first; depth > 0 && browser.now() < until; depth -= 1) {
      isStuck = !(await browser.back());
      if (isStuck) break;
      hasMoved = true;
      browser.clear();
    }
    if (hasMoved && !isStuck) {
      // What lay ahead of the first entry goes when a new one takes its place; that one is as empty as the first.
      browser.prune();
      await browser.back();
    }
  } finally {
    browser.leave();
  }
}

const stateDepth = (state: unknown): number => {
  const depth = typeof state === 'object' && state !== null ? (state as { readonly depth?: unknown }).depth : undefined;
  return typeof depth === 'number' && depth > 0 ? Math.floor(depth) : 0;
};

/** Returns what leaving needs, of the window that shows this page. */
export function thisWindow(to: string = NEUTRAL_PAGE): Leaving {
  return {
    depth: () => stateDepth(history.state),
    clear: () => history.replaceState(null, ''),
    back: () =>
      new Promise((resolve) => {
        const settle = (hasMoved: boolean) => {
          clearTimeout(timer);
          window.removeEventListener('popstate', arrive, true);
          resolve(hasMoved);
        };
        const arrive = (event: Event) => {
          // Nobody else is to follow: the page that this entry showed stays covered.
          event.stopImmediatePropagation();
          settle(true);
        };
        const timer = setTimeout(() => settle(false), LONGEST_STEP);
        window.addEventListener('popstate', arrive, true);
        history.back();
      }),
    prune: () => history.pushState(null, '', import.meta.env.BASE_URL),
    cover: () => {
      // Where a step back leads to another document, that one goes on from here: see src/app/head/leaving.ts.
      window.name = LEAVING;
      document.title = '…';
      const cover = document.createElement('div');
      cover.className = 'exit-cover';
      // The content is gone from the document, and not only out of sight.
      document.body.replaceChildren(cover);
    },
    leave: () => {
      window.name = '';
      location.replace(to);
    },
    now: () => Date.now(),
  };
}

/**
 * A way to leave at once: a link that clears the answers first, and Escape three times in a row. Without code it is a link.
 * It stays within reach as a bar on pages about harm; `isQuiet` makes it a line, for questions that only touch on it.
 */
export function QuickExit({ leaving, isQuiet = false }: { readonly leaving?: Leaving; readonly isQuiet?: boolean }) {
  useEffect(() => {
    const isThird = thrice();
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.repeat && isThird(Date.now())) void quickExit(leaving ?? thisWindow());
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [leaving]);
  const link = (
    <a
      {...(isQuiet ? {} : { className: 'btn' })}
      href={NEUTRAL_PAGE}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void quickExit(leaving ?? thisWindow());
      }}
    >
      Leave this site now
    </a>
  );
  const keys = <span className="ui-note">or press Esc three times</span>;
  const note =
    'Leaving clears the answers that led you here. It does not erase your browser’s own history; no page can.';
  if (isQuiet) {
    return (
      <aside className="unsafe" aria-label="Quick exit">
        {link} {keys}
        <p className="ui-note">{note}</p>
      </aside>
    );
  }
  return (
    <aside className="quick-exit" aria-label="Quick exit">
      <div className="exit">
        <div className="wrap">
          {link}
          {keys}
        </div>
      </div>
      <p className="exit-note wrap ui-note">{note}</p>
    </aside>
  );
}
