import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { MachineFlow } from '../domain/define-flow.ts';
import { flowById, flows } from '../flows/index.ts';
import { UnusableOption } from './options.ts';

/** Returns the flow that a person named, or refuses with the names of those there are. */
export function flowNamed(id: string): MachineFlow {
  const flow = flowById(id);
  if (flow !== undefined) return flow;
  throw new UnusableOption(`There is no flow “${id}”; the flows are ${flows.map((one) => one.id).join(', ')}.`);
}

/** Returns a refusal of what `parseArgs` could not read: its own first sentence, then what is allowed. */
function unreadable(problem: unknown, allowed: string): UnusableOption {
  const [first = ''] = (problem instanceof Error ? problem.message : String(problem)).split(/\.?\n|\. |\.$/);
  return new UnusableOption(`${first}. ${allowed}`);
}

/** Returns a command line as `parseArgs` reads it, or refuses it with what is allowed. */
export function parsed<T extends ParseArgsConfig>(config: T, allowed: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (problem) {
    throw unreadable(problem, allowed);
  }
}
