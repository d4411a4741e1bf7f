import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { medianOf } from './figures.ts';

/** What one visit to a page found; times in milliseconds from the start of the navigation. */
export interface Measured {
  /** Bytes that came over the network until the page was quiet. */
  readonly bytes: number;
  readonly htmlBytes: number;
  readonly scriptBytes: number;
  /** When something of the page was first painted, and not its background alone. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly layoutShift: number;
  /** How long tasks kept the page from answering, beyond 50 ms each. */
  readonly blocking: number;
  /** When the question after the first answer was painted; the answer is chosen as soon as it is there, and pressed once that is painted. */
  readonly firstAnswer: number;
  /** The slowest and the middle one of the answers after that, from the press of Continue to the painted question. */
  readonly slowestLater: number;
  readonly laterAnswer: number;
  /** How often it was pressed; one more than there are answers where a press was lost. */
  readonly presses: number;
}

/** An answer to be pressed: the question and its option. */
export type Press = readonly [question: string, option: string];

/** Slow 4G, as browsers' tools have it, and a processor a quarter as fast. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

const LONGEST = 60_000;

interface Found {
  readonly paint: number;
  readonly largest: number;
  readonly shift: number;
  readonly blocking: number;
  readonly presses: number;
  readonly done: boolean;
  readonly answers: readonly { readonly question: string; readonly start: number; readonly end: number }[];
}

const script = readFileSync(join(import.meta.dirname, 'page.js'), 'utf8');

/** Counts what comes over the network, by kind. */
function countBytes(
  session: CDPSession,
): () => { readonly all: number; readonly html: number; readonly script: number } {
  const kinds = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  const total = (kind?: string): number =>
    [...sizes].reduce((sum, [id, size]) => (kind === undefined || kinds.get(id) === kind ? sum + size : sum), 0);
  return () => ({ all: total(), html: total('Document'), script: total('Script') });
}

async function visit<T>(
  browser: Browser,
  trail: readonly Press[],
  use: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  // A context of its own: nothing is cached.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript({ content: `(() => { const TRAIL = ${JSON.stringify(trail)};\n${script} })();` });
    return await use(page, session);
  } finally {
    await context.close();
  }
}

/** Reads what the page has found so far; past the page's policy, which forbids `eval`. */
async function read(session: CDPSession): Promise<Found> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'bench', returnByValue: true });
  return result.value as Found;
}

async function readWhenDone(page: Page, session: CDPSession): Promise<Found> {
  for (const start = Date.now(); Date.now() - start < LONGEST; ) {
    await page.waitForTimeout(250);
    const found = await read(session);
    if (found.done) return found;
  }
  throw new Error(`${page.url()} was not answered within ${LONGEST / 1000} seconds`);
}

/** Visits an address twice with an empty cache: once to look, once to answer. */
export async function measure(browser: Browser, address: string, trail: readonly Press[]): Promise<Measured> {
  const looked = await visit(browser, [], async (page, session) => {
    const bytes = countBytes(session);
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    return { ...(await read(session)), bytes: bytes() };
  });
  const answered = await visit(browser, trail, async (page, session) => {
    let loads = 0;
    page.on('domcontentloaded', () => loads++);
    await page.goto(address);
    const found = await readWhenDone(page, session);
    if (loads > 1) throw new Error(`${address} was loaded again by a press`);
    return found;
  });
  const [first, ...later] = answered.answers;
  const times = later.map(({ start, end }) => end - start);
  return {
    bytes: looked.bytes.all,
    htmlBytes: looked.bytes.html,
    scriptBytes: looked.bytes.script,
    firstPaint: looked.paint,
    largestPaint: looked.largest,
    layoutShift: looked.shift,
    blocking: looked.blocking,
    firstAnswer: first?.end ?? Number.NaN,
    slowestLater: Math.max(...times),
    laterAnswer: medianOf(times),
    presses: answered.presses,
  };
}
