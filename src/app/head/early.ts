// The questions that may come next stand in the page as templates; this shows them until React takes over. It writes the
// same history entries as src/app/flow/session.ts, so that React goes on from the recorded answers.

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

function readTable(): Table | undefined {
  // The table stands at the page's end, and may have arrived in part.
  if (document.readyState === 'loading') return undefined;
  const text = document.getElementById('routes')?.textContent;
  if (text) table ??= JSON.parse(text) as Table;
  return table;
}

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

function show(state: State): void {
  const shown = document.querySelector('.asking form');
  const found = table && questionAfter(table, state.answers);
  dataset['early'] = '';
  if (!shown) return;
  const template = document.querySelector<HTMLTemplateElement>(`template[data-question="${found}"]`);
  if (!template || state.changing || state.returning) {
    // Only the code knows what comes next: the page waits for it.
    shown.toggleAttribute('inert', true);
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
  document.title = document.title.replace(/^Question \d+/, number);
  scrollTo(0, 0);
  form.querySelector('h1')?.focus({ preventScroll: true });
}

function commit(form: HTMLFormElement, flow: string): void {
  const question = form.dataset['question'];
  const option = new FormData(form).get('answer');
  if (typeof option !== 'string') {
    form.querySelector('input')?.focus();
    return;
  }
  const state = stateNow(flow);
  const answer = `${question}.${option}`;
  const later = state.later.filter((known) => known.split('.')[0] !== question);
  history.replaceState({ ...state, later: [answer, ...later] }, '');
  const next: State = { version: 2, flow, answers: [...state.answers, answer], later, depth: state.depth + 1 };
  if (state.ask) next.ask = state.ask;
  history.pushState(next, '', location.pathname);
  show(next);
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
      if (dataset['live'] === 'soon' || !flow || location.hash.includes('=')) queued = form;
      else commit(form, flow);
    },
    true,
  );
  addEventListener('popstate', () => {
    const flow = readTable()?.flow;
    if (!isLive() && flow) show(stateNow(flow));
  });
  document.addEventListener('counterpoint:live', () => {
    delete dataset['waiting'];
    if (queued) document.querySelector<HTMLFormElement>('form[data-question]')?.requestSubmit();
  });
  document.addEventListener('DOMContentLoaded', () => {
    const flow = readTable()?.flow;
    if (!flow || location.hash.includes('=')) return;
    if (dataset['restoring'] === '') show(stateNow(flow));
    // What was pressed before the whole page had come; while React attaches itself, it is React's.
    if (queued && dataset['live'] === undefined) {
      commit(queued, flow);
      queued = undefined;
    }
  });
}
