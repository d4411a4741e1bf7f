import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { blockedTags, SECURITY_HEADERS } from '../../src/build/security.ts';
import { builtFolder, builtPages, oneOfEachKind } from './built.ts';
import { answerAll, type BrowserTest, begin, heading, holds, live, same, withPage } from './harness.ts';
import { brokenLinks } from './links.ts';

const DIRECTIVES = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types counterpoint',
];

/** Notes every breach of the policy, those too that come before any code of the page. */
async function noteBreaches(page: Page): Promise<() => Promise<readonly string[]>> {
  const breaches: string[] = [];
  await page.exposeFunction('noteBreach', (breach: string) => breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      (window as unknown as { noteBreach: (breach: string) => void }).noteBreach(
        `${effectiveDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  return async () => {
    await page.waitForTimeout(50);
    return breaches;
  };
}

const attributesOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<(?:script|link|img|iframe|source)\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );

/** What nobody may do to a page, and every page without JavaScript. */
export const policyTests: readonly BrowserTest[] = [
  {
    name: 'loads every kind of page without a breach of its policy',
    run: (context) =>
      withPage(context, async (page) => {
        const breaches = await noteBreaches(page);
        for (const { address, kind } of oneOfEachKind(await builtPages())) {
          await page.goto(context.address + address);
          await live(page);
          same(await breaches(), [], `breaches by the page of kind ${kind}, /${address}`);
        }
      }),
  },
  {
    name: 'walks to a result, its sheets and dialogs without a breach, and asks no other site',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          const breaches = await noteBreaches(page);
          await begin(page, context.address);
          await answerAll(page, ['conduct.difficult', 'heat.warm']);
          for (const name of ['Share this result', 'Keep in my journal']) {
            await page.getByRole('button', { name }).click();
            await page.waitForTimeout(300);
            await page.keyboard.press('Escape');
          }
          await page.getByRole('link', { name: 'Keyboard' }).click();
          await page.getByRole('dialog').waitFor();
          same(await breaches(), [], 'breaches');
        },
        // The worker is registered under the policy, too.
        { serviceWorkers: 'allow' },
      ),
  },
  {
    name: 'refuses markup, scripts and handlers that are put in from outside',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          const breaches = await noteBreaches(page);
          await page.goto(context.address);
          // Each is written where it is called: what names functions for Node is not there in the browser.
          const outcomes = await page.evaluate(() =>
            [
              () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
              () => document.createElement('script').setAttribute('src', 'https://elsewhere.example/x.js'),
              () => document.body.setAttribute('onclick', 'window.ran = true'),
            ].map((work) => {
              try {
                work();
                return `done: ${work}`;
              } catch {
                return 'refused';
              }
            }),
          );
          same([...new Set(outcomes)], ['refused'], 'markup, a script’s address and a handler');
          await page.evaluate(() => {
            const style = document.createElement('style');
            style.textContent = 'h1 { visibility: hidden }';
            document.head.append(style);
          });
          holds(await page.locator('h1').isVisible(), 'a style from outside changes nothing');
          holds((await breaches()).length > 0, 'the breaches are noted');
        },
        { allowed: /Content Security Policy|Trusted/ },
      ),
  },
  {
    name: 'sends every security header with every kind of file',
    run: async ({ address }) => {
      const [script] = (await readdir(join(builtFolder(), 'assets'))).filter((file) => file.endsWith('.js'));
      for (const path of ['', 'about/', 'nothing/here/', 'sw.js', 'manifest.webmanifest', `assets/${script}`]) {
        const { headers } = await fetch(address + path);
        for (const [name, value] of Object.entries(SECURITY_HEADERS))
          same(headers.get(name), value, `${name} of /${path}`);
      }
    },
  },
  {
    name: 'has a policy in every page before anything that it judges, and nothing that it would block',
    run: async () => {
      for (const { address, html } of await builtPages()) {
        const [before = '', policy = ''] =
          /^([\s\S]*?)<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.slice(1) ?? [];
        holds(!/<(script|style|link)\b/.test(before), `the policy of /${address} comes first`);
        for (const directive of DIRECTIVES) holds(policy.includes(directive), `/${address} says ${directive}`);
        holds(!/unsafe-|https?:|\*/.test(policy), `the policy of /${address} has no gap`);
        same(blockedTags(html), [], `what the policy of /${address} would block`);
        holds(html.includes('<meta name="referrer" content="no-referrer">'), `/${address} tells no referrer`);
        const loaded = [...attributesOf(html, 'src'), ...attributesOf(html, 'href')];
        // The canonical address is no address to load from.
        const foreign = loaded.filter(
          (url) => /^(https?:)?\/\//.test(url) && !html.includes(`rel="canonical" href="${url}"`),
        );
        same(foreign, [], `what /${address} loads from elsewhere`);
      }
    },
  },
  {
    name: 'has no link that leads nowhere, its anchors included',
    run: async () => {
      const files = new Set(
        (await readdir(builtFolder(), { recursive: true })).map((file) => file.replaceAll('\\', '/')),
      );
      const pages = await builtPages();
      same(brokenLinks(pages, files), [], 'links that lead nowhere');
      // The page for unknown addresses is shown at every depth.
      const deep = pages.filter(({ kind }) => kind === 'not-found').map((page) => ({ ...page, address: 'a/b/c/' }));
      same(
        brokenLinks([...pages, ...deep], new Set([...files, 'a/b/c/index.html'])),
        [],
        'links that lead nowhere from below',
      );
      const manifest = JSON.parse(await readFile(join(builtFolder(), 'manifest.webmanifest'), 'utf8'));
      const named = [
        ...manifest.icons.map(({ src }: { src: string }) => src),
        ...manifest.shortcuts.map(({ url }: { url: string }) => url),
      ];
      const html = named.map((link) => `<a href="${link}"></a>`).join('');
      same(brokenLinks([{ address: '', kind: '', html }], files), [], 'what the manifest names and is not there');
    },
  },
  {
    name: 'can be read without JavaScript, every kind of page',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          for (const { address, kind } of oneOfEachKind(await builtPages())) {
            await page.goto(context.address + address);
            holds(await page.locator('h1').first().isVisible(), `the heading of ${kind} is shown`);
            const words = (await page.locator('main').innerText()).split(/\s+/).length;
            holds(words > 15, `${kind} has ${words} words: ${await heading(page)}`);
            holds(await page.locator('header a').first().isVisible(), `${kind} has a way on`);
          }
        },
        { javaScriptEnabled: false },
      ),
  },
];
