import type { Page } from 'playwright-core';
import type { Trail } from '../../src/domain/answer.ts';
import { flows } from '../../src/flows/index.ts';
import { toAsk, toPair } from '../../src/link/opinion.ts';
import { toFragment } from '../../src/link/share.ts';
import { live } from '../browser/harness.ts';

/** One state of the site that a reader may come to. */
export interface State {
  readonly name: string;
  /** True for the one state of each kind of page that the quick tests look at. */
  readonly isQuick?: boolean;
  /** True where a single result is shown, which has to print on a few pages. */
  readonly isResult?: boolean;
  /** Opens it in a page of an empty profile; `address` ends in a slash. */
  readonly open: (page: Page, address: string) => Promise<void>;
}

const DIFFICULT: Trail = ['conduct.difficult', 'heat.cooled', 'pattern.settled'];
const LONG: Trail = [...DIFFICULT, 'talked.unchanged', 'stakes.partnership', 'meaning.contact'];

const flowOf = (id: string) => {
  const flow = flows.find((candidate) => candidate.id === id);
  if (!flow) throw new Error(`there is no flow ${id}`);
  return flow;
};

/** Opens a page of the site, and waits until it answers. */
const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await live(page);
};

/** Opens a flow’s page with answers in its history entry, as a reader has it who gave them. */
async function withAnswers(
  page: Page,
  address: string,
  flow: string,
  trail: Trail,
  place = '',
  more = {},
): Promise<void> {
  const entry = { version: 2, flow, answers: trail, later: [], depth: trail.length, ...more };
  await page.addInitScript((state) => {
    if (history.state === null && location.hash === '') history.replaceState(state, '');
  }, entry);
  await open(page, `${address}${flow}/${place}`);
}

const answered = (name: string, flow: string, trail: Trail, more: Partial<State> = {}): State => ({
  name,
  open: (page, address) => withAnswers(page, address, flow, trail),
  ...more,
});

const result = (name: string, flow: string, trail: Trail, more: Partial<State> = {}): State =>
  answered(`result ${name}`, flow, trail, { isResult: true, ...more });

const plain = (name: string, place: string, more: Partial<State> = {}): State => ({
  name,
  open: (page, address) => open(page, `${address}${place}`),
  ...more,
});

/** One kept decision, as a saved copy of a journal holds it. */
const kept = (number: number, parts: object = {}) => ({
  id: `kept-${String(number).padStart(4, '0')}`,
  flow: 'accept-coworker',
  answers: ['conduct.difficult', 'heat.warm'],
  verdict: 'wait',
  openness: 2,
  side: null,
  isSettled: false,
  counts: { closed: 4, open: 1 },
  kept: new Date(Date.UTC(2026, number, number, 12)).toISOString(),
  nickname: ['The project colleague', 'M., from finance', 'Old manager', 'Conference recruiter'][number] ?? 'Somebody',
  note: number === 1 ? 'We share a desk until spring.' : '',
  lookAgain: number === 1 ? '2027-04-01' : null,
  isException: false,
  words: {
    title: 'Should I accept a request from a colleague?',
    short: 'Someone at work has asked to connect',
    headline: 'Wait until it has cooled.',
    gist: 'Not no, but not now.',
    rule: 'The quarrel is still warm.',
    reasons: [{ voice: 'Leslie', text: 'There is nothing in it for you' }],
    dissent: [],
    answers: [{ id: 'conduct.difficult', question: 'How has it been?', answer: 'Difficult' }],
  },
  ...parts,
});

/** What a decision said, with these answers of its own. */
const told = (headline: string, gist: string, rule: string, answers: readonly object[]) => ({
  title: 'Should I accept this coworker’s request?',
  short: 'Someone at work has asked to connect',
  headline,
  gist,
  rule,
  reasons: [{ voice: 'Leslie Morris', text: 'There is nothing in it for you' }],
  dissent: [],
  answers,
});

const STAKES = 'If you ignored the request, what would be at risk?';

/** A journal of four decisions, two of which part. */
const JOURNAL = JSON.stringify({
  format: 'counterpoint-journal',
  version: 2,
  rule: null,
  entries: [
    kept(0),
    kept(1, {
      answers: [...DIFFICULT, 'talked.not-yet', 'stakes.my-call'],
      verdict: 'ignore',
      openness: 1,
      side: 'closed',
      counts: { closed: 5, open: 2 },
      words: told('Ignore it.', 'You’d ask them for nothing and give them nothing.', 'The business is yours', [
        { id: 'stakes.my-call', question: STAKES, answer: 'Only what is mine to risk: I own the business' },
      ]),
    }),
    kept(2, {
      answers: [...DIFFICULT, 'talked.not-yet', 'stakes.power'],
      verdict: 'boundaries',
      openness: 3,
      side: 'open',
      counts: { closed: 2, open: 5 },
      words: told(
        'Accept, with boundaries.',
        'Link with them, but settle first what they can see.',
        'They decide about your work',
        [{ id: 'stakes.power', question: STAKES, answer: 'My standing: they decide about my work' }],
      ),
    }),
    kept(3, { counts: { closed: 2, open: 2 } }),
  ],
});

async function withJournal(page: Page, address: string): Promise<void> {
  await open(page, `${address}journal/`);
  await page
    .getByLabel('A saved copy of a journal')
    .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(JOURNAL) });
  await page.getByRole('button', { name: /^Take over/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('.entries h3').length === 4);
  // What the takeover said goes with a new visit.
  await page.reload();
  await live(page);
  await page.waitForFunction(() => document.querySelectorAll('.entries h3').length === 4);
}

const byLink = (page: Page, address: string, place: string, fragment: string): Promise<void> =>
  open(page, `${address}${place}#${fragment}`);

/** Every kind of page, in every state that looks or reads otherwise. */
export const states: readonly State[] = [
  plain('home', '', { isQuick: true }),
  plain('question 1', 'accept-coworker/'),
  {
    name: 'question 4',
    isQuick: true,
    open: async (page, address) => {
      await withAnswers(page, address, 'accept-coworker', DIFFICULT);
      for (const summary of await page.locator('details.why > summary').all()) await summary.click();
      await page.locator('.asking input').nth(1).check();
    },
  },
  {
    name: 'question in the middle',
    open: async (page, address) => {
      await withAnswers(page, address, 'accept-coworker', [...DIFFICULT, 'talked.unchanged', 'stakes.partnership']);
      await page.locator('.asking input').nth(1).check();
    },
  },
  {
    name: 'question with its error',
    open: async (page, address) => {
      await open(page, `${address}introduce/`);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.locator('.error').waitFor();
    },
  },
  {
    name: 'question being changed',
    open: (page, address) => withAnswers(page, address, 'accept-coworker', LONG, '', { changing: 'talked' }),
  },
  {
    name: 'question asked by somebody',
    open: (page, address) =>
      byLink(page, address, 'accept-coworker/', toAsk(flowOf('accept-coworker'), LONG, 'Ana').replace(/^.*#/, '')),
  },
  result('firm', 'accept-coworker', [...DIFFICULT, 'talked.improved', 'meaning.contact']),
  result('on balance', 'accept-coworker', [...DIFFICULT, 'talked.not-yet', 'stakes.my-call'], { isQuick: true }),
  result('close call', 'accept-coworker', ['conduct.good', 'culture.normal', 'exposure.fine']),
  result('neither side', 'accept-coworker', ['conduct.unknown', 'culture.normal', 'meaning.vouch']),
  result('settled', 'accept-coworker', ['conduct.harmful'], { isQuick: true }),
  result(
    'it depends',
    'accept-coworker',
    ['conduct.difficult', 'heat.dont-know', 'pattern.bad-days', 'talked.not-yet'],
    {
      isQuick: true,
    },
  ),
  result('apart', 'accept-coworker', ['conduct.good', 'culture.normal', 'exposure.private']),
  result('with a long headline', 'request-declined', [
    'answer.declined',
    'aim.conversation',
    'ground.shared',
    'mood.calm',
  ]),
  {
    name: 'result somebody shared',
    open: (page, address) =>
      byLink(page, address, 'accept-coworker/accept/', toFragment(['conduct.good', 'culture.normal', 'exposure.fine'])),
  },
  {
    name: 'result with the share sheet',
    open: async (page, address) => {
      await withAnswers(page, address, 'accept-coworker', ['conduct.good', 'culture.normal', 'exposure.fine']);
      await page.getByRole('button', { name: /^Share/ }).click();
      await page.locator('dialog[open]').waitFor();
      await page.getByRole('button', { name: 'Show a QR code' }).click();
      await page.locator('.share-code').waitFor();
    },
  },
  {
    name: 'result being kept',
    open: async (page, address) => {
      await withAnswers(page, address, 'accept-coworker', ['conduct.good', 'culture.normal', 'exposure.fine']);
      await page.getByRole('button', { name: 'Keep in my journal' }).click();
      await page.getByLabel('Nickname', { exact: true }).waitFor();
    },
  },
  {
    name: 'two opinions',
    open: (page, address) => {
      const flow = flowOf('accept-coworker');
      const code = toPair(flow, LONG, ['conduct.good', 'culture.normal', 'exposure.fine'], {
        first: 'Ana',
        second: 'Ben',
      });
      return byLink(page, address, 'accept-coworker/', code.replace(/^.*#/, ''));
    },
  },
  plain('verdict in general', 'accept-coworker/accept/', { isQuick: true }),
  plain('safety verdict in general', 'accept-coworker/protect/'),
  plain('it depends in general', 'accept-coworker/depends/'),
  plain('views', 'accept-coworker/views/', { isQuick: true }),
  {
    name: 'views with answers and marks',
    open: async (page, address) => {
      await withAnswers(page, address, 'accept-coworker', LONG, 'views/');
      await page.locator('.weigh input').first().check();
    },
  },
  plain('map', 'accept-coworker/map/', { isQuick: true }),
  {
    name: 'map with a route',
    open: (page, address) => withAnswers(page, address, 'accept-coworker', LONG, 'map/'),
  },
  plain('voices', 'voices/', { isQuick: true }),
  plain('journal, empty', 'journal/'),
  { name: 'journal', isQuick: true, open: withJournal },
  {
    name: 'journal with a decision open',
    open: async (page, address) => {
      await withJournal(page, address);
      await page.getByRole('button', { name: 'M., from finance', exact: true }).click();
      await page.locator('.asitwas').waitFor();
    },
  },
  plain('safety', 'safety/', { isQuick: true }),
  plain('about', 'about/', { isQuick: true }),
  plain('not found', 'nowhere/'),
  plain('offline', 'offline/'),
  {
    name: 'broken link',
    isQuick: true,
    open: (page, address) => byLink(page, address, 'accept-coworker/accept/', 'nothing=known&heat=lukewarm'),
  },
  {
    name: 'key dialog',
    isQuick: true,
    open: async (page, address) => {
      await open(page, address);
      await page.locator('footer').getByRole('link', { name: 'Keyboard' }).click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'appearance dialog',
    open: async (page, address) => {
      await open(page, address);
      await page.locator('footer').getByRole('link', { name: 'Appearance' }).click();
      await page.locator('dialog[open]').waitFor();
    },
  },
];
