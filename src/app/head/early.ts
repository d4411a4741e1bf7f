// The questions that may come next stand in the page as templates; this shows them until React takes over. It writes the
// same history entries as src/app/flow/session.ts, so that React goes on from the recorded answers.

import { holdsLink } from '../../link/entry.ts';
import { fetchCode } from './painting.ts';

type Condition = { said: string[] } | { all: Condition[] } | { any: Condition[] } | { not: Condition };

interface Table {
  flow: string;
  first: string;
  routes: Record<string, Record<string, [to: string, fact?: Condition][]>>;
}

interface State {
  version: 2;
  flow: string;
  answers: string[];
  later: string[];
  depth: number;
  changing?: string;
  returning?: boolean;
  ask?: string;
}

const holds = (condition: Condition, answers: string[]): boolean => {
  if ('said' in condition) return condition.said.some((answer) => answers.includes(answer));
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  return !holds(condition.not, answers);
};

const { dataset } = document.documentElement;
const isLive = (): boolean => dataset['live'] === 'yes';
let table: Table | undefined;

/** Returns an element that has arrived whole: something follows it, or the page is at its end. */
const whole = <T extends Element>(element: T | null): T | undefined =>
  element?.nextElementSibling || document.readyState !== 'loading' ? (element ?? undefined) : undefined;

function readTable(): Table | undefined {
  if (table) return table;
  const text = whole(document.getElementById('routes'))?.textContent;
  if (text) table = JSON.parse(text) as Table;
  return table;
}

const templateOf = (question: string | undefined): HTMLTemplateElement | undefined =>
  whole(document.querySelector<HTMLTemplateElement>(`template[data-question="${question}"]`));

const stateNow = (flow: string): State => {
  const state = history.state as State | null;
  return state?.version === 2 && state.flow === flow ? state : { version: 2, flow, answers: [], later: [], depth: 0 };
};

/** Returns the question after these answers; undefined where only the code can tell (an unknown, or a result). */
export function questionAfter({ first, routes }: Table, answers: string[]): string | undefined {
  let question: string | undefined = first;
  for (const answer of answers) {
    const [asked, option] = answer.split('.') as [string, string];
    const edges: [string, Condition?][] | undefined = asked === question ? routes[asked]?.[option] : undefined;
    question = edges?.find(([, fact]) => !fact || holds(fact, answers))?.[0];
  }
  return question;
}

/**
 * Shows what comes after a state's answers, and records it meanwhile: history has the browser lay out the page, which is
 * then the new one.
 */
function show(state: State, record = (): void => {}): void {
  const shown = document.querySelector('.asking form');
  const found = table && questionAfter(table, state.answers);
  const template = templateOf(found);
  dataset['early'] = '';
  if (!shown || !template || state.changing || state.returning) {
    record();
    // Only the code knows what comes next: the page waits for it.
    fetchCode();
    shown?.toggleAttribute('inert', true);
    dataset['waiting'] = '';
    return;
  }
  const form = template.content.firstElementChild?.cloneNode(true) as HTMLFormElement;
  const kicker = form.querySelector('.kicker');
  const number = `Question ${state.answers.length + 1}`;
  if (kicker) kicker.textContent = number;
  const known = state.later.find((answer) => answer.split('.')[0] === found);
  const input = known && form.querySelector<HTMLInputElement>(`input[value="${known.split('.')[1]}"]`);
  if (input) input.checked = true;
  shown.replaceWith(form);
  delete dataset['waiting'];
  delete dataset['restoring'];
  record();
  document.title = document.title.replace(/^Question \d+/, number);
  scrollTo(0, 0);
  form.querySelector('h1')?.focus({ preventScroll: true });
}

/** Commits the answer of a form; false where the page has not come far enough for that. */
function commit(form: HTMLFormElement, flow: string): boolean {
  const question = form.dataset['question'];
  const option = new FormData(form).get('answer');
  if (typeof option !== 'string') {
    form.querySelector('input')?.focus();
    return true;
  }
  const state = stateNow(flow);
  const answer = `${question}.${option}`;
  // A question that this entry does not ask is an old one, which Forward has left standing; a change is for the code.
  if (state.changing || (table && questionAfter(table, state.answers) !== question)) return false;
  const answers = [...state.answers, answer];
  const found = table && questionAfter(table, answers);
  if (document.readyState === 'loading' && !templateOf(found)) return false;
  const later = state.later.filter((known) => known.split('.')[0] !== question);
  const next: State = { version: 2, flow, answers, later, depth: state.depth + 1 };
  if (state.ask) next.ask = state.ask;
  show(next, () => {
    history.replaceState({ ...state, later: [answer, ...later] }, '');
    history.pushState(next, '', location.pathname);
  });
  return true;
}

/** Answers presses of Continue, Back and Forward until React takes over. */
export function answerEarly(): void {
  if (dataset['page'] !== 'questions') return;
  let queued: HTMLFormElement | undefined;
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement;
      if (isLive() || !form.dataset['question']) return;
      event.preventDefault();
      const flow = readTable()?.flow;
      // While React attaches itself, the press waits for it; a link is read by the code alone.
      const isLate = dataset['live'] === 'soon' || !flow || holdsLink(location.hash);
      queued = isLate || !commit(form, flow) ? form : undefined;
    },
    true,
  );
  addEventListener('popstate', () => {
    const flow = readTable()?.flow;
    // An anchor typed into the address makes an entry without a state.
    const isAnchor = history.state === null && location.hash !== '' && !holdsLink(location.hash);
    if (!isLive() && flow && !isAnchor) show(stateNow(flow));
  });
  document.addEventListener('counterpoint:live', () => {
    delete dataset['waiting'];
    const form = document.querySelector<HTMLFormElement>('form[data-question]');
    // What a link or an entry has led to since was not what the press was for.
    if (queued && form?.dataset['question'] === queued.dataset['question']) form?.requestSubmit();
  });
  document.addEventListener('DOMContentLoaded', () => {
    const flow = readTable()?.flow;
    if (!flow || holdsLink(location.hash)) return;
    // What could not be shown before the whole page had come may be shown now.
    if (dataset['restoring'] === '' || dataset['waiting'] === '') show(stateNow(flow));
    // What was pressed before the whole page had come; while React attaches itself, it is React's.
    if (queued && dataset['live'] === undefined) {
      commit(queued, flow);
      queued = undefined;
    }
  });
}
