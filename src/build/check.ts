import { type Fault, faultLine } from '../content/fault.ts';
import { type Content, readContent } from '../content/load.ts';
import type { Ledger } from '../domain/claim.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { balanceOfSides } from './check/balance.ts';
import { claims } from './check/claims.ts';
import { copied } from './check/copied.ts';
import { strayFiles } from './check/files.ts';
import { flowWords } from './check/flow-words.ts';
import { links } from './check/links.ts';
import { machines } from './check/machine.ts';
import { bodies, plainness } from './check/prose.ts';
import { questionLines } from './check/question-lines.ts';
import { machineSource, type Part, type Scope } from './check/scope.ts';
import { verdicts } from './check/verdicts.ts';
import { voices } from './check/voices.ts';
import { ledgerOf } from './words.ts';

const PARTS: readonly Part[] = [
  strayFiles,
  flowWords,
  machines,
  claims,
  voices,
  verdicts,
  balanceOfSides,
  questionLines,
  bodies,
  links,
  plainness,
  copied,
];

/** What was read, and everything that is wrong with it. */
export interface Checked {
  readonly content: Content;
  /** In the order of files and lines; empty where nothing is wrong. */
  readonly faults: readonly Fault[];
}

const inOrder = (faults: readonly Fault[]): readonly Fault[] => {
  const distinct = new Map(faults.map((fault) => [faultLine(fault), fault]));
  return [...distinct.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
};

/** Reads the words of the site below a project's folder, and checks them and the flows against each other. */
export function check(root: string, flows: readonly MachineFlow[]): Checked {
  const { content, faults } = readContent(root);
  const faulty = new Set(faults.map(({ file }) => file));
  const scope: Scope = {
    root,
    content,
    flows,
    // The schema has made sure that each id is written voice/claim.
    ledger: ledgerOf(content) as Ledger,
    isFaulty: (file) => faulty.has(file),
    sourceOf: (flow) => machineSource(root, flow),
  };
  return { content, faults: inOrder([...faults, ...PARTS.flatMap((part) => part(scope))]) };
}
