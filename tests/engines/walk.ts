import { same } from '../browser/harness.ts';
import { type Engine, EngineFailure, type Tab, until } from './tab.ts';

const TRAIL = [
  ['conduct', 'difficult'],
  ['heat', 'cooled'],
  ['pattern', 'settled'],
  ['talked', 'unchanged'],
  ['stakes', 'partnership'],
  ['meaning', 'contact'],
] as const;

const LIVE = `document.documentElement.dataset.live === 'yes'`;
const HEADING = `document.querySelector('h1')?.textContent?.replace(/\\s+/g, ' ')`;
const ADDRESS = 'location.href';
const asks = (question: string): string =>
  `document.querySelector('form[data-question]')?.dataset.question === '${question}'`;
const isChosen = (option: string): string => `document.querySelector('form input:checked')?.value === '${option}'`;

async function answer(tab: Tab, question: string, option: string): Promise<void> {
  await until(tab, asks(question), `the question ${question}`);
  await tab.click(`form[data-question="${question}"] label:has(input[value="${option}"])`);
  await until(tab, isChosen(option), `the choice ${option}`);
  await tab.click(`form[data-question="${question}"] button[type="submit"]`);
  await until(tab, `!(${asks(question)})`, `what follows ${question}`);
}

const shows = (tab: Tab, heading: string, what: string): Promise<void> =>
  until(tab, `${HEADING} === ${JSON.stringify(heading)}`, what);

/** A step of the walk-through: it passes unless it throws. */
export interface Step {
  readonly name: string;
  run(): Promise<void>;
}

const RESULT = 'Accept, with boundaries.';
const CHANGED = 'Talk first, then decide.';

/** Returns the walk-through in order: home, questions, result, the link in a second profile, Change, Back, Reload. */
export function walkThrough(engine: Engine, home: string): readonly Step[] {
  let tab: Tab;
  let link = '';
  const questions = `${home}accept-coworker/`;
  return [
    {
      name: 'leads from the home page to the first question',
      run: async () => {
        tab = await engine.open();
        await tab.goto(home);
        await tab.click('.dilemmas a[href$="accept-coworker/"]');
        await until(tab, asks('conduct'), 'the first question');
        await until(tab, LIVE, 'the code');
      },
    },
    {
      name: 'asks the questions and shows the result, the address unchanged',
      run: async () => {
        for (const [question, option] of TRAIL) await answer(tab, question, option);
        await shows(tab, RESULT, 'the result');
        same(await tab.evaluate(ADDRESS), questions, 'the address');
        same(await tab.evaluate('document.activeElement?.tagName'), 'H1', 'what has the focus');
      },
    },
    {
      name: 'keeps the result over a reload',
      run: async () => {
        await tab.reload();
        await until(tab, LIVE, 'the code');
        await shows(tab, RESULT, 'the result');
      },
    },
    {
      name: 'goes back to the last question and shows the answer given',
      run: async () => {
        await tab.back();
        await until(tab, `${asks('meaning')} && ${isChosen('contact')}`, 'the last question with its answer');
        await answer(tab, 'meaning', 'contact');
        await shows(tab, RESULT, 'the result');
      },
    },
    {
      name: 'writes a link that carries the answers',
      run: async () => {
        await tab.click('button[aria-haspopup="dialog"].quiet.small');
        await until(tab, `document.querySelector('dialog[open] code')`, 'the share sheet');
        link = String(await tab.evaluate(`document.querySelector('dialog[open] code').textContent`));
        if (!link.startsWith(`${questions}boundaries/#conduct=difficult`))
          throw new EngineFailure(`the link is ${link}`);
      },
    },
    {
      name: 'opens the link in a second profile, and takes the answers out of the address',
      run: async () => {
        tab = await engine.open();
        await tab.goto(link);
        await until(tab, LIVE, 'the code');
        await shows(tab, RESULT, 'the result');
        same(await tab.evaluate(ADDRESS), `${questions}boundaries/`, 'the address');
      },
    },
    {
      name: 'changes an answer, asks nothing else, and shows the other result',
      run: async () => {
        const change = `[...document.querySelectorAll('button')].find((button) => /^Change: Have the two of you/.test(button.textContent))`;
        await until(tab, change, 'the way to change an answer');
        // No selector finds a button by its words.
        await tab.evaluate(`(${change}.id = 'to-change')`);
        await tab.click('#to-change');
        await until(tab, `${asks('talked')} && ${isChosen('unchanged')}`, 'the earlier answer');
        await answer(tab, 'talked', 'not-yet');
        await shows(tab, CHANGED, 'the changed result');
      },
    },
    {
      name: 'goes back to the result before the change, and keeps it over a reload',
      run: async () => {
        await tab.back();
        await until(tab, asks('talked'), 'the question that was changed');
        await tab.back();
        await shows(tab, RESULT, 'the result before');
        await tab.reload();
        await until(tab, LIVE, 'the code');
        await shows(tab, RESULT, 'the result after the reload');
      },
    },
    ...(engine.complaints
      ? [{ name: 'says nothing in the console', run: async () => same(engine.complaints, [], 'what the console says') }]
      : []),
  ];
}
