import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../content/fault.ts';
import type { Content } from '../../content/load.ts';
import type { Ledger } from '../../domain/claim.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';

/** The file of a flow's machine, as the check points into it. */
export interface MachineSource {
  readonly file: string;
  /** Returns the line where these names come one after the other, each no earlier than the one before; 1 if none does. */
  lineOf(...names: readonly string[]): number;
}

/** What every part of the check looks at. */
export interface Scope {
  readonly root: string;
  readonly content: Content;
  readonly flows: readonly MachineFlow[];
  /** Every claim of every voice that could be read, with its lean. */
  readonly ledger: Ledger;
  /** Tells whether a file has a fault already, so that what hangs on it is not reported as missing. */
  isFaulty(file: string): boolean;
  sourceOf(flow: MachineFlow): MachineSource;
}

/** One part of the check: returns the faults that it finds. */
export type Part = (scope: Scope) => readonly Fault[];

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Returns the source of a flow's machine; every line is 1 where the file cannot be read. */
export function machineSource(root: string, flow: Pick<MachineFlow, 'id'>): MachineSource {
  const file = `src/flows/${flow.id}.ts`;
  const lines = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8').split('\n') : [];
  return {
    file,
    lineOf(...names) {
      let line = 0;
      for (const name of names) {
        const whole = new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`);
        const found = lines.findIndex((text, at) => at >= line && whole.test(text));
        if (found !== -1) line = found;
      }
      return line + 1;
    },
  };
}

/** Returns `src/flows/….ts:line` for these names in a flow's machine. */
export const placeIn = (source: MachineSource, ...names: readonly string[]): string =>
  `${source.file}:${source.lineOf(...names)}`;
