import type { BrowserContext, Page, Request } from 'playwright-core';
import { answerTo, DONT_KNOW, optionOf, questionOf, type Trail } from '../../src/domain/answer.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { walk } from '../../src/domain/walk.ts';
import { flows } from '../../src/flows/index.ts';
import { isSafety } from '../../src/reasoning/side.ts';
import { answerAll, type BrowserTest, begin, heading, holds, live, same, withPage } from './harness.ts';

const MINE: Trail = ['conduct.difficult', 'heat.cooled', 'pattern.settled', 'talked.unchanged', 'stakes.power'];
const THEIRS: Trail = ['conduct.difficult', 'heat.cooled', 'pattern.settled', 'talked.unchanged', 'stakes.little'];
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Returns every way in which an answer may be spelt where it does not belong. */
const spellings = (trail: Trail): readonly string[] =>
  trail.flatMap((answer) => {
    const [question, option] = [questionOf(answer), optionOf(answer)];
    return [answer, `${question}=${option}`, `${question}%3D${option}`, `"${question}":"${option}"`, `/${option}/`];
  });

/** Returns all that the browser keeps of this site apart from the history entry's own state, as text. */
const keptBy = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const stores: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        stores.push(JSON.stringify(await new Promise((done) => (all.onsuccess = () => done(all.result)))));
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) cached.push(url);
    }
    return {
      address: location.href,
      title: document.title,
      referrer: document.referrer,
      'local storage': JSON.stringify({ ...localStorage }),
      'session storage': JSON.stringify({ ...sessionStorage }),
      cookie: document.cookie,
      'window name': window.name,
      IndexedDB: stores.join('\n'),
      'cache storage': cached.join('\n'),
    };
  });

/** Everything that the pages of a context have asked for, as text: method, address, headers, body. */
function requestsOf(context: BrowserContext): () => Promise<readonly string[]> {
  const asked: Request[] = [];
  context.on('request', (request) => asked.push(request));
  return () =>
    Promise.all(
      asked.map(async (request) => {
        const headers = await request.allHeaders().catch(() => request.headers());
        return `${request.method()} ${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ''}`;
      }),
    );
}

/** Returns where an answer shows up that nobody has shared. */
async function leaks(page: Page, requests: readonly string[], trail: Trail): Promise<readonly string[]> {
  const places = {
    ...(await keptBy(page)),
    ...Object.fromEntries(requests.map((request) => [`request ${request}`, request])),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    spellings(trail).flatMap((spelt) => (text.includes(spelt) ? [`${spelt} in ${place}`] : [])),
  );
}

/** A path of a flow to read its pages by: its longest, and those that end for safety. */
const walksOf = (flow: (typeof flows)[number]): readonly Trail[] => {
  const paths = [...pathsOf(flow)].sort((one, other) => other.trail.length - one.trail.length);
  const safety = paths.find(({ verdict }) => isSafety(flow, verdict));
  return [paths[0]?.trail ?? [], ...(safety ? [safety.trail] : [])];
};

/** A path of a flow whose last answer is left open, so that the result depends on it. */
function dependingIn(flow: (typeof flows)[number]): Trail {
  const open = pathsOf(flow).map(({ trail }) =>
    trail.map((answer, index) => (index < trail.length - 1 ? answer : answerTo(questionOf(answer), DONT_KNOW))),
  );
  const found = open.find((trail) => walk(flow, trail).at === 'depends');
  holds(found, `some walk of ${flow.id} depends on its last answer`);
  return found;
}

/** Opens a link as somebody does who has never been here: from nowhere, in a page of its own. */
async function open(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await live(page);
}

/** Opens the share sheet, chooses what to send, and copies the link. */
async function copyLink(page: Page, choice: RegExp, name?: string): Promise<string> {
  await page.getByRole('button', { name: 'Share this result' }).click();
  await page.getByRole('radio', { name: choice }).check();
  if (name !== undefined) await page.getByLabel('Your name, if you like').fill(name);
  const shown = await page.locator('.share-seen code').innerText();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  same(link, shown, 'the link that is copied, and the one that is shown');
  return link;
}

/** What went wrong with a link on its way, and what its page says. */
const DAMAGED: readonly (readonly [what: string, address: string, heading: RegExp])[] = [
  ['nothing that is known', 'accept-coworker/ignore/#colour=red', /missing a piece/],
  ['half an answer', 'accept-coworker/ignore/#conduct=diff', /missing a piece/],
  ['a code cut short', 'accept-coworker/#ask=1ABPootcFpCK', /lost its end/],
  ['a code that is no code', 'accept-coworker/#pair=1AAEAAAAAAAAAAAAAAAA', /changed on its way/],
  ['malformed encoding', 'accept-coworker/ignore/#conduct=difficult&heat=%E0%A4%A', /quarrel/],
  ['markup', 'accept-coworker/ignore/#conduct=difficult&heat=<img src=x onerror=alert(1)>', /quarrel/],
  ['names of the language', 'accept-coworker/#__proto__=x&constructor=y', /missing a piece/],
  ['a hundred thousand signs', `accept-coworker/ignore/#conduct=difficult&${'a=b&'.repeat(25_000)}`, /quarrel/],
  ['what others add', 'accept-coworker/#utm_source=chat', /deal with this person/],
];

/** Links and what they carry: nothing before they are made, all of it after, and two people who compare their opinions. */
export const sharingTests: readonly BrowserTest[] = [
  ...flows.map(
    (flow): BrowserTest => ({
      name: `shows no answer anywhere before it is shared: ${flow.id}`,
      run: async (context) => {
        for (const trail of walksOf(flow)) {
          await withPage(context, async (page, profile) => {
            const requests = requestsOf(profile);
            await begin(page, context.address, flow.id);
            const title = (await page.title()).replace(/^Question 1 – /, '');
            for (const [index, given] of trail.entries()) {
              same(await page.title(), `Question ${index + 1} – ${title}`, 'the title');
              await answerAll(page, [given]);
              same(page.url(), `${context.address}${flow.id}/`, 'the address');
              same(await leaks(page, await requests(), trail), [], 'answers that show up');
            }
            same(await page.title(), `Your result – ${title}`, 'the title');
            await page.evaluate('window.print = () => {}');
            await page.getByRole('button', { name: 'Print' }).first().click();
            await page.getByRole('button', { name: 'Share this result' }).click();
            await page.getByRole('dialog').waitFor();
            await page.getByRole('button', { name: 'Close' }).click();
            await page.reload();
            await live(page);
            await page.goBack();
            await page.goto(context.address);
            await live(page);
            same(await page.evaluate(() => document.referrer), '', 'the referrer');
            const asked = await requests();
            same(await leaks(page, asked, trail), [], 'answers that show up');
            holds(
              asked.every((request) => request.startsWith('GET ')),
              'every request only gets',
            );
            // A font may still name the page that asks for it; that is the address, which says nothing.
            const referrers = asked.flatMap((request) => /"referer":"([^"]+)"/i.exec(request)?.[1] ?? []);
            const own = [`${context.address}${flow.id}/`, context.address];
            same(
              referrers.filter((referrer) => !own.includes(referrer)),
              [],
              'what requests name as their referrer',
            );
            same(await profile.cookies(), [], 'the cookies');
          });
        }
      },
    }),
  ),
  {
    name: 'would see an answer wherever it showed up',
    run: (context) =>
      withPage(context, async (page, profile) => {
        const requests = requestsOf(profile);
        await begin(page, context.address, 'introduce');
        same(await leaks(page, await requests(), ['vouch.yes']), [], 'what shows up at first');
        await page.evaluate(async () => {
          localStorage.setItem('a', 'vouch.yes');
          sessionStorage.setItem('a', 'vouch=yes');
          // biome-ignore lint/suspicious/noDocumentCookie: the check is to see it there.
          document.cookie = 'a=vouch.yes';
          document.title = 'vouch.yes';
          history.replaceState(null, '', '#vouch=yes');
          await (await caches.open('a')).put('/?vouch=yes', new Response(''));
          await new Promise((done) => {
            const opening = indexedDB.open('a');
            opening.onupgradeneeded = () => opening.result.createObjectStore('a', { autoIncrement: true });
            opening.onsuccess = () => {
              const writing = opening.result.transaction('a', 'readwrite');
              writing.objectStore('a').add('vouch.yes');
              writing.oncomplete = done;
            };
          });
          await fetch('/?vouch=yes');
        });
        const found = (await leaks(page, await requests(), ['vouch.yes'])).map((leak) =>
          leak.replace(/^.* in (request)?.*?/, '$1'),
        );
        for (const place of [
          'address',
          'title',
          'local storage',
          'session storage',
          'cookie',
          'IndexedDB',
          'cache storage',
          'request',
        ]) {
          holds(
            found.some((leak) => leak.startsWith(place)),
            `it sees the ${place}: ${found.join(', ')}`,
          );
        }
      }),
  },
  ...flows.map(
    (flow): BrowserTest => ({
      name: `asks for the same files whatever is answered: ${flow.id}`,
      run: async (context) => {
        const asked: (readonly string[])[] = [];
        for (const trail of [...walksOf(flow), dependingIn(flow)]) {
          await withPage(context, async (page, profile) => {
            const urls = new Set<string>();
            // The module that keeps the site on the device comes after a while, whatever is answered.
            profile.on('request', (request) => !request.url().includes('/worker-') && urls.add(request.url()));
            await begin(page, context.address, flow.id);
            await answerAll(page, trail);
            await page.waitForLoadState('networkidle');
            asked.push([...urls]);
          });
        }
        const [first = [], ...others] = asked;
        for (const urls of others) {
          const apart = [...urls, ...first].filter((url) => !(urls.includes(url) && first.includes(url)));
          same(apart, [], 'files that only some answers ask for');
        }
      },
    }),
  ),
  {
    name: 'opens a shared result on another device, and takes the answers out of the address bar',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await begin(page, context.address);
          await answerAll(page, MINE);
          const link = await copyLink(page, /with my answers/);
          const result = await heading(page);
          await withPage(context, async (other) => {
            await open(other, link);
            same(await heading(other), result, 'the result');
            same(other.url(), `${context.address}accept-coworker/boundaries/`, 'the address');
            holds(
              await other.getByText('Somebody shared these answers with you.').isVisible(),
              'it says where they come from',
            );
            await other.reload();
            await live(other);
            same(await heading(other), result, 'the result after a reload');
          });
        },
        CLIPBOARD,
      ),
  },
  {
    name: 'shares a result that depends, and one about safety, without naming it',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await begin(page, context.address);
          await answerAll(page, ['conduct.difficult', 'heat.dont-know', 'pattern.bad-days', 'talked.not-yet']);
          const depends = await copyLink(page, /with my answers/);
          same(new URL(depends).pathname, '/accept-coworker/depends/', 'where it is found');
          const result = await heading(page);
          await open(page, depends);
          same(await heading(page), result, 'what it depends on');
          await open(page, `${context.address}accept-coworker/`);
          await answerAll(page, ['conduct.harmful']);
          const safety = await copyLink(page, /with my answers/);
          same(safety, `${context.address}accept-coworker/#conduct=harmful`, 'the link');
          const advice = await heading(page);
          await open(page, safety);
          same(await heading(page), advice, 'what is advised');
          same(page.url(), `${context.address}accept-coworker/`, 'the address');
        },
        CLIPBOARD,
      ),
  },
  {
    name: 'lets two people compare their opinions through links alone',
    run: (context) =>
      withPage(
        context,
        async (page) => {
          await begin(page, context.address);
          await answerAll(page, MINE);
          const ask = await copyLink(page, /Ask what they would say/, 'Lou <b>&</b> co');
          holds(!/difficult|settled|Lou/.test(ask), 'the link shows neither answer nor name');
          let pair = '';
          await withPage(
            context,
            async (other) => {
              await open(other, ask);
              same(other.url(), `${context.address}accept-coworker/`, 'the address');
              holds(await other.getByText('Lou <b>&</b> co asks for your opinion.').isVisible(), 'it says who asks');
              same(await other.locator('input:checked').count(), 0, 'the answers that are filled in');
              await answerAll(other, THEIRS.slice(0, 2));
              await other.reload();
              await live(other);
              holds(
                !(await other.locator('#app').innerText()).includes('they decide about my work'),
                'the first answers stay hidden',
              );
              await other.goBack();
              await answerAll(other, THEIRS.slice(1));
              same(await heading(other), 'Two opinions, two sides.', 'what both see');
              await other.getByRole('button', { name: 'Copy the link to both' }).click();
              await other.getByRole('button', { name: 'Copied' }).waitFor();
              pair = await other.evaluate(() => navigator.clipboard.readText());
              await other.getByRole('button', { name: /See your result/ }).click();
              await other.waitForFunction(() => document.title.startsWith('Your result'));
              await other.goBack();
              await other.waitForFunction(() => document.title.startsWith('Two opinions'));
            },
            CLIPBOARD,
          );
          await open(page, pair);
          same(page.url(), `${context.address}accept-coworker/`, 'the address');
          same(await heading(page), 'Two opinions, two sides.', 'what both see');
          holds((await page.title()).startsWith('Two opinions – '), 'the title tells no answer');
          await page.reload();
          await live(page);
          same(await heading(page), 'Two opinions, two sides.', 'what both see after a reload');
        },
        CLIPBOARD,
      ),
  },
  {
    name: 'shows the link in a selected field where the clipboard refuses, and draws a code',
    run: (context) =>
      withPage(context, async (page) => {
        await page.addInitScript(
          `Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })`,
        );
        await begin(page, context.address);
        await answerAll(page, MINE);
        await page.getByRole('button', { name: 'Share this result' }).click();
        await page.getByRole('button', { name: 'Copy the link' }).click();
        await page.getByLabel(/does not let the page copy/).waitFor();
        const selected = await page.evaluate(() => {
          const field = document.activeElement as HTMLInputElement;
          return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
        });
        same(selected, await page.locator('.share-seen code').innerText(), 'what is selected');
        await page.getByRole('button', { name: 'Show a QR code' }).click();
        await page.getByRole('img', { name: 'The link as a QR code' }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        same(
          await page.evaluate(() => document.activeElement?.textContent),
          'Share this result',
          'what has the focus again',
        );
      }),
  },
  {
    name: 'says then, now and why where a link names another verdict than its answers lead to',
    run: (context) =>
      withPage(context, async (page) => {
        const fragment = MINE.map((answer) => answer.replace('.', '=')).join('&');
        await open(page, `${context.address}accept-coworker/ignore/#${fragment}`);
        same(await heading(page), 'Accept, with boundaries.', 'what it leads to now');
        const notice = await page.locator('.then-now').innerText();
        for (const word of ['Then', 'Ignore', 'Now', 'Accept, with boundaries', 'Why'])
          holds(notice.includes(word), `${word} in: ${notice}`);
      }),
  },
  ...DAMAGED.map(
    ([what, address, says]): BrowserTest => ({
      name: `has a way on where a link holds ${what}`,
      run: (context) =>
        withPage(context, async (page) => {
          await open(page, `${context.address}${address}`);
          const found = await heading(page);
          holds(says.test(found), `it says: ${found}`);
          holds(!page.url().includes('#'), 'the address holds no fragment');
          const wayOn = page.locator('main a.btn, form[data-question] button').first();
          holds(await wayOn.isVisible(), 'there is a way on');
          same(await page.evaluate(() => document.querySelectorAll('main img').length), 0, 'the pictures in it');
        }),
    }),
  ),
  {
    name: 'reads a link that is opened over a page of the same dilemma',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address);
        await answerAll(page, ['conduct.good']);
        await page.evaluate(() => {
          location.hash = '#conduct=difficult&heat=warm';
        });
        await page.waitForFunction(() => document.title.startsWith('Your result'));
        same(page.url(), `${context.address}accept-coworker/`, 'the address');
        await page.goBack();
        await page.waitForSelector('form[data-question="culture"]');
      }),
  },
  {
    name: 'reads what an older version left in the history entry',
    run: (context) =>
      withPage(context, async (page) => {
        await begin(page, context.address);
        await page.evaluate(() => {
          const trail = [
            ['conduct', 'difficult'],
            ['heat', 'cooled'],
            ['mood', 'low'],
          ];
          history.replaceState({ version: 1, flow: 'accept-coworker', trail }, '');
        });
        await page.reload();
        await live(page);
        await page.waitForSelector('form[data-question="pattern"]');
      }),
  },
];
