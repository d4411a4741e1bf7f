import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from '../../src/build/build.ts';
import { writeServiceWorker } from '../../src/build/service-worker.ts';
import { serve } from '../../src/commands/serve.ts';
import { type BuiltPage, builtFolder, builtPages } from './built.ts';
import {
  answerAll,
  type BrowserContextOf,
  type BrowserTest,
  begin,
  heading,
  holds,
  live,
  same,
  withPage,
} from './harness.ts';

/** The browser says of every request that comes to nothing, and of every 404, that it did; tests here ask for both. */
const WITH_WORKER = { serviceWorkers: 'allow', allowed: /ERR_INTERNET_DISCONNECTED|status of (404|503)/ } as const;
const TRAIL = ['conduct.difficult', 'heat.cooled', 'pattern.bad-days', 'talked.not-yet'];
const RESULT = 'Talk first, then decide.';
const OFFER = 'A newer version is ready. Reload';

/** Opens the site for the first time, and waits until it is kept on the device. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 90_000 });
}

/** Cuts the network, and makes sure that it is cut. */
async function goOffline(page: Page, address: string): Promise<void> {
  await page.context().setOffline(true);
  const got = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'an answer',
        () => 'nothing',
      ),
    `${address}robots.txt`,
  );
  same(got, 'nothing', 'what comes over the network that is cut');
}

/** Walks one way through a dilemma, from its first question to the result. */
async function walk(page: Page, address: string): Promise<void> {
  await begin(page, address);
  await answerAll(page, TRAIL);
  same(await heading(page), RESULT, 'the result');
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

async function opensOffline(page: Page, address: string, built: BuiltPage): Promise<void> {
  const response = await page.goto(address + built.address, { waitUntil: 'domcontentloaded' });
  same(response?.status(), 200, `the status of /${built.address}`);
  same(
    await page.evaluate(() => document.documentElement.dataset['page']),
    built.kind,
    `the kind of /${built.address}`,
  );
  await live(page);
}

/** Serves a folder, does something with it, and removes it. */
async function served(folder: string, base: string, use: (address: string) => Promise<void>): Promise<void> {
  const { address, close } = await serve({ root: folder, port: 0, base, compresses: false });
  try {
    await use(address);
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}

/** Serves a copy of the built site that a test may change; pictures, which no worker keeps, stay behind. */
async function withCopy(use: (address: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-copy-'));
  await cp(builtFolder(), folder, { recursive: true, filter: (source) => !source.endsWith('previews') });
  await served(folder, '/', (address) => use(address, folder));
}

/** Publishes a newer version, in which the home page and the first question are titled otherwise. */
async function publishNewer(folder: string): Promise<void> {
  for (const file of ['index.html', 'accept-coworker/index.html', 'about/index.html']) {
    const html = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), html.replace('<html ', '<html data-version="newer" '));
  }
  await writeServiceWorker({ outDir: folder, base: '/', flows: {} });
}

/** Lets the browser look for a newer version, as it does by itself from time to time, and waits until one is fetched. */
const lookForNewer = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
  });

const isNewer = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset['version'] === 'newer');

const offer = (page: Page): Promise<string> => page.locator('#newer').innerText();

const offered = (page: Page): Promise<unknown> => page.getByText('A newer version is ready.').waitFor();

/** Walks where something keeps the worker away: questions are answered, and nothing nags. */
async function walksWithoutWorker(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await live(page);
  // Long enough for a worker that could run to be there.
  await page.waitForTimeout(700);
  await walk(page, address);
  same(await offer(page), '', 'what is offered');
  same(await page.evaluate(() => navigator.serviceWorker?.controller ?? null), null, 'the worker that answers');
}

/** A test whose site has this in place of its worker. */
const withOtherWorker = (name: string, change: (worker: string) => Promise<void>, allowed: RegExp): BrowserTest => ({
  name: `answers, and says nothing, where ${name}`,
  run: ({ browser }) =>
    withCopy(async (address, folder) => {
      await change(join(folder, 'sw.js'));
      const options = { ...WITH_WORKER, allowed };
      await withPage({ browser, address }, (page) => walksWithoutWorker(page, address), options);
    }),
});

const withWorker = (name: string, test: (page: Page, context: BrowserContextOf) => Promise<void>): BrowserTest => ({
  name,
  run: (context) => withPage(context, (page) => test(page, context), WITH_WORKER),
});

/** The site without a network, and from one version to the next. */
export const offlineTests: readonly BrowserTest[] = [
  withWorker('opens every page without a network after one visit', async (page, { address }) => {
    await visit(page, address);
    await goOffline(page, address);
    const pages = await builtPages();
    holds(pages.length > 60, `there are ${pages.length} pages`);
    for (const built of pages) await opensOffline(page, address, built);
  }),
  withWorker('shows the page for unknown addresses without a network, however deep', async (page, { address }) => {
    await visit(page, address);
    await goOffline(page, address);
    const words = textOf(
      (await builtPages()).find(({ kind }) => kind === 'not-found')?.html.match(/<h1[^>]*>(.*?)<\/h1>/)?.[1] ?? '',
    );
    for (const unknown of ['nothing', 'nothing/at/all/', 'accept-coworker/no-such-verdict/']) {
      same((await page.goto(address + unknown))?.status(), 404, `the status of /${unknown}`);
      same(await heading(page), words, `what /${unknown} says`);
    }
    await page.getByRole('link', { name: 'Choose a dilemma' }).click();
    await page.waitForURL(address);
  }),
  withWorker('walks from the home page to a result without a network', async (page, { address }) => {
    await visit(page, address);
    await goOffline(page, address);
    await page.goto(address);
    await page.getByRole('link', { name: /Someone at work has asked to connect/ }).click();
    await live(page);
    await answerAll(page, TRAIL);
    same(await heading(page), RESULT, 'the result');
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.waitForFunction(() => document.title.startsWith('Map of the guide'));
    await page.reload();
    await live(page);
    holds((await page.title()).startsWith('Map of the guide'), 'the map is there after a reload');
  }),
  {
    name: 'offers a newer version between questions, and reloads into it with the answers kept',
    run: ({ browser }) =>
      withCopy((address, folder) =>
        withPage(
          { browser, address },
          async (page, context) => {
            await visit(page, address);
            const other = await context.newPage();
            await other.goto(`${address}about/`);
            await live(other);
            await begin(page, address);
            await answerAll(page, TRAIL.slice(0, 2));
            // What the worker has to hear of is registered when the page is idle.
            await page.waitForTimeout(300);
            await publishNewer(folder);
            await lookForNewer(page);
            await offered(other);
            same(await offer(page), '', 'what is said while a question is asked');
            await answerAll(page, TRAIL.slice(2));
            await offered(page);
            same((await offer(page)).trim(), OFFER, 'what is offered');
            holds(!(await isNewer(page)), 'the version has not changed by itself');
            await page.goBack();
            await page.waitForSelector('form[data-question="talked"]');
            await page.waitForFunction(() => document.getElementById('newer')?.textContent === '');
            await page.goForward();
            await offered(page);
            await page.getByRole('button', { name: 'Reload', exact: true }).click();
            await page.waitForSelector('html[data-version="newer"]', { state: 'attached' });
            await live(page);
            same(await heading(page), RESULT, 'the result in the newer version');
            same(await offer(page), '', 'what the newer version offers');
            // The other tab was left alone, works on, and can follow.
            holds(!(await isNewer(other)), 'the other tab stays as it was');
            await other.getByRole('link', { name: 'Keyboard' }).click();
            await other.getByRole('dialog').waitFor();
            await other.keyboard.press('Escape');
            await other.getByRole('button', { name: 'Reload', exact: true }).click();
            await other.waitForSelector('html[data-version="newer"]', { state: 'attached' });
          },
          WITH_WORKER,
        ),
      ),
  },
  withWorker('works with a half-written cache, mends it, and says which page is missing', async (page, { address }) => {
    await visit(page, address);
    const keep = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      const all = await cache.keys();
      const lost = all.filter(({ url }, index) => index % 2 === 0 || /about\/$|voices\/$/.test(url));
      await Promise.all(lost.filter(({ url }) => !url.endsWith('/offline/')).map((request) => cache.delete(request)));
      return all.length;
    });
    holds(keep > 60, `${keep} files were kept`);
    await walk(page, address);
    await page.goto(`${address}about/`);
    await page.waitForFunction(async (url) => (await caches.match(url)) !== undefined, `${address}about/`);
    await goOffline(page, address);
    same((await page.goto(`${address}about/`))?.status(), 200, 'the page that was mended');
    same((await page.goto(`${address}voices/`))?.status(), 503, 'the page that is missing');
    same(await heading(page), 'You are offline.', 'what it says');
    await walk(page, address);
  }),
  withOtherWorker('the worker is not there', (worker) => rm(worker), /bad HTTP response code|status of 404/),
  withOtherWorker('the worker is broken', (worker) => writeFile(worker, 'throw new Error("broken")'), /broken/),
  withWorker('answers, and says nothing, where the browser refuses workers', async (page, { address }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get() {
          if (new Error().stack?.includes('/assets/')) throw new DOMException('no', 'SecurityError');
          return undefined;
        },
      });
    });
    await walksWithoutWorker(page, address);
  }),
  withWorker('answers, and says nothing, where storage is full', async (page, { address }) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin, quotaSize: 10_000 });
    await walksWithoutWorker(page, address);
  }),
];

/** Below a base path: a build of its own. */
export const baseTests: readonly BrowserTest[] = [
  {
    name: 'walks below a base path, online and off, and knows what is not there',
    run: async ({ browser }) => {
      const folder = await mkdtemp(join(tmpdir(), 'counterpoint-below-'));
      const base = '/sub/';
      await build({ root: resolve('.'), out: folder, base, siteUrl: '', isRough: true });
      await served(folder, base, (address) =>
        withPage(
          { browser, address },
          async (page) => {
            const requests: string[] = [];
            page.on('request', (request) => requests.push(new URL(request.url()).pathname));
            await visit(page, address);
            await walk(page, address);
            same((await page.goto(`${address}nothing/at/all/`))?.status(), 404, 'the status of what is not there');
            await page.getByRole('link', { name: 'Choose a dilemma' }).click();
            await page.waitForURL(address);
            await goOffline(page, address);
            await walk(page, address);
            same((await page.goto(`${address}nothing/at/all/`))?.status(), 404, 'the status without a network');
            same(
              requests.filter((path) => !path.startsWith(base)),
              [],
              'requests outside the base path',
            );
          },
          WITH_WORKER,
        ),
      );
    },
  },
];
