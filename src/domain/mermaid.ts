import { type Answer, optionOf, questionOf } from './answer.ts';
import type { Condition } from './condition.ts';
import type { Flow } from './flow.ts';
import { type Route, WEIGHING } from './routes.ts';

const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const isOneOf = (is: string, answers: readonly Answer[]): readonly string[] =>
  [...new Set(answers.map(questionOf))].map((question) => {
    const options = answers.filter((answer) => questionOf(answer) === question).map(optionOf);
    return `${question} ${is} ${either(options)}`;
  });

const joined = (word: string, parts: readonly Condition[]): string =>
  parts
    .map((part) => (wordsOf(part).includes(' or ') && word === 'and' ? `(${wordsOf(part)})` : wordsOf(part)))
    .join(` ${word} `);

/** Returns a condition in words: “conduct is good and exposure is private”. */
export function wordsOf(condition: Condition): string {
  if ('said' in condition) return isOneOf('is', condition.said).join(' or ');
  if ('all' in condition) return joined('and', condition.all);
  if ('any' in condition) return joined('or', condition.any);
  if ('said' in condition.not) return isOneOf('is not', condition.not.said).join(' and ');
  return `not (${wordsOf(condition.not)})`;
}

/** The id of a node: a prefix keeps it apart from Mermaid’s own words (`end`, `default`). */
const node = {
  question: (id: string): string => (id === WEIGHING ? WEIGHING : `q_${id}`),
  rule: (id: string): string => `r_${id}`,
  verdict: (id: string): string => `v_${id}`,
};

/** Returns what must hold for one of an option’s edges to be taken, once those before it were not. */
function when(flow: Flow, route: Route, index: number): string {
  const condition = route.fact === undefined ? undefined : flow.facts[route.fact];
  if (condition === undefined) return index === 0 ? '' : ', otherwise';
  return `${index === 0 ? ', if' : ', else if'} ${wordsOf(condition)}`;
}

/** Returns the edges out of a question; options that lead the same way share one. */
function edgesOf(flow: Flow, question: string): readonly string[] {
  const optionsBy = new Map<string, readonly string[]>();
  for (const [option, routes] of Object.entries(flow.routes.questions[question] ?? {})) {
    for (const [index, route] of routes.entries()) {
      const way = `${when(flow, route, index)}"| ${node.question(route.to)}`;
      optionsBy.set(way, [...(optionsBy.get(way) ?? []), option]);
    }
  }
  return [...optionsBy].map(([way, options]) => `${node.question(question)} -->|"${either(options)}${way}`);
}

const questionLines = (flow: Flow): readonly string[] =>
  Object.keys(flow.routes.questions).flatMap((question) => [
    `${node.question(question)}{{"${question}"}}`,
    ...edgesOf(flow, question),
  ]);

const weighingLines = (flow: Flow): readonly string[] =>
  flow.routes.weighing.flatMap(({ rule, verdict }, index, rules) => {
    const words = flow.rules[rule] === undefined ? '' : `<br>${wordsOf(flow.rules[rule])}`;
    const before = index === 0 ? `${WEIGHING} -->` : `${node.rule(rules[index - 1]?.rule ?? '')} -->|"otherwise"|`;
    return [
      `${node.rule(rule)}["${index + 1}. ${rule}${words}"]`,
      `${before} ${node.rule(rule)}`,
      `${node.rule(rule)} -->|"holds"| ${node.verdict(verdict)}`,
    ];
  });

/** Returns a flow as a Mermaid flowchart: its questions and ways, then its rules in order, each with its verdict. */
export const mermaidOf = (flow: Flow): string =>
  [
    'flowchart TD',
    `start(["${flow.id}"]) --> ${node.question(flow.routes.first)}`,
    ...questionLines(flow),
    `${WEIGHING}(["${WEIGHING}: the first rule that holds decides"])`,
    ...weighingLines(flow),
    ...Object.entries(flow.verdicts).map(
      ([id, { openness }]) => `${node.verdict(id)}(["${id}<br>openness ${openness}"])`,
    ),
  ]
    .map((line, index) => (index === 0 ? line : `  ${line}`))
    .join('\n')
    .concat('\n');
