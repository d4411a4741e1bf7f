import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { answerAll, type BrowserTest, begin, holds, live, same, withPage } from './harness.ts';

const ENDED = ['conduct.difficult', 'heat.warm'];
const DATABASE = 'counterpoint-journal';

/** Walks to a result and presses “Keep in my journal”. */
async function toForm(page: Page, address: string, trail: readonly string[] = ENDED): Promise<void> {
  await begin(page, address);
  await answerAll(page, trail);
  await page.getByRole('button', { name: 'Keep in my journal' }).click();
  await page.getByLabel('Nickname', { exact: true }).waitFor();
}

/** Walks to a result and keeps it under a nickname. */
async function keep(page: Page, address: string, nickname: string, trail?: readonly string[]): Promise<void> {
  await toForm(page, address, trail);
  await page.getByLabel('Nickname', { exact: true }).fill(nickname);
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await page.getByText(`as “${nickname}”`).waitFor();
}

async function openJournal(page: Page, address: string): Promise<void> {
  await page.goto(`${address}journal/`);
  await live(page);
}

/** Returns the names of the decisions on the page, from the top. */
const names = (page: Page): Promise<string[]> => page.locator('.entries h3').allInnerTexts();

/** Waits until the page shows so many decisions. */
const shows = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelectorAll('.entries h3').length === wanted, count);

/** Makes an entry as a saved copy holds it. */
const copied = (number: number, parts: object = {}) => ({
  id: `copied-${String(number).padStart(4, '0')}`,
  flow: 'accept-coworker',
  answers: ['conduct.difficult', 'heat.warm'],
  verdict: 'wait',
  openness: 2,
  side: null,
  isSettled: false,
  counts: { closed: 4, open: 0 },
  kept: new Date(Date.UTC(2026, 0, number, 12)).toISOString(),
  nickname: `Copied ${number}`,
  note: '',
  lookAgain: null,
  isException: false,
  words: {
    title: 'A title',
    short: 'A short title',
    headline: 'Wait until it has cooled.',
    gist: 'Not no, but not now.',
    rule: 'The quarrel is still warm.',
    reasons: [{ voice: 'Leslie', text: 'There is nothing in it for you' }],
    dissent: [],
    answers: [
      { id: 'conduct.difficult', question: 'How has it been?', answer: 'Difficult' },
      { id: 'heat.warm', question: 'Is there a quarrel?', answer: 'Yes' },
    ],
  },
  ...parts,
});

const copyOf = (entries: readonly object[], rule: object | null = null): string =>
  JSON.stringify({ format: DATABASE, version: 2, rule, entries });

/** Chooses a file under “Open a saved copy”. */
const choose = (page: Page, text: string | Buffer, name = 'copy.json'): Promise<void> =>
  page
    .getByLabel('A saved copy of a journal')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** Opens a journal that has taken over a saved copy with these entries. */
async function openWith(page: Page, address: string, entries: readonly object[], rule?: object): Promise<void> {
  await openJournal(page, address);
  await choose(page, copyOf(entries, rule));
  await page.getByRole('button', { name: /^Take over/ }).click();
  await shows(page, entries.length);
}

const databasesOf = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** Reads the entries’ ids straight from the database. */
const idsOf = (page: Page): Promise<string[]> =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('entries').objectStore('entries').getAllKeys();
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result.map(String));
          };
        };
      }),
    DATABASE,
  );

async function anotherPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await openJournal(page, address);
  return page;
}

/** The journal, in a real browser. */
export const journalTests: readonly BrowserTest[] = [
  {
    name: 'nothing is stored before “Keep” is pressed, and what is kept is there after a reload',
    run: (given) =>
      withPage(given, async (page) => {
        await toForm(page, given.address);
        await openJournal(page, given.address);
        await page.getByText('Nothing here yet.').waitFor();
        same(await databasesOf(page), [], 'databases before anything is kept');
        await keep(page, given.address, 'The project colleague');
        await openJournal(page, given.address);
        await shows(page, 1);
        await page.reload();
        await live(page);
        await shows(page, 1);
        same(await names(page), ['The project colleague'], 'decisions after a reload');
        await page.getByRole('button', { name: 'The project colleague', exact: true }).click();
        await page.getByText('With these answers, the guide says the same today.').waitFor();
      }),
  },
  {
    name: 'a decision is edited, deleted, and brought back',
    run: (given) =>
      withPage(given, async (page) => {
        await openWith(page, given.address, [copied(1), copied(2)]);
        await page.getByRole('button', { name: 'Copied 2', exact: true }).click();
        await page.getByRole('button', { name: /^Edit the nickname/ }).click();
        await page.getByLabel('Nickname', { exact: true }).fill('Another name');
        await page.getByRole('button', { name: 'Save the changes' }).click();
        await page.getByRole('button', { name: 'Another name', exact: true }).waitFor();
        await page.getByRole('button', { name: /^Delete Another name/ }).click();
        const undo = page.getByRole('button', { name: /^Undo/ });
        await undo.waitFor();
        holds(await undo.evaluate((button) => button === document.activeElement), 'Undo has the focus');
        same((await idsOf(page)).length, 1, 'entries while deleted');
        await undo.click();
        await shows(page, 2);
        same(await names(page), ['Another name', 'Copied 1'], 'decisions after Undo');
        same((await idsOf(page)).length, 2, 'entries after Undo');
      }),
  },
  {
    name: 'two tabs at once lose nothing, and see each other’s changes',
    run: (given) =>
      withPage(given, async (page, context) => {
        await openWith(page, given.address, [copied(1)]);
        const other = await anotherPage(context, given.address);
        await shows(other, 1);
        await Promise.all([
          choose(page, copyOf([copied(2), copied(3)])),
          choose(other, copyOf([copied(4), copied(5)])),
        ]);
        await Promise.all([page, other].map((tab) => tab.getByRole('button', { name: /^Take over/ }).click()));
        await Promise.all([shows(page, 5), shows(other, 5)]);
        await page.getByRole('button', { name: 'Delete everything here' }).click();
        await page.getByRole('button', { name: 'Delete five decisions' }).click();
        await Promise.all([page, other].map((tab) => tab.getByText('Nothing here yet.').waitFor()));
        await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
      }),
  },
  {
    name: 'where its code does not come, it says so, and not that nothing is there',
    run: (given) =>
      withPage(
        given,
        async (page) => {
          await openWith(page, given.address, [copied(1)]);
          await page.route('**/assets/journal-page-*.js', (route) => route.abort());
          await page.goto(`${given.address}journal/`);
          await page.getByText('Nothing that you kept is lost.').waitFor();
          // What is held back for a moment has come.
          await page.getByRole('link', { name: 'Choose a dilemma' }).waitFor();
          same(await page.getByText('Nothing here yet.').count(), 0, 'words about an empty journal');
          await page.getByRole('link', { name: 'Keyboard' }).click();
          await page.getByRole('dialog').waitFor();
          await page.getByRole('button', { name: 'Close' }).click();
          await page.unroute('**/assets/journal-page-*.js');
          await page.getByRole('button', { name: 'Reload the page' }).click();
          await live(page);
          await shows(page, 1);
        },
        { allowed: /Failed to load resource|ERR_FAILED|Failed to fetch dynamically imported module/ },
      ),
  },
  {
    name: 'where storage is blocked, the result is offered as a file, and the journal says so',
    run: (given) =>
      withPage(given, async (page) => {
        // As text: what compiles these tests would add a helper that the page does not have.
        await page.addInitScript(
          `Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('insecure', 'SecurityError'); } });`,
        );
        await toForm(page, given.address);
        await page.getByLabel('Nickname', { exact: true }).fill('K.');
        await page.getByRole('button', { name: 'Keep it', exact: true }).click();
        await page.getByText('This browser won’t let us keep a journal. Save the result as a file instead.').waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Save it as a text' }).click(),
        ]);
        const text = await readFile(await download.path(), 'utf8');
        holds(text.includes('## K.') && text.includes('Answers:'), 'the file holds the result');
        await openJournal(page, given.address);
        await page.getByText('This browser won’t let us keep a journal.').waitFor();
      }),
  },
  {
    name: 'where storage is full, nothing is changed, and the same entry is kept at a second try',
    run: (given) =>
      withPage(given, async (page) => {
        await page.addInitScript(() => {
          const { put } = IDBObjectStore.prototype;
          IDBObjectStore.prototype.put = function (...values) {
            if ((window as { isFull?: boolean }).isFull) throw new DOMException('full', 'QuotaExceededError');
            return put.apply(this, values);
          };
        });
        await toForm(page, given.address);
        await page.evaluate(() => Object.assign(window, { isFull: true }));
        await page.getByRole('button', { name: 'Keep it', exact: true }).click();
        await page.getByText('This browser has no room left for the journal.').waitFor();
        same(await idsOf(page), [], 'entries while full');
        await page.evaluate(() => Object.assign(window, { isFull: false }));
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.getByText('Kept in your journal.').waitFor();
        same((await idsOf(page)).length, 1, 'entries after the second try');
      }),
  },
  {
    name: 'a write that is cut off by closing the tab leaves the journal as it was or as it should be',
    run: (given) =>
      withPage(given, async (page, context) => {
        await openWith(page, given.address, [copied(1)]);
        const many = Array.from({ length: 300 }, (_, index) => copied(index + 2));
        const seen = new Set<number>();
        for (const delay of [0, 1, 3, 6, 10, 20, 40]) {
          const tab = await anotherPage(context, given.address);
          await choose(tab, copyOf(many));
          const button = tab.getByRole('button', { name: /^Take over/ });
          await button.waitFor();
          await Promise.all([
            button.evaluate((element) => (element as HTMLButtonElement).click()).catch(() => {}),
            new Promise((done) => setTimeout(done, delay)).then(() => tab.close()),
          ]);
          const left = (await idsOf(page)).length;
          holds(left === 1 || left === 301, `after ${delay} ms there are ${left} entries, and there may be 1 or 301`);
          seen.add(left);
          if (left === 301) break;
        }
        holds(seen.size > 0, 'some write was tried');
      }),
  },
  {
    name: 'a copy goes out and comes in again, and differences are asked about',
    run: (given) =>
      withPage(given, async (page) => {
        const rule = { answers: ['whom.meet'], text: 'I **meet** people first.', written: '2026-02-01T12:00:00.000Z' };
        await openWith(page, given.address, [copied(1), copied(2)], rule);
        await page.locator('.rulewords strong', { hasText: 'meet' }).waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Save a copy as a file' }).click(),
        ]);
        const saved = await readFile(await download.path(), 'utf8');
        await choose(page, saved);
        await page.getByText('It has no decision that is new here. Two decisions are here already.').waitFor();
        await page.getByRole('button', { name: 'Close' }).click();
        await choose(page, copyOf([copied(1, { nickname: 'Theirs' }), copied(3)]));
        await page.getByText('It would add one decision. One decision is here in other words.').waitFor();
        await page.getByRole('button', { name: 'Take over one decision' }).click();
        await shows(page, 3);
        same(await names(page), ['Copied 3', 'Copied 2', 'Copied 1'], 'decisions after taking over');
        await page.getByRole('button', { name: 'Delete everything here' }).click();
        await page.getByRole('button', { name: 'Delete three decisions and your rule' }).click();
        await page.getByText('Nothing here yet.').waitFor();
        await choose(page, saved);
        await page.getByRole('button', { name: 'Take over two decisions' }).click();
        await shows(page, 2);
        await page.locator('.rulewords strong', { hasText: 'meet' }).waitFor();
      }),
  },
  {
    name: 'a wrong, cut-off, foreign or huge file gets a sentence and changes nothing',
    run: (given) =>
      withPage(given, async (page) => {
        await openWith(page, given.address, [copied(1)]);
        const whole = copyOf([copied(2)]);
        const files: readonly (readonly [string | Buffer, string])[] = [
          [whole.slice(0, -40), 'This copy is cut off'],
          ['{"a": 1}', 'This file was not saved by this journal.'],
          ['not json', 'This file cannot be read'],
          [Buffer.from([0x89, 0x50, 0xff, 0xfe]), 'This file cannot be read'],
          ['', 'This file is empty.'],
          [whole.replace('"version":2', '"version":99'), 'a newer version of the site'],
          [copyOf([copied(2, { counts: { closed: -1, open: 0 } })]), 'The damage begins at decision 1.'],
          [`${whole}${' '.repeat(5 * 1024 * 1024)}`, 'This file is larger than 5 MB.'],
        ];
        for (const [file, sentence] of files) {
          await choose(page, file);
          await page.getByText(sentence).waitFor();
          holds(
            await page.getByText('Nothing here was changed.').isVisible(),
            `“${sentence}” says that nothing was changed`,
          );
        }
        same(await idsOf(page), ['copied-0001'], 'entries after all of them');
      }),
  },
  {
    name: 'a rule is written, offered where a question asks for it, and chooses nothing by itself',
    run: (given) =>
      withPage(given, async (page) => {
        await openJournal(page, given.address);
        await page.getByRole('button', { name: 'Write down my rule' }).click();
        for (const label of ['People I have met, or talked with', 'We have met or worked together, no more']) {
          await page.getByLabel(label).check();
          await page.getByRole('button', { name: 'Continue' }).click();
        }
        for (const _ of ['silence', 'clearing']) {
          await page.getByLabel('I’d rather leave this open').check();
          await page.getByRole('button', { name: 'Continue' }).click();
        }
        const words = page.getByLabel('Change whatever isn’t you');
        holds((await words.inputValue()).includes('once I have met them'), 'the draft says what was answered');
        await words.fill(
          'We have *met*, no more.\n\n<img src="https://elsewhere.example/x.png"> ![x](https://elsewhere.example/y.png)',
        );
        await page.getByRole('button', { name: 'Keep this rule' }).click();
        await page.locator('.rulewords em', { hasText: 'met' }).waitFor();
        same(await page.locator('.rulewords img').count(), 0, 'pictures in a rule');
        await begin(page, given.address);
        await answerAll(page, ['conduct.unknown', 'culture.normal']);
        await page.getByText('The rule in your journal would say').waitFor();
        same(await page.locator('form[data-question] :checked').count(), 0, 'answers chosen before a press');
        await page.getByRole('button', { name: 'Choose that answer' }).click();
        same(await page.locator('form[data-question] :checked').inputValue(), 'contact', 'the answer chosen');
        holds(await page.locator('form[data-question="meaning"]').isVisible(), 'the question still stands');
      }),
  },
  {
    name: 'it works offline as online',
    run: (given) =>
      withPage(
        given,
        async (page, context) => {
          await openWith(page, given.address, [copied(1)]);
          await toForm(page, given.address);
          await context.setOffline(true);
          await page.getByLabel('Nickname', { exact: true }).fill('Kept offline');
          await page.getByRole('button', { name: 'Keep it', exact: true }).click();
          await page.getByText('as “Kept offline”').waitFor();
          await context.setOffline(false);
          await openJournal(page, given.address);
          await shows(page, 2);
          await context.setOffline(true);
          await page.getByRole('button', { name: 'Kept offline', exact: true }).click();
          await page.getByRole('button', { name: /^Delete Kept offline/ }).click();
          await page.getByRole('button', { name: /^Undo/ }).click();
          await shows(page, 2);
          same((await idsOf(page)).length, 2, 'entries offline');
        },
        { allowed: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ },
      ),
  },
];
