import type { AskingWords } from '../content/words.ts';
import type { Atom, When } from './ways.ts';

const quoted = (labels: readonly string[]): string => {
  const all = labels.map((label) => `“${label}”`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
};

const labelsOf = (asking: AskingWords, { question, options }: Atom): readonly string[] =>
  options.map((option) => asking.questions[question]?.labels[option] ?? option);

const head = (label: string): string => label.split(':')[0] ?? label;

/** Returns labels cut at their colons, where what is left still tells a question's options apart. */
function shortLabels(asking: AskingWords, atom: Atom): readonly string[] {
  const heads = Object.values(asking.questions[atom.question]?.labels ?? {}).map(head);
  const labels = labelsOf(asking, atom);
  return new Set(heads).size === heads.length ? labels.map(head) : labels;
}

const spelled = (when: When | 'otherwise', atomWords: (atom: Atom) => string, start: string): string =>
  when === 'otherwise'
    ? 'otherwise'
    : `${start}${when.map((group) => group.map(atomWords).join(' and ')).join(', or ')}`;

/** Returns a condition as the drawing says it, by the questions' numbers: “if 1 is “I hardly know them””. */
export const shortWhen = (asking: AskingWords, order: readonly string[], when: When | 'otherwise'): string =>
  spelled(when, (atom) => `${order.indexOf(atom.question) + 1} is ${quoted(shortLabels(asking, atom))}`, 'if ');

/** Returns a condition as the list says it: “if you said “Not yet” about whether you’ve talked about it”. */
export const longWhen = (asking: AskingWords, when: When | 'otherwise'): string =>
  spelled(
    when,
    (atom) => `${quoted(labelsOf(asking, atom))} about ${asking.questions[atom.question]?.topic ?? atom.question}`,
    'if you said ',
  );
