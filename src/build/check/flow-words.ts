import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../content/fault.ts';
import type { Entry } from '../../content/front-matter.ts';
import { didYouMean } from '../../content/suggest.ts';
import { DONT_KNOW } from '../../domain/answer.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';
import { type Part, placeIn, type Scope } from './scope.ts';

/** Folders of the built site that hold something else, so that no flow can stand there. */
export const TAKEN_ADDRESSES: readonly string[] = [
  'voices',
  'journal',
  'safety',
  'about',
  'offline',
  'assets',
  'previews',
];

/** Returns the faults of one kind of words: what a machine names and nobody has written, and the other way round. */
function oneToOne(
  scope: Scope,
  kind: 'question' | 'rule' | 'verdict',
  folder: string,
  owners: ReadonlyMap<string, string>,
  words: Readonly<Record<string, { readonly file: string }>>,
): readonly Fault[] {
  const missing = [...owners.keys()].filter((id) => words[id] === undefined && !scope.isFaulty(`${folder}/${id}.md`));
  const orphans = Object.entries(words).filter(([id]) => !owners.has(id));
  return [
    ...missing.map((id) => ({
      file: `${folder}/${id}.md`,
      line: 1,
      message: `the ${kind} “${id}” (${owners.get(id)}) has no words: write this file`,
    })),
    ...orphans.map(([id, { file }]) => {
      const meant = didYouMean(id, missing.length > 0 ? missing : owners.keys());
      return {
        file,
        line: 1,
        message: `the machine has no ${kind} “${id}”: ${meant}rename this file, or remove it`,
      };
    }),
  ];
}

/** Returns a fault for each text that says the same as one before it. */
function repeated(
  texts: readonly { readonly id: string; readonly text: string; readonly file: string; readonly line: number }[],
  what: string,
): readonly Fault[] {
  const first = new Map<string, string>();
  return texts.flatMap(({ id, text, file, line }) => {
    const key = text.trim().toLowerCase();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, id);
      return [];
    }
    return [{ file, line, message: `this ${what} is the same as that of “${before}”: say how they differ` }];
  });
}

type QuestionEntry = Scope['content']['flows'][string]['questions'][string];

function optionFaults(scope: Scope, flow: MachineFlow, question: string, entry: QuestionEntry): readonly Fault[] {
  const source = scope.sourceOf(flow);
  const offered = Object.keys(flow.answers[question] ?? {});
  const worded = Object.keys(entry.data.options);
  const missing = offered.filter((option) => !worded.includes(option));
  const orphans = worded.filter((option) => !offered.includes(option));
  const at = (path: readonly string[], message: string): Fault => ({
    file: entry.file,
    line: entry.lineOf(path),
    message,
  });
  const isOutOfOrder = missing.length === 0 && orphans.length === 0 && worded.join() !== offered.join();
  return [
    ...missing.map((option) =>
      at(
        ['options'],
        `the option “${option}” (${placeIn(source, 'const answers', question, option)}) has no words: give it a label and an “if”`,
      ),
    ),
    ...orphans.map((option) => {
      const mend =
        option === DONT_KNOW
          ? 'the page adds “I don’t know yet” by itself: remove it'
          : `the machine offers no option “${option}”: ${didYouMean(option, missing.length > 0 ? missing : offered)}rename it, or remove it`;
      return at(['options', option], mend);
    }),
    ...(isOutOfOrder
      ? [
          at(
            ['options'],
            `the options stand in another order than in ${placeIn(source, 'const answers', question)}: put them as ${offered.join(', ')}`,
          ),
        ]
      : []),
    ...repeated(
      worded.map((option) => ({
        id: option,
        text: entry.data.options[option]?.label ?? '',
        file: entry.file,
        line: entry.lineOf(['options', option]),
      })),
      'label',
    ),
  ];
}

function wordsOfFlow(scope: Scope, flow: MachineFlow): readonly Fault[] {
  const folder = `content/flows/${flow.id}`;
  const source = scope.sourceOf(flow);
  const words = scope.content.flows[flow.id];
  if (words === undefined) {
    if (existsSync(join(scope.root, folder))) return [];
    const message = `the flow “${flow.id}” (${source.file}) has no words: write this file and those beside it`;
    return [{ file: `${folder}/index.md`, line: 1, message }];
  }
  const owned = (ids: Iterable<string>, section: string): ReadonlyMap<string, string> =>
    new Map([...ids].map((id) => [id, placeIn(source, section, id)]));
  const { questions, rules, verdicts } = words;
  return [
    ...oneToOne(scope, 'question', `${folder}/questions`, owned(Object.keys(flow.answers), 'const answers'), questions),
    ...oneToOne(scope, 'rule', `${folder}/rules`, owned(Object.keys(flow.rules), 'const rules'), rules),
    ...oneToOne(scope, 'verdict', `${folder}/verdicts`, owned(Object.keys(flow.verdicts), 'verdicts'), verdicts),
    ...Object.entries(questions).flatMap(([question, entry]) =>
      flow.answers[question] === undefined ? [] : optionFaults(scope, flow, question, entry),
    ),
    ...repeated(textsOf(questions, 'question'), 'question'),
    ...repeated(textsOf(rules, 'rule'), 'sentence'),
    ...repeated(textsOf(verdicts, 'headline'), 'headline'),
  ];
}

const textsOf = <K extends string>(entries: Readonly<Record<string, Entry<Record<K, string>>>>, field: K) =>
  Object.entries(entries).map(([id, { data, file, lineOf }]) => ({
    id,
    text: data[field],
    file,
    line: lineOf([field]),
  }));

/** Finds flows, questions, options, rules and verdicts without words, words without owner, and words said twice. */
export const flowWords: Part = (scope) => {
  const { flows, content } = scope;
  const ids = flows.map(({ id }) => id);
  const unworded = ids.filter((id) => content.flows[id] === undefined);
  const orphans = Object.entries(content.flows).filter(([id]) => !ids.includes(id));
  const twice = flows.filter(({ id }, index) => ids.indexOf(id) !== index);
  return [
    ...flows.flatMap((flow) => wordsOfFlow(scope, flow)),
    ...orphans.map(([id, { index }]) => ({
      file: index.file,
      line: 1,
      message: `src/flows/index.ts lists no flow “${id}”: ${didYouMean(id, unworded)}rename the folder, list the flow, or remove these words`,
    })),
    ...twice.map((flow) => ({
      file: scope.sourceOf(flow).file,
      line: scope.sourceOf(flow).lineOf(flow.id),
      message: `two flows are called “${flow.id}”: an id is an address, give one of them another`,
    })),
    ...flows
      .filter(({ id }) => TAKEN_ADDRESSES.includes(id))
      .map((flow) => ({
        file: scope.sourceOf(flow).file,
        line: scope.sourceOf(flow).lineOf(flow.id),
        message: `“${flow.id}” is the address of another page: give the flow another id`,
      })),
    ...repeated(
      Object.entries(content.flows).map(([id, { index }]) => ({
        id,
        text: index.data.title,
        file: index.file,
        line: index.lineOf(['title']),
      })),
      'title',
    ),
  ];
};
