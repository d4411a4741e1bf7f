import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TAKEN_ADDRESSES } from '../../build/check/flow-words.ts';
import type { Content } from '../../content/load.ts';
import type { Lean } from '../../domain/claim.ts';
import { UnusableOption } from '../options.ts';
import { camel, capital, inWords, quoted, slug } from './names.ts';
import type { Change } from './transaction.ts';
import type { SideVoice } from './voice.ts';

/** What an example flow is made from. */
export interface FlowWish {
  readonly id: string;
  /** The dilemma as a question. */
  readonly title: string;
  /** The voice of each side: one of those there are, by its id, or a new one. */
  readonly closed: string | SideVoice;
  readonly open: string | SideVoice;
}

/** The voice of a side: its id, what it is called, and two claims (the same twice where there is one). */
interface Speaker {
  readonly id: string;
  readonly short: string;
  readonly claims: readonly [string, string];
}

/** What the files of an example flow are written from. */
interface Example {
  readonly id: string;
  readonly title: string;
  readonly closed: Speaker;
  readonly open: Speaker;
  /** A claim that leans to neither side, and what its voice is called. */
  readonly pause: string;
  readonly pauseShort: string;
}

const REGISTRY = 'src/flows/index.ts';

/**
 * Returns the id of a flow that may be written.
 * @throws UnusableOption where it is no id, or is taken.
 */
export function newFlowId(root: string, id: string): string {
  slug(id, 'flow');
  if (TAKEN_ADDRESSES.includes(id))
    throw new UnusableOption(`“${id}” is the address of another page: choose another id.`);
  if (existsSync(join(root, `src/flows/${id}.ts`)) || existsSync(join(root, `content/flows/${id}`)))
    throw new UnusableOption(`There is a flow “${id}” already: choose another id.`);
  return id;
}

/** Returns the title of a flow that nobody has named yet. */
export const flowTitle = (id: string): string => `${capital(inWords(id))}: should I?`;

const voiceOf = (claim: string): string => claim.slice(0, claim.indexOf('/'));

const held = (content: Content, voice: string, leans: Lean): readonly string[] =>
  Object.entries(content.voices[voice]?.data.claims ?? {})
    .filter(([, claim]) => claim.leans === leans)
    .map(([claim]) => `${voice}/${claim}`);

/** Returns the voice of a side with two claims that it holds there. */
function speaker(content: Content, voice: string | SideVoice, side: 'closed' | 'open'): Speaker {
  if (typeof voice !== 'string') return voice;
  const voices = Object.keys(content.voices);
  if (!voices.includes(voice))
    throw new UnusableOption(
      `There is no voice “${voice}”; the voices are ${voices.join(', ')}. A new one is written with --new-${side}.`,
    );
  const [first, second] = held(content, voice, side);
  const short = content.voices[voice]?.data.short ?? voice;
  if (first !== undefined) return { id: voice, short, claims: [first, second ?? first] };
  const able = voices.filter((other) => held(content, other, side).length > 0);
  throw new UnusableOption(
    `“${voice}” holds nothing that leans ${side}; for the ${side} side choose one of ${able.join(', ')}.`,
  );
}

function exampleOf(content: Content, { id, title, closed, open }: FlowWish): Example {
  const sides = { closed: speaker(content, closed, 'closed'), open: speaker(content, open, 'open') };
  const voices = [sides.closed.id, sides.open.id, ...Object.keys(content.voices)];
  const [pause] = voices.flatMap((voice) => held(content, voice, 'pause'));
  if (pause === undefined) throw new UnusableOption('No voice holds a claim that leans to pause: add one first.');
  return { id, title, ...sides, pause, pauseShort: content.voices[voiceOf(pause)]?.data.short ?? pause };
}

const list = (...claims: readonly string[]): string =>
  `[${[...new Set(claims)].map((claim) => `'${claim}'`).join(', ')}]`;

const machine = ({
  id,
  title,
  closed,
  open,
  pause,
}: Example): string => `import { all, said as saidOf } from '../domain/condition.ts';
import { defineFlow } from '../domain/define-flow.ts';
import { type AnswerOf, guards, nothingAnswered, questionnaire, rule, verdict } from '../domain/questionnaire.ts';

/** Each question with its options, and the claims that each option raises. */
const answers = {
  worth: {
    yes: ${list(open.claims[0])},
    perhaps: ${list(pause)},
    no: ${list(closed.claims[0])},
  },
  known: {
    well: ${list(open.claims[1])},
    hardly: ${list(pause)},
  },
  cost: {
    low: [],
    high: ${list(closed.claims[1])},
  },
} as const;

const said = saidOf<AnswerOf<typeof answers>>;

/** What the questions' routes look at. */
const facts = guards({
  clearlyWorthIt: said('worth.yes'),
});

/** What decides, each under the name of its reason. */
const rules = guards({
  notWorthIt: said('worth.no'),
  perhapsAndHardlyKnown: all(said('worth.perhaps'), said('known.hardly')),
  hardlyKnown: said('known.hardly'),
  perhapsWorthIt: said('worth.perhaps'),
  costsTooMuch: said('cost.high'),
  worthItAtLowCost: said('cost.low'),
});

const machine = questionnaire(answers)
  .extend({ guards: facts })
  .extend({ guards: rules })
  .createMachine({
    id: '${id}',
    context: nothingAnswered,
    initial: 'worth',
    states: {
      worth: {
        exit: 'record',
        on: { 'worth.yes': 'known', 'worth.perhaps': 'known', 'worth.no': 'weighing' },
      },
      known: {
        exit: 'record',
        on: {
          'known.well': [{ guard: 'clearlyWorthIt', target: 'cost' }, { target: 'weighing' }],
          'known.hardly': 'weighing',
        },
      },
      cost: {
        exit: 'record',
        on: { 'cost.low': 'weighing', 'cost.high': 'weighing' },
      },
      weighing: {
        always: [
          rule('notWorthIt', 'leave-it'),
          rule('perhapsAndHardlyKnown', 'leave-it'),
          rule('hardlyKnown', 'ask-first'),
          rule('perhapsWorthIt', 'ask-first'),
          rule('costsTooMuch', 'leave-it'),
          rule('worthItAtLowCost', 'go-ahead'),
        ],
      },
      'go-ahead': verdict,
      'ask-first': verdict,
      'leave-it': verdict,
    },
  });

/** ${title.replaceAll('*/', '')} */
export const ${camel(id)} = defineFlow({
  machine,
  answers,
  facts,
  rules,
  sides: { closed: '${closed.id}', open: '${open.id}' },
  verdicts: {
    'go-ahead': { openness: 4, dissent: '${closed.claims[0]}' },
    'ask-first': { openness: 2, dissent: '${closed.claims[0]}' },
    'leave-it': { openness: 0, dissent: '${open.claims[0]}' },
  },
  // What each rule rests on: claims that the answers it looks at have raised.
  grounds: {
    notWorthIt: ${list(closed.claims[0])},
    perhapsAndHardlyKnown: ${list(pause)},
    hardlyKnown: ${list(pause)},
    perhapsWorthIt: ${list(pause)},
    costsTooMuch: ${list(closed.claims[1])},
    worthItAtLowCost: ${list(open.claims[0])},
  },
  betterToWorse: {
    worth: ['yes', 'perhaps', 'no'],
    known: ['well', 'hardly'],
    cost: ['low', 'high'],
  },
});
`;

const names = (...claims: readonly string[]): string => `[${[...new Set(claims)].join(', ')}]`;

function index({ id, title, closed, open }: Example): string {
  const side = ({ short }: Speaker, end: string, say: string, stance: string, how: string): string => {
    const name = closed.id === open.id ? `${short}, ${how}` : short;
    return `    name: ${quoted(name)}
    end: ${end}
    stance: ${stance}
    say: "${say}"
    opening: ${quoted(`Say here in one line what ${short} holds before anything is answered.`)}
    text: ${quoted(
      `This is an example. Say here, in about thirty words of your own, what ${short} holds on this question. ` +
        'Make it as long as the text of the other side, within a fifth.',
    )}`;
  };
  return `---
title: ${quoted(title)}
short: ${quoted(`An example: ${inWords(id)}`)}
hint: Say here in one short line whom this is for.
description: ${quoted(`An example of a dilemma, ${inWords(id)}: say here in a line what it is about and how many questions it asks.`)}
sides:
  closed:
${side(closed, 'Leave it', 'No.', 'would rather not', 'holding back')}
  open:
${side(open, 'Go ahead', 'Yes.', 'would give it a try', 'going ahead')}
---
Say here what this dilemma is, and whose views it rests on. Where a voice is unnamed, or known at second hand, say so.
`;
}

const questionFile = (
  question: string,
  topic: string,
  options: Readonly<Record<string, readonly [label: string, clause: string]>>,
): string => `---
question: ${question}
topic: ${topic}
options:
${Object.entries(options)
  .map(([id, [label, clause]]) => `  ${id}: { label: "${label}", if: "${clause}" }`)
  .join('\n')}
find-out: Say here how somebody who does not know yet might find out.
---
Say here why we ask, and what hangs on it. Do not show which way the options pull.
`;

const ruleFile = (rule: string): string => `---
rule: ${rule}
---
Say here, in a sentence or two, why that decides. End in the sense of the verdict.
`;

function verdictFile(
  example: Example,
  headline: string,
  gist: string,
  drawsOn: readonly string[],
  pro: string,
  contra: string,
): string {
  const { closed, open, pauseShort } = example;
  const short = (claim: string): string =>
    [closed, open].find(({ claims }) => claims.includes(claim))?.short ?? pauseShort;
  const told = (claim: string): string =>
    quoted(
      `This is an example. Say here, in fifty to eighty words of your own, what ${short(claim)} holds, and only that. ` +
        'Make it as long as the other case, within a fifth.',
    );
  return `---
headline: ${headline}
gist: ${gist}
description: "An example of a verdict: say here in a line what leads to it, and what it advises."
claims: ${names(...drawsOn)}
steps:
  - title: Say here what to do
    text: Say here how to do it, in one to three sentences.
    claims: ${names(...drawsOn)}
    script:
      use: Spoken, or as a short message
      text: "Hello [name], here stand words to copy."
  - title: Say here what to do after that
    text: A step with no claims is our own common sense.
for:
  claims: ${names(pro)}
  text: ${told(pro)}
against:
  claims: ${names(contra)}
  text: ${told(contra)}
---
Say here what it is like to live with this choice, and what it costs.
`;
}

function views({ closed, open, pause, pauseShort }: Example): string {
  const cell = ({ short }: Speaker, claim: string): string =>
    `{ text: ${quoted(`Say here in twelve to thirty words what ${short} holds on this.`)}, claims: ${names(claim)} }`;
  const told = ({ short }: Speaker): string =>
    quoted(
      `This is an example. Tell here, in forty to ninety words of your own, what ${short} holds. ` +
        'Be fair, and make it as long as the other side, within a fifth.',
    );
  return `---
title: Where they part company
lede: Say here in a sentence or two who they are and what they part on.
debate:
  question: Say here the question that both of them answer.
  closed: { say: "No.", text: ${told(closed)} }
  open: { say: "Yes.", text: ${told(open)} }
rows:
  - question: What is it worth?
    closed: ${cell(closed, closed.claims[0])}
    open: ${cell(open, open.claims[0])}
  - question: What may it cost?
    closed: ${cell(closed, closed.claims[1])}
    open: { silent: true }
  - question: What may come of it?
    closed: { silent: true }
    open: ${cell(open, open.claims[1])}
agree: { silent: true }
gives-way:
  closed: { silent: true }
  open: { silent: true }
others:
  - { voice: ${voiceOf(pause)}, text: ${quoted(`Say here what ${pauseShort} adds to it.`)}, claims: ${names(pause)} }
---
`;
}

/** Returns the registry of flows with one more in it. */
export function withFlow(registry: string, id: string): string {
  const name = camel(id);
  const lines = registry.split('\n');
  const line = `import { ${name} } from './${id}.ts';`;
  const imports = lines.flatMap((text, at) => (/^import \{ \w+ \} from '\.\/[a-z-]+\.ts';$/.test(text) ? [at] : []));
  const end = lines.indexOf(
    '];',
    lines.findIndex((text) => text.startsWith('export const flows')),
  );
  const last = imports.at(-1);
  if (last === undefined || end === -1)
    throw new UnusableOption(
      `${REGISTRY} is not laid out as this command expects: an import a flow, and a list that ends in “];”.`,
    );
  const before =
    imports.find((at) => (lines[at] ?? '').split("'./")[1]?.localeCompare(`${id}.ts';`, 'en') === 1) ?? last + 1;
  return lines
    .flatMap((text, at) => [...(at === before ? [line] : []), ...(at === end ? [`  ${name},`] : []), text])
    .join('\n');
}

/**
 * Returns the files of an example flow: a machine of three questions and three verdicts, and all its words.
 * @throws UnusableOption where the voices cannot speak for their sides.
 */
export function flowChanges(root: string, content: Content, wish: FlowWish): readonly Change[] {
  const example = exampleOf(content, wish);
  const [c1, c2] = example.closed.claims;
  const [o1, o2] = example.open.claims;
  const { pause } = example;
  const folder = `content/flows/${wish.id}`;
  const files: Readonly<Record<string, string>> = {
    [`src/flows/${wish.id}.ts`]: machine(example),
    [REGISTRY]: withFlow(readFileSync(join(root, REGISTRY), 'utf8'), wish.id),
    [`${folder}/index.md`]: index(example),
    [`${folder}/views.md`]: views(example),
    [`${folder}/questions/worth.md`]: questionFile('Is it worth your while?', 'what it is worth to you', {
      yes: ['Yes', 'If it was worth your while'],
      perhaps: ['Perhaps', 'If it was perhaps worth your while'],
      no: ['No', 'If it was not worth your while'],
    }),
    [`${folder}/questions/known.md`]: questionFile('How well do you know them?', 'how well you know them', {
      well: ['Well enough', 'If you knew them well'],
      hardly: ['Hardly', 'If you hardly knew them'],
    }),
    [`${folder}/questions/cost.md`]: questionFile('What would it cost you?', 'what it would cost you', {
      low: ['Little', 'If it cost you little'],
      high: ['More than I like', 'If it cost you more than you like'],
    }),
    [`${folder}/rules/notWorthIt.md`]: ruleFile('It is not worth your while'),
    [`${folder}/rules/perhapsAndHardlyKnown.md`]: ruleFile('It is perhaps worth it, and you hardly know them'),
    [`${folder}/rules/hardlyKnown.md`]: ruleFile('You hardly know them'),
    [`${folder}/rules/perhapsWorthIt.md`]: ruleFile('It is perhaps worth your while'),
    [`${folder}/rules/costsTooMuch.md`]: ruleFile('It would cost you more than you like'),
    [`${folder}/rules/worthItAtLowCost.md`]: ruleFile('It is worth your while and costs you little'),
    [`${folder}/verdicts/go-ahead.md`]: verdictFile(
      example,
      'Go ahead.',
      'It is worth it, and costs you little.',
      [o1, o2],
      o1,
      c1,
    ),
    [`${folder}/verdicts/ask-first.md`]: verdictFile(
      example,
      'Ask first.',
      'A question costs you little.',
      [pause],
      pause,
      c1,
    ),
    [`${folder}/verdicts/leave-it.md`]: verdictFile(
      example,
      'Leave it.',
      'It is not worth what it would cost.',
      [c1, c2],
      c1,
      o1,
    ),
  };
  const voices = [wish.closed, wish.open].flatMap((voice) => (typeof voice === 'string' ? [] : voice.changes));
  return [...Object.entries(files).map(([path, text]) => ({ path, text })), ...voices];
}
