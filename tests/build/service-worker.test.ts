// @vitest-environment node
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../../src/build/chromium.ts';
import { type Kept, KILL_SWITCH, writeServiceWorker } from '../../src/build/service-worker.ts';
import { type Served, serve } from '../../src/commands/serve.ts';

const BASE = '/sub/';
/** A real browser on a busy machine may take its time. */
const PATIENCE = { timeout: 10_000 };
let browser: Browser;
let context: BrowserContext;
let outDir: string;
let site: Served;

const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), content);
  }
};

const page = (words: string, script: string): string =>
  `<!doctype html><title>${words}</title><link rel="icon" href="data:,"><h1>${words}</h1><script type="module" src="${BASE}assets/${script}"></script>`;

/** Writes a small site; its script says which version it is, and the chunk that it loads later says so too. */
const publish = async (version: string, mostAtOnce?: number): Promise<Kept> => {
  await rm(outDir, { recursive: true, force: true });
  await write({
    'index.html': page(`Home ${version}`, `main-${version}.js`),
    'about/index.html': page(`About ${version}`, `main-${version}.js`),
    'first/index.html': page(`First ${version}`, `main-${version}.js`),
    'first/map/index.html': page(`Map ${version}`, `main-${version}.js`),
    'second/index.html': page(`Second ${version}`, `main-${version}.js`),
    '404.html': page('Nothing here', `main-${version}.js`),
    'offline/index.html': page('Not on this device', `main-${version}.js`),
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    [`assets/main-${version}.js`]: `window.later = () => import('./later-${version}.js').then(({ version }) => version);`,
    [`assets/later-${version}.js`]: `export const version = '${version}';`,
    'previews/home.png': 'a picture',
    'robots.txt': '',
    _headers: '',
    '.nojekyll': '',
  });
  const flows = { first: [`assets/later-${version}.js`], second: [] };
  return writeServiceWorker({ outDir, base: BASE, flows, ...(mostAtOnce === undefined ? {} : { mostAtOnce }) });
};

const open = async (path = ''): Promise<Page> => {
  const tab = await context.newPage();
  await tab.goto(site.address + path);
  return tab;
};

/** Registers the worker and waits until one is active. */
const register = (tab: Page): Promise<unknown> =>
  tab.evaluate(
    `navigator.serviceWorker.register('${BASE}sw.js').then(() => navigator.serviceWorker.ready).then(() => undefined)`,
  );

/** Looks for a newer version, waits until it is fetched, and says whether it waits. */
const update = (tab: Page): Promise<unknown> =>
  tab.evaluate(`(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    while (worker && worker.state === 'installing') await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    return worker?.state;
  })()`);

const takeOver = (tab: Page): Promise<unknown> =>
  tab.evaluate(`(async () => {
    const registration = await navigator.serviceWorker.ready;
    const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    registration.waiting.postMessage('take-over');
    await taken;
  })()`);

const cacheNames = (tab: Page): Promise<readonly string[]> => tab.evaluate('caches.keys()');
const heading = (tab: Page): Promise<string | null> => tab.textContent('h1');
const later = (tab: Page): Promise<string> => tab.evaluate('window.later()');

const goOffline = (): Promise<void> => site.close();

beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  outDir = join(await mkdtemp(join(tmpdir(), 'counterpoint-worker-')), 'dist');
  context = await browser.newContext();
  await publish('one');
  site = await serve({ root: outDir, port: 0, base: BASE });
});
afterEach(async () => {
  await context.close();
  await site.close();
  await rm(dirname(outDir), { recursive: true });
});

describe('writeServiceWorker', () => {
  const planOf = async () =>
    JSON.parse(/^const PLAN=(.*);$/m.exec(await readFile(join(outDir, 'sw.js'), 'utf8'))?.[1] ?? '');

  it('lists the whole site, save what no reader opens offline', async () => {
    const { isWhole, files } = await publish('one');
    const listed = Object.keys((await planOf()).files);
    expect(listed.sort()).toEqual(
      [
        '',
        '404.html',
        'about/',
        'assets/later-one.js',
        'assets/main-one.js',
        'first/',
        'first/map/',
        'icon.svg',
        'offline/',
        'second/',
      ].sort(),
    );
    expect([isWhole, files]).toEqual([true, listed.length]);
  });

  it('names a version after its content', async () => {
    const first = await publish('one');
    expect(await publish('one')).toEqual(first);
    expect((await publish('two')).version).not.toBe(first.version);
  });

  it('lists the shell alone of a site that is too large, and each flow beside its pages', async () => {
    const { isWhole, version } = await publish('one', 10);
    const { files, later: flows } = await planOf();
    expect(isWhole).toBe(false);
    expect(Object.keys(files).sort()).toEqual(
      ['', '404.html', 'about/', 'assets/main-one.js', 'icon.svg', 'offline/'].sort(),
    );
    expect(flows).toEqual(['first', 'second']);
    const flow = JSON.parse(await readFile(join(outDir, 'first/offline.json'), 'utf8'));
    expect(flow.version).toBe(version);
    expect(Object.keys(flow.files).sort()).toEqual(['assets/later-one.js', 'first/', 'first/map/']);
  });

  it('notices a change in a flow that is kept later', async () => {
    const { version } = await publish('one', 10);
    await write({ 'first/map/index.html': 'another map' });
    expect(
      (await writeServiceWorker({ outDir, base: BASE, flows: { first: [], second: [] }, mostAtOnce: 10 })).version,
    ).not.toBe(version);
  });
});

describe('the service worker', { timeout: 30_000 }, () => {
  it('shows every page without a network after one visit, the first tab included', async () => {
    const tab = await open();
    await register(tab);
    await goOffline();
    expect(await later(tab)).toBe('one');
    for (const [path, words] of [
      ['about/', 'About one'],
      ['first/map/', 'Map one'],
      ['', 'Home one'],
      ['about/index.html', 'About one'],
      ['about/?from=chat', 'About one'],
    ] as const) {
      const response = await tab.goto(site.address + path);
      expect([path, response?.status(), await heading(tab)]).toEqual([path, 200, words]);
    }
    expect(await later(tab)).toBe('one');
  });

  it('answers an unknown address without a network with the 404 page, and adds a missing slash', async () => {
    const tab = await open();
    await register(tab);
    await goOffline();
    const response = await tab.goto(`${site.address}nowhere/at/all`);
    expect([response?.status(), await heading(tab)]).toEqual([404, 'Nothing here']);
    await tab.goto(`${site.address}about?from=chat#part`);
    expect([tab.url(), await heading(tab)]).toEqual([`${site.address}about/?from=chat#part`, 'About one']);
  });

  it('fetches a new version in the background and waits to be told', async () => {
    const tab = await open();
    await register(tab);
    await publish('two');
    expect(await update(tab)).toBe('installed');
    await tab.reload();
    expect(await heading(tab)).toBe('Home one');
    await takeOver(tab);
    await tab.reload();
    expect([await heading(tab), await later(tab)]).toEqual(['Home two', 'two']);
  });

  it('keeps an earlier version’s files until its last tab is gone', async () => {
    const old = await open();
    await register(old);
    await publish('two');
    const tab = await open('about/');
    await update(tab);
    await takeOver(tab);
    await tab.reload();
    expect(await heading(tab)).toBe('About two');
    expect(await later(old)).toBe('one');
    expect(await cacheNames(tab)).toHaveLength(2);
    await old.close();
    await tab.reload();
    await expect.poll(() => cacheNames(tab), PATIENCE).toHaveLength(1);
  });

  it('forgets an earlier version when it takes over by itself', async () => {
    const tab = await open();
    await register(tab);
    await publish('two');
    await update(tab);
    await tab.close();
    const next = await context.newPage();
    await expect
      .poll(async () => {
        await next.goto(`${site.address}about/`);
        return heading(next);
      }, PATIENCE)
      .toBe('About two');
    expect(await cacheNames(next)).toHaveLength(1);
  });

  it('keeps nothing of a version that is not wholly published, and the site works on', async () => {
    const tab = await open();
    await register(tab);
    await publish('two');
    await write({ 'second/index.html': 'of another version' });
    expect(await update(tab)).toBe('redundant');
    await tab.goto(`${site.address}second/`);
    expect(await heading(tab)).toBe('Second one');
  });

  it('goes to the network for what is missing from a half-written cache, and mends it', async () => {
    const tab = await open();
    await register(tab);
    const url = `${BASE}about/`;
    await tab.evaluate(`caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.delete('${url}'))`);
    await tab.goto(`${site.address}about/`);
    expect(await heading(tab)).toBe('About one');
    await expect
      .poll(() => tab.evaluate(`caches.match('${url}').then((found) => found !== undefined)`), PATIENCE)
      .toBe(true);
  });

  it('says that a page is not on the device where the cache is half-written and there is no network', async () => {
    const tab = await open();
    await register(tab);
    await tab.evaluate(
      `caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.delete('${BASE}about/'))`,
    );
    await goOffline();
    const response = await tab.goto(`${site.address}about/`);
    expect([response?.status(), await heading(tab)]).toEqual([503, 'Not on this device']);
  });

  it('keeps a large site flow by flow, as they are visited', async () => {
    await publish('one', 10);
    const tab = await open();
    await register(tab);
    await tab.goto(`${site.address}first/`);
    await expect
      .poll(() => tab.evaluate(`caches.match('${BASE}first/map/').then((found) => found !== undefined)`), PATIENCE)
      .toBe(true);
    await goOffline();
    await tab.goto(`${site.address}first/map/`);
    expect([await heading(tab), await later(tab)]).toEqual(['Map one', 'one']);
    const response = await tab.goto(`${site.address}second/`);
    expect([response?.status(), await heading(tab)]).toEqual([503, 'Not on this device']);
  });

  it('keeps no preview picture and nothing that is sent', async () => {
    const tab = await open();
    await register(tab);
    await tab.reload();
    await tab.evaluate(
      `Promise.all([fetch('previews/home.png'), fetch('about/', { method: 'POST' }), fetch('robots.txt')])`,
    );
    const kept: readonly string[] = await tab.evaluate(
      `caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys()).then((all) => all.map(({ url }) => url))`,
    );
    expect(kept).toHaveLength(10);
    expect(kept.join()).not.toMatch(/previews|robots/);
  });

  it('leaves for good when the kill switch is published', async () => {
    const tab = await open();
    await register(tab);
    await writeFile(join(outDir, 'sw.js'), KILL_SWITCH);
    await tab.evaluate('navigator.serviceWorker.ready.then((registration) => registration.update())');
    await expect
      .poll(() => tab.evaluate('navigator.serviceWorker.getRegistrations().then(({ length }) => length)'), PATIENCE)
      .toBe(0);
    expect(await cacheNames(tab)).toEqual([]);
    expect(await heading(tab)).toBe('Home one');
  });
});

describe('the page about hosting', () => {
  it('shows the kill switch as it is', async () => {
    expect(await readFile('docs/hosting.md', 'utf8')).toContain(KILL_SWITCH.trim());
  });
});
