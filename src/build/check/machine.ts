import type { Fault } from '../../content/fault.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';
import { laws } from '../laws.ts';
import { machineNames } from './machine-names.ts';
import type { MachineSource, Part, Scope } from './scope.ts';

/** How each law that a flow breaks is mended. */
export const MENDS: Readonly<Record<string, string>> = {
  'every path ends in a verdict': 'lead each option to a question or to “weighing”, and let some rule hold there',
  'every question, option, branch, rule and verdict is reached': 'lead some path there, or remove it',
  'no question comes twice': 'lead this option to a later question, or to “weighing”',
  'the machine, its table and its list of paths agree':
    'list under “answers” exactly the options that the states offer',
  'no question is idle': 'ask it only where an answer can change the verdict, or add a rule that looks at it',
  'no worse answer opens a door': 'correct the rule, or the order from better to worse',
  'an order from better to worse names options of its question': 'correct “betterToWorse”',
  'a safety answer ends at once':
    'lead it straight to “weighing”, to a verdict of openness 0 whose dissent is “safety”',
  'every verdict is supported by a claim that the answers raise': 'raise a claim that supports it, or decide otherwise',
  'every standing dissent leans the other way': 'choose a claim that speaks against the verdict',
  'every rule stands on claims that its answers raise': 'correct its “grounds”, or what the answers raise',
  'every claim named is in the ledger': 'name each claim once',
  'no name is taken': 'give it another name, in lower case with hyphens',
};

/** The laws that hold a flow together, in order: where one is broken, the next ones cannot be judged. */
const FIRST = ['no name is taken', 'every path ends in a verdict', 'no question comes twice'];

/** The laws that weigh claims, which cannot be judged while a claim is unknown. */
const OF_CLAIMS = [
  'every verdict is supported by a claim that the answers raise',
  'every standing dissent leans the other way',
  'every rule stands on claims that its answers raise',
];

/** So many sentences are told of one law and one flow; the rest is mostly the same fault again. */
const MOST = 3;

/** Where the name that a law's sentence speaks of stands in a flow's file. */
const SECTIONS: readonly (readonly [named: RegExp, section: string])[] = [
  [/“([^”]+)” rests on|rule “([^”]+)” rests/, 'grounds'],
  [/order of “([^”]+)”|the worse ([a-z-]+)\./, 'betterToWorse'],
  [/rule “([^”]+)”|^“([^”]+)” decides/, 'const rules'],
  [/fact “([^”]+)”/, 'const facts'],
  [/verdict “([^”]+)”|(?:ends in|dissent of|supports) “([^”]+)”|“([^”]+)” cannot be the name of a verdict/, 'verdicts'],
  [/question “([^”]+)”|“([^”]+)” is idle|“([^”]+)” cannot be/, 'const answers'],
];

/** Returns the line that a law's sentence speaks of. */
function lineOf(message: string, source: MachineSource): number {
  for (const [named, section] of SECTIONS) {
    const name = named.exec(message)?.slice(1).find(Boolean);
    if (name !== undefined) return source.lineOf(section, name);
  }
  const answer = message.match(/(?<![\w./-])[a-z-]+\.[a-z-]+(?![\w/-])/g)?.at(-1);
  if (answer === undefined) return 1;
  const [question = '', option = ''] = answer.split('.');
  const raises = / raises | reaches the option /.test(message);
  return raises ? source.lineOf('const answers', question, option) : source.lineOf('const machine', `'${answer}'`);
}

const hasUnknownClaim = ({ ledger }: Scope, flow: MachineFlow): boolean =>
  [
    ...Object.values(flow.answers).flatMap((options) => Object.values(options).flat()),
    ...Object.values(flow.grounds).flat(),
    ...Object.values(flow.verdicts).flatMap(({ dissent }) => (dissent === 'safety' ? [] : [dissent])),
  ].some((claim) => !Object.hasOwn(ledger, claim));

function brokenBy(scope: Scope, flow: MachineFlow, names: readonly string[]): readonly Fault[] {
  const source = scope.sourceOf(flow);
  return names.flatMap((name) => {
    const told = [...new Set(laws[name]?.(flow, scope.ledger) ?? [])]
      .map((sentence) => sentence.replace(`${flow.id}: `, '').replace(/\.$/, ''))
      // The check of claims says this better, with what may have been meant.
      .filter((sentence) => !sentence.startsWith('nobody holds the claim'));
    const more = told.length > MOST ? ` (and ${told.length - MOST} more such places)` : '';
    return told.slice(0, MOST).map((sentence, index) => ({
      file: source.file,
      line: lineOf(sentence, source),
      message: `${sentence}${index === MOST - 1 ? more : ''}: ${MENDS[name] ?? `the law is that ${name}`}`,
    }));
  });
}

function faultsOf(scope: Scope, flow: MachineFlow): readonly Fault[] {
  const misnamed = machineNames(flow, scope.sourceOf(flow));
  if (misnamed.length > 0) return misnamed;
  for (const name of FIRST) {
    const faults = brokenBy(scope, flow, [name]);
    if (faults.length > 0) return faults;
  }
  const unsure = hasUnknownClaim(scope, flow) ? OF_CLAIMS : [];
  const others = Object.keys(laws).filter((name) => !FIRST.includes(name) && !unsure.includes(name));
  return brokenBy(scope, flow, others);
}

const judged = new WeakMap<MachineFlow, { readonly ledger: string; readonly faults: readonly Fault[] }>();

/** Finds where a flow's machine names what is not there, or breaks a law; what was judged before is not judged again. */
export const machines: Part = (scope) => {
  const ledger = JSON.stringify(scope.ledger);
  return scope.flows.flatMap((flow) => {
    const known = judged.get(flow);
    if (known?.ledger === ledger) return known.faults;
    const faults = faultsOf(scope, flow);
    judged.set(flow, { ledger, faults });
    return faults;
  });
};
