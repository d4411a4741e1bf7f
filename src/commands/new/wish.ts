import type { Content } from '../../content/load.ts';
import type { Ledger } from '../../domain/claim.ts';
import type { Flow } from '../../domain/flow.ts';
import { flowNamed, parsed } from '../choice.ts';
import { UnusableOption } from '../options.ts';
import { flowChanges, flowTitle, newFlowId } from './flow.ts';
import { newQuestionId, questionChanges, questionTitle } from './question.ts';
import type { Change } from './transaction.ts';
import { newVoiceId, type SideVoice, sideVoice, voiceChanges, voiceName } from './voice.ts';

/** The project in which something new is written. */
export interface Project {
  readonly root: string;
  readonly content: Content;
  readonly flows: readonly Flow[];
  readonly ledger: Ledger;
}

/** Asks a person, who may take the suggestion. */
export type Ask = (question: string, suggestion: string) => Promise<string>;

const ALLOWED = 'What is allowed: flow <id>, voice <id>, question <flow> <id>, and what --help lists.';

const OPTIONS = {
  title: { type: 'string' },
  closed: { type: 'string' },
  open: { type: 'string' },
  'new-closed': { type: 'string' },
  'new-open': { type: 'string' },
  name: { type: 'string' },
  source: { type: 'string' },
  flow: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Option = Exclude<keyof typeof OPTIONS, 'help'>;

/** What a command line asks for: a kind of thing, its ids, and what is said of it. */
export interface Wish {
  readonly kind: 'flow' | 'voice' | 'question';
  readonly ids: readonly string[];
  readonly said: { readonly [O in Option]?: string };
}

const KINDS: { readonly [K in Wish['kind']]: { readonly ids: string; readonly options: readonly Option[] } } = {
  flow: { ids: '<id>', options: ['title', 'closed', 'open', 'new-closed', 'new-open'] },
  voice: { ids: '<id>', options: ['name', 'source', 'flow'] },
  question: { ids: '<flow> <id>', options: ['title'] },
};

const isKind = (kind: string): kind is Wish['kind'] => Object.hasOwn(KINDS, kind);

/**
 * Returns the wish that a command line spells out, or `help`.
 * @throws UnusableOption where it spells out none.
 */
export function wishFrom(args: readonly string[]): Wish | 'help' {
  const { values, positionals } = parsed({ args: [...args], options: OPTIONS, allowPositionals: true }, ALLOWED);
  const { help, ...said } = values;
  if (help) return 'help';
  const [kind, ...ids] = positionals;
  if (kind === undefined) throw new UnusableOption('Say what is to be written: flow, voice or question.');
  if (!isKind(kind)) throw new UnusableOption(`“${kind}” is nothing that can be written: flow, voice or question.`);
  const wanted = KINDS[kind].ids;
  const count = wanted.split(' ').length;
  if (ids.length < count) throw new UnusableOption(`The id is missing: npm run new -- ${kind} ${wanted}.`);
  if (ids.length > count)
    throw new UnusableOption('There is more than an id: put what has spaces in quotes, and begin options with --.');
  for (const [name, value] of Object.entries(said)) {
    if (!KINDS[kind].options.includes(name as Option)) throw new UnusableOption(`A ${kind} takes no --${name}.`);
    if (value.trim() === '') throw new UnusableOption(`--${name} is blank: say it, or leave the option out.`);
  }
  return { kind, ids, said };
}

/**
 * Returns the files to write for a wish; what it does not say is asked.
 * @throws UnusableOption where an id is taken or none, or where no example can be made of it.
 */
export async function changesFor(project: Project, { kind, ids, said }: Wish, ask: Ask): Promise<readonly Change[]> {
  const { root, content, flows, ledger } = project;
  const [first = '', second = ''] = ids;
  const told = async (option: Option, question: string, suggestion: string): Promise<string> =>
    said[option]?.trim() ?? (await ask(question, suggestion));
  switch (kind) {
    case 'flow': {
      const id = newFlowId(root, first);
      const title = await told('title', 'The dilemma as a question', flowTitle(id));
      const voice = async (side: 'closed' | 'open'): Promise<string | SideVoice> => {
        const fresh = said[`new-${side}`]?.trim();
        if (fresh === undefined) return told(side, `The voice of the ${side} side`, flows[0]?.sides[side] ?? '');
        if (said[side] === undefined) return sideVoice(root, fresh, side);
        throw new UnusableOption(`The ${side} side has one voice: give --${side} or --new-${side}.`);
      };
      const closed = await voice('closed');
      const open = await voice('open');
      if (typeof closed !== 'string' && typeof open !== 'string' && closed.id === open.id)
        throw new UnusableOption(`“${open.id}” cannot be two new voices: give each side its own.`);
      return flowChanges(root, content, { id, title, closed, open });
    }
    case 'voice': {
      const id = newVoiceId(root, first);
      return voiceChanges(root, {
        id,
        name: await told('name', 'Its name', voiceName(id)),
        source: await told('source', 'The source that it comes from', id),
        flow: flowNamed(await told('flow', 'The flow in which it speaks first', flows.at(-1)?.id ?? '')).id,
      });
    }
    case 'question': {
      const flow = flowNamed(first);
      const id = newQuestionId(flow, second);
      return questionChanges(root, { flow, id, title: await told('title', 'The question', questionTitle(id)) }, ledger);
    }
  }
}
