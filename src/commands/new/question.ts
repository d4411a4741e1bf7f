import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { laws, SUPPORTING } from '../../build/laws.ts';
import { type Answer, answerTo } from '../../domain/answer.ts';
import type { Ledger } from '../../domain/claim.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';
import { pathsOf } from '../../domain/paths.ts';
import type { ClaimId } from '../../domain/questionnaire.ts';
import { WEIGHING } from '../../domain/routes.ts';
import { UnusableOption } from '../options.ts';
import { camel, inWords, quoted, slug } from './names.ts';
import type { Change } from './transaction.ts';

/** What an example question is made from. */
export interface QuestionWish {
  readonly flow: MachineFlow;
  readonly id: string;
  readonly title: string;
}

/**
 * Returns the id of a question that may be added to a flow.
 * @throws UnusableOption where it is no id, or is taken.
 */
export function newQuestionId(flow: MachineFlow, id: string): string {
  slug(id, 'question');
  if (flow.machine.config.states?.[id] !== undefined || id === WEIGHING || id === 'ask')
    throw new UnusableOption(`“${id}” is taken in ${flow.id}: choose another id.`);
  return id;
}

/** Returns a question that nobody has worded yet. */
export const questionTitle = (id: string): string => `An example: is there more to ${inWords(id)}?`;

/** Where a question can be put in so that the flow keeps every law. */
export interface Place {
  /** The answer after which it is asked. */
  readonly after: Answer;
  /** The rule that decides there today; the new one goes before it. */
  readonly before: string;
  readonly rule: string;
  /** The verdict of the new rule, and the claim that it rests on. */
  readonly verdict: string;
  readonly claim: ClaimId;
}

const ruleName = (id: string): string => `${camel(id)}SaysNo`;

/** Returns a flow with the question in it, as data: enough for the laws, which walk the table. */
function withQuestion(flow: MachineFlow, id: string, { after, before, rule, verdict, claim }: Place): MachineFlow {
  const [question = '', option = ''] = after.split('.');
  return {
    ...flow,
    answers: { ...flow.answers, [id]: { yes: [], no: [claim] } },
    rules: { ...flow.rules, [rule]: { said: [answerTo(id, 'no')] } },
    grounds: { ...flow.grounds, [rule]: [claim] },
    routes: {
      ...flow.routes,
      questions: {
        ...flow.routes.questions,
        [question]: { ...flow.routes.questions[question], [option]: [{ to: id }] },
        [id]: { yes: [{ to: WEIGHING }], no: [{ to: WEIGHING }] },
      },
      weighing: flow.routes.weighing.flatMap((edge) => (edge.rule === before ? [{ rule, verdict }, edge] : [edge])),
    },
  };
}

/** Returns the places that a question may have, the likeliest first. */
function* places(flow: MachineFlow, id: string, ledger: Ledger): Generator<Place> {
  const paths = pathsOf(flow);
  const rule = ruleName(id);
  for (const after of new Set(paths.map(({ trail }) => trail.at(-1) as Answer))) {
    const [question = '', option = ''] = after.split('.');
    const routes = flow.routes.questions[question]?.[option] ?? [];
    const ending = paths.filter(({ trail }) => trail.at(-1) === after);
    const today = ending.map((path) => flow.verdicts[path.verdict]);
    const isPlain = routes.length === 1 && routes[0]?.fact === undefined;
    if (!isPlain || today.some((one) => one?.dissent === 'safety')) continue;
    const before = flow.routes.weighing.find((edge) => ending.some((path) => path.rule === edge.rule))?.rule ?? '';
    const most = Math.max(...today.map((one) => one?.openness ?? 0));
    for (const [verdict, { openness, dissent }] of Object.entries(flow.verdicts)) {
      if (ending.every((path) => path.verdict === verdict) || dissent === 'safety' || openness > most) continue;
      const claims = (Object.keys(ledger) as ClaimId[]).filter((claim) => {
        const lean = ledger[claim];
        const isOfFlow = Object.values(flow.sides).some((voice) => claim.startsWith(`${voice}/`));
        return isOfFlow && claim !== dissent && lean !== undefined && SUPPORTING[openness].includes(lean);
      });
      for (const claim of claims.slice(0, 2)) yield { after, before, rule, verdict, claim };
    }
  }
}

const WALKED = Object.entries(laws).filter(([name]) => name !== 'the machine, its table and its list of paths agree');

/**
 * Returns where a question can be put in so that the flow keeps every law.
 * @throws UnusableOption where there is no such place.
 */
function placeFor(flow: MachineFlow, id: string, ledger: Ledger): Place {
  for (const place of places(flow, id, ledger)) {
    const changed = withQuestion(flow, id, place);
    if (WALKED.every(([, law]) => law(changed, ledger).length === 0)) return place;
  }
  throw new UnusableOption(`No place was found in ${flow.id} where one more question keeps every law: add it by hand.`);
}

/** Returns a text with one more passage after the last match of `at` that begins behind `from`. */
function inserted(text: string, file: string, from: string, at: RegExp, passage: string): string {
  const start = text.indexOf(from);
  const match = start === -1 ? null : at.exec(text.slice(start));
  if (match === null)
    throw new UnusableOption(
      `${file} is not laid out as this command expects (“${from}” …): add the question by hand.`,
    );
  const end = start + match.index;
  return text.slice(0, end) + passage + text.slice(end);
}

/** Returns the source of a flow's machine with the question in it. */
export function machineWith(source: string, file: string, id: string, place: Place): string {
  const { after, before, rule, verdict, claim } = place;
  const edge = new RegExp(`('${after}': )'${WEIGHING}'`);
  if (!edge.test(source))
    throw new UnusableOption(
      `${file} is not laid out as this command expects (“'${after}'” …): add the question by hand.`,
    );
  const key = id.includes('-') ? `'${id}'` : id;
  const edits: readonly (readonly [from: string, at: RegExp, passage: string])[] = [
    ['const answers = {', /^\} as const;/m, `  ${key}: {\n    yes: [],\n    no: ['${claim}'],\n  },\n`],
    ['const rules = guards({', /^\}\);/m, `  ${rule}: said('${id}.no'),\n`],
    [
      '    states: {',
      /^ {6}weighing: \{/m,
      `      ${key}: {\n        exit: 'record',\n        on: { '${id}.yes': 'weighing', '${id}.no': 'weighing' },\n      },\n`,
    ],
    ['      weighing: {', new RegExp(`^ {10}rule\\('${before}'`, 'm'), `          rule('${rule}', '${verdict}'),\n`],
    ['  grounds: {', /^ {2}\},/m, `    ${rule}: ['${claim}'],\n`],
  ];
  return edits.reduce(
    (text, [from, at, passage]) => inserted(text, file, from, at, passage),
    source.replace(edge, `$1'${id}'`),
  );
}

const questionFile = (title: string, id: string): string => `---
question: ${quoted(title)}
topic: ${inWords(id)}
options:
  yes: { label: "Yes: go on as before", if: "If you said yes to this" }
  no: { label: "No", if: "If you said no to this" }
find-out: Say here how somebody who does not know yet might find out.
---
Say here why we ask, and what hangs on it. Do not show which way the options pull.
`;

const ruleFile = (id: string): string => `---
rule: ${quoted(`An example: you said no to ${inWords(id)}`)}
---
Say here, in a sentence or two, why that decides. End in the sense of the verdict.
`;

/** Returns the files of an example question: the machine that asks it, its words, and those of its rule. */
export function questionChanges(root: string, { flow, id, title }: QuestionWish, ledger: Ledger): readonly Change[] {
  const place = placeFor(flow, id, ledger);
  const file = `src/flows/${flow.id}.ts`;
  return [
    { path: file, text: machineWith(readFileSync(join(root, file), 'utf8'), file, id, place) },
    { path: `content/flows/${flow.id}/questions/${id}.md`, text: questionFile(title, id) },
    { path: `content/flows/${flow.id}/rules/${place.rule}.md`, text: ruleFile(id) },
  ];
}
