import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createServer } from 'vite';
import { copyProject, removeProject } from '../commands/project-copy.ts';
import { builtFolder } from './built.ts';
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

/** On a machine with nothing else to do each of these takes less than a second; a busy one is given ten. */
const SOON = 10_000;

/** Replaces a passage of a file of the copy. */
async function edit(root: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, file), 'utf8');
  holds(text.includes(from), `${file} holds “${from}”`);
  await writeFile(join(root, file), text.replace(from, to));
}

/** Waits until something that was saved can be seen; fails where it takes too long. */
async function shows(page: Page, what: string, seen: () => Promise<boolean>): Promise<void> {
  const started = Date.now();
  while (!(await seen().catch(() => false))) {
    holds(Date.now() - started < SOON, `${what} shows within ${SOON / 1000} seconds`);
    await page.waitForTimeout(20);
  }
  console.log(`      ${what} shows after ${Date.now() - started} ms`);
}

const answersKept = (page: Page): Promise<unknown> =>
  page.evaluate(() => (history.state as { answers?: unknown } | null)?.answers);

const TRAIL = ['vouch.gladly', 'fit.right'];
const FORM = 'form[data-question="welcome"]';
const QUESTION = 'content/flows/introduce/questions/welcome.md';
const MACHINE = 'src/flows/introduce.ts';

/** Serves a copy of the project as `npm run dev` does, and opens a page of it after two answers. */
async function onDevServer(
  { browser }: BrowserContextOf,
  allowed: RegExp,
  use: (page: Page, root: string, address: string) => Promise<void>,
  mode = 'development',
): Promise<void> {
  const root = copyProject(['public', 'index.html', 'vite.config.ts']);
  const server = await createServer({
    root,
    mode,
    configFile: join(root, 'vite.config.ts'),
    cacheDir: join(root, '.vite'),
    logLevel: 'error',
    // The packages are those of the original, outside the copy.
    server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
  });
  try {
    await server.listen();
    const address = server.resolvedUrls?.local[0] ?? '';
    await withPage(
      { browser, address },
      async (page) => {
        page.setDefaultTimeout(40_000);
        await use(page, root, address);
      },
      { allowed },
    );
  } finally {
    await server.close();
    removeProject(root);
  }
}

/** Tells that the page stands at the third question, with the two answers kept. */
async function isKept(page: Page): Promise<void> {
  await live(page);
  await page.waitForSelector(FORM);
  same(await answersKept(page), TRAIL, 'the answers');
}

/** The dev server: what is saved shows at once, and the reader's place is kept. */
export const devTests: readonly BrowserTest[] = [
  {
    name: 'shows a saved word, a style and a rule at once, with the place kept',
    run: (context) =>
      onDevServer(context, /\[vite\]|React DevTools/, async (page, root, address) => {
        await begin(page, address, 'introduce');
        await answerAll(page, TRAIL);
        await page.waitForSelector(FORM);

        await edit(root, QUESTION, 'question: ', 'question: "A word has changed here?" #');
        await shows(page, 'a word', async () => (await heading(page)) === 'A word has changed here?');
        await isKept(page);

        await page.evaluate(() => Object.assign(window, { isSame: true }));
        const spacing = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).letterSpacing);
        await edit(root, 'src/app/styles/app.css', '@layer', 'body { letter-spacing: 7px }\n@layer');
        await shows(page, 'a style', async () => (await spacing()) === '7px');
        same(await page.evaluate(() => 'isSame' in window), true, 'the page was not even loaded anew');
        await isKept(page);

        const lean = (): Promise<string> => page.locator('.lean-card').innerText();
        const before = await lean();
        await edit(root, MACHINE, 'right: [', "right: ['essayist/depth', ");
        await shows(page, 'a rule', async () => (await lean()) !== before);
        await isKept(page);
        same(await page.locator('#inspect').count(), 0, 'the panels that nobody asked for');
      }),
  },
  {
    name: 'shows the running machines where it is asked to, and in no build',
    run: (context) =>
      onDevServer(
        context,
        /\[vite\]|React DevTools/,
        async (page, root, address) => {
          await begin(page, address, 'introduce');
          await answerAll(page, TRAIL);
          const panel = page.locator('#inspect');
          const text = await panel.innerText();
          holds(text.includes('introduce: welcome'), `the machine's state is in ${text}`);
          holds(text.includes('offers  welcome.yes welcome.unsure welcome.no'), `what is on offer is in ${text}`);
          await answerAll(page, ['welcome.yes']);
          await page.waitForSelector('form[data-question]', { state: 'detached' });
          holds((await panel.innerText()).includes('✓ gladlyVouchedAndWelcome → introduce'), 'the rule that holds');
          await page
            .getByRole('button', { name: /^Share/ })
            .first()
            .click();
          await page.getByRole('button', { name: 'Show a QR code' }).first().click();
          await page.waitForFunction(() => document.getElementById('inspect')?.textContent?.includes('← code'));

          const words = /const NAME = '(.+)'/.exec(await readFile(join(root, 'src/app/inspect/panel.ts'), 'utf8'))?.[1];
          holds(words, 'the panel has a name');
          const built = join(builtFolder(), 'assets');
          const scripts = (await readdir(built)).filter((file) => file.endsWith('.js'));
          holds(scripts.length > 10, 'there is a build');
          for (const file of scripts) {
            const code = await readFile(join(built, file), 'utf8');
            holds(!code.includes(words), `${file} has nothing of the panel`);
          }
        },
        'inspect',
      ),
  },
  {
    name: 'shows faults with file and line, and goes on from the same place once they are mended',
    run: (context) =>
      onDevServer(context, /\[vite\]|status of (404|500)|ERR_FAILED|React DevTools/, async (page, root, address) => {
        // The questions turn before the code has come, as on the built page.
        await page.route('**/src/main.tsx*', (route) => route.abort());
        await page.goto(`${address}introduce/`, { waitUntil: 'domcontentloaded' });
        await answerAll(page, TRAIL);
        await page.waitForSelector(FORM);
        await page.unroute('**/src/main.tsx*');

        const said = (): Promise<string> => page.locator('pre').innerText();
        const rule = [
          "rule('gladlyVouchedAndWelcome', 'introduce')",
          "rule('gladlyVouchedAndWelcome', 'decline')",
        ] as const;
        await edit(root, MACHINE, ...rule);
        await shows(page, 'a fault of the rules', async () => /^src\/flows\/introduce\.ts:\d+: /m.test(await said()));
        await edit(root, MACHINE, rule[1], rule[0]);
        await isKept(page);

        await edit(root, QUESTION, 'topic: ', 'topick: ');
        await shows(page, 'a fault of the words', async () => (await said()).includes(`${QUESTION}:3: “topick”`));
        await edit(root, QUESTION, 'topick: ', 'topic: ');
        await isKept(page);

        const response = await page.goto(`${address}nowhere/`);
        same(response?.status(), 404, 'the status of what is not there');
      }),
  },
];
