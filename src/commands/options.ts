import { parseArgs } from 'node:util';
import { UnusableSetting } from '../build/settings.ts';

/** What a person typed or set is not something that the command can use; its message is a sentence for that person. */
export class UnusableOption extends Error {
  override readonly name = 'UnusableOption';
}

/** Returns the port written in `text`; `source` says where it was written. */
export const portFrom = (text: string, source: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UnusableOption(`${source} has to be a whole number from 0 to 65535, and is “${text}”.`);
};

const sentence = (problem: string): string => `${problem.split('. ')[0]?.replace(/\.$/, '')}.`;

/** Returns the values of the options that a command knows, all of which take text; `--help` is one of them without text. */
export const readOptions = <Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> & { readonly help?: boolean } => {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean' } } });
    return values as Partial<Record<Name, string>> & { readonly help?: boolean };
  } catch (problem) {
    throw new UnusableOption(sentence(problem instanceof Error ? problem.message : String(problem)));
  }
};

/** Errors whose message says all that a person needs: where the program stood helps nobody. */
const SELF_EXPLAINED: ReadonlySet<string> = new Set(['FaultyContent', 'NoChromium', 'OverBudget']);

/**
 * Runs a command; an unusable option or setting becomes a sentence on stderr and exit status 2, any other failure
 * status 1.
 */
export const run = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (problem) {
    const unusable = problem instanceof UnusableOption || problem instanceof UnusableSetting;
    if (unusable) console.error(`${problem.message} Try --help.`);
    else if (problem instanceof Error && SELF_EXPLAINED.has(problem.name)) console.error(problem.message);
    else console.error(problem);
    process.exitCode = unusable ? 2 : 1;
  }
};
