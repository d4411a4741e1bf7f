import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** What a test in a real browser is given: the browser, and the address (with a slash at the end) at which the built site is served. */
export interface BrowserContextOf {
  readonly browser: Browser;
  readonly address: string;
}

/** One test in a real browser: it passes unless it throws. */
export interface BrowserTest {
  readonly name: string;
  run(context: BrowserContextOf): Promise<void>;
}

/** Thrown where a test finds something other than it expects. */
class Unexpected extends Error {
  override readonly name = 'Unexpected';
}

/** Throws unless the two are the same, as JSON. */
export function same(found: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Unexpected(`${what}: found ${left}, expected ${right}`);
}

/** Throws unless it holds. */
export function holds(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Unexpected(what);
}

/** Said by the driver, not by the page, where a test does without the service worker. */
const WITHOUT_WORKER = 'Service Worker registration blocked by Playwright';

/** What a page has complained about so far: errors and warnings of its console, and what it threw. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text() === WITHOUT_WORKER) return;
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  return complaints;
}

/**
 * Opens a page in a clean profile of its own, and closes it after `use`. An unexpected console error or warning, a breach
 * of the site's policy among them, or a request to another origin, fails the test. There is no service worker unless
 * `serviceWorkers: 'allow'` is asked for: it would answer requests that a test wants to hold back. `leaves` names the one
 * address that the reader leaves for.
 */
export async function withPage(
  { browser, address }: BrowserContextOf,
  use: (page: Page, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions & { readonly allowed?: RegExp; readonly leaves?: string } = {},
): Promise<void> {
  const { allowed, leaves, ...contextOptions } = options;
  const context = await browser.newContext({ serviceWorkers: 'block', ...contextOptions });
  try {
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const foreign: string[] = [];
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== new URL(address).origin && leaves !== request.url()) {
        foreign.push(request.url());
      }
    });
    await use(page, context);
    const unexpected = complaints.filter((complaint) => !allowed?.test(complaint));
    if (unexpected.length > 0) throw new Unexpected(`the console says ${unexpected.join(' | ')}`);
    if (foreign.length > 0) throw new Unexpected(`the page asks another site for ${foreign.join(', ')}`);
  } finally {
    await context.close();
  }
}

/** Waits until React answers on the page. */
export const live = (page: Page): Promise<unknown> =>
  page.waitForSelector('html[data-live="yes"]', { state: 'attached' });

/** Opens the first question of a flow, and waits until React answers there. */
export async function begin(page: Page, address: string, flow = 'accept-coworker'): Promise<void> {
  await page.goto(`${address}${flow}/`);
  await live(page);
}

/** Answers the question on the page, and waits for the page to turn. */
export async function answer(page: Page, question: string, option: string): Promise<void> {
  const form = page.locator(`form[data-question="${question}"]`);
  await form.locator(`input[value="${option}"]`).check();
  await form.getByRole('button', { name: 'Continue' }).click();
  await form.waitFor({ state: 'detached' });
}

/** Answers a whole trail of `question.option`. */
export async function answerAll(page: Page, trail: readonly string[]): Promise<void> {
  for (const step of trail) {
    const [question = '', option = ''] = step.split('.');
    await answer(page, question, option);
  }
}

/** Returns the text of the page's main heading. */
export const heading = async (page: Page): Promise<string> =>
  (await page.locator('h1').innerText()).replace(/\s+/g, ' ');
