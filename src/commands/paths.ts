import { fileURLToPath } from 'node:url';
import { type Answer, answerTo, optionOf, questionOf } from '../domain/answer.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { type Path, pathsOf } from '../domain/paths.ts';
import { flows } from '../flows/index.ts';
import { flowNamed, parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';
import { print } from './output.ts';

const ALLOWED = 'What is allowed: --flow <id>, --answer <question.option> (as often as you like), --json, --help.';

const HELP = `Lists every path of every flow: its answers, the rule that decides and the verdict.

  --flow <id>                  this flow only; the flows: ${flows.map(({ id }) => id).join(', ')}
  --answer <question.option>   only paths with this answer; two answers to one question mean either
  --json                       an array of { flow, answers, rule, verdict } and nothing else

As a script of npm: npm run --silent paths -- --json`;

/** What a person asks to see. */
export interface Wish {
  readonly flow?: string | undefined;
  readonly answer?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
}

/** A path as `--json` writes it. */
export interface PathRecord {
  readonly flow: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly verdict: string;
}

interface FlowPaths {
  readonly flow: MachineFlow;
  readonly paths: readonly Path[];
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** Returns the answer that a person wrote, or refuses with what these flows ask and offer. */
function answerNamed(text: string, among: readonly MachineFlow[]): Answer {
  const answer = (text.includes('.') ? text : `${text}.`) as Answer;
  const [question, option] = [questionOf(answer), optionOf(answer)];
  const where = among.length === 1 ? `${among[0]?.id} ` : '';
  const options = distinct(among.flatMap(({ answers }) => Object.keys(answers[question] ?? {})));
  if (options.length === 0) {
    const asked = distinct(among.flatMap(({ answers }) => Object.keys(answers))).join(', ');
    throw new UnusableOption(
      `“${text}” answers no question that ${where || 'a flow '}asks; the questions are ${asked}.`,
    );
  }
  if (options.includes(option)) return answer;
  const offered = options.map((one) => answerTo(question, one)).join(', ');
  throw new UnusableOption(
    `“${text}” is not an answer that ${where || 'a flow '}offers; to “${question}” it is ${offered}.`,
  );
}

const hasThese =
  (answers: readonly Answer[]) =>
  ({ trail }: Path): boolean =>
    distinct(answers.map(questionOf)).every((question) =>
      answers.some((answer) => questionOf(answer) === question && trail.includes(answer)),
    );

/**
 * Returns the paths that are wished for, flow by flow.
 * @throws UnusableOption where the wish names a flow or an answer that does not exist.
 */
export function pathsWished({ flow, answer = [] }: Wish): readonly FlowPaths[] {
  const among = flow === undefined ? flows : [flowNamed(flow)];
  const answers = answer.map((text) => answerNamed(text, among));
  return among
    .map((one) => ({ flow: one, paths: pathsOf(one).filter(hasThese(answers)) }))
    .filter(({ paths }) => paths.length > 0);
}

/** Returns paths as records, flow by flow. */
export const asRecords = (found: readonly FlowPaths[]): readonly PathRecord[] =>
  found.flatMap(({ flow, paths }) =>
    paths.map(({ trail, rule, verdict }) => ({
      flow: flow.id,
      answers: Object.fromEntries(trail.map((answer) => [questionOf(answer), optionOf(answer)])),
      rule,
      verdict,
    })),
  );

const counted = (paths: readonly Path[]): string => `${paths.length} ${paths.length === 1 ? 'path' : 'paths'}`;

const verdictLines = (verdict: string, openness: number, paths: readonly Path[]): readonly string[] => [
  '',
  `  ${verdict}, openness ${openness}: ${counted(paths)}`,
  ...paths.map(({ trail, rule }) => `    ${trail.join(', ')} → ${verdict} by ${rule}`),
];

/** Returns paths in words: by flow, then by verdict. */
export const asText = (found: readonly FlowPaths[]): string =>
  found.length === 0
    ? 'No path has these answers.'
    : found
        .map(({ flow, paths }) =>
          [
            `${flow.id}: ${counted(paths)}`,
            ...Object.entries(flow.verdicts).flatMap(([verdict, { openness }]) => {
              const ending = paths.filter((path) => path.verdict === verdict);
              return ending.length === 0 ? [] : verdictLines(verdict, openness, ending);
            }),
          ].join('\n'),
        )
        .join('\n\n');

/** Returns the wish that a command line spells out. */
export function wishFrom(args: readonly string[]): Wish {
  const options = {
    flow: { type: 'string' },
    answer: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  return parsed({ args: [...args], options }, ALLOWED).values;
}

const main = async (args: readonly string[]): Promise<void> => {
  const wish = wishFrom(args);
  if (wish.help) return print(HELP);
  const found = pathsWished(wish);
  print(wish.json ? JSON.stringify(asRecords(found), null, 2) : asText(found));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
