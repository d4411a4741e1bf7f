import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Fault, faultLine } from '../../content/fault.ts';
import { didYouMean } from '../../content/suggest.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';
import type { Verdict } from '../../domain/flow.ts';
import { machineSource } from './scope.ts';

const FOLDER = 'src/flows';
const REGISTRY = `${FOLDER}/index.ts`;

interface Failure {
  readonly root: string;
  /** The file that was being read. */
  readonly file: string;
  readonly message: string;
  readonly stack: string;
}

/** Returns a path below the project, written with slashes; undefined where it is outside, or a package's. */
function inProject(root: string, path: string): string | undefined {
  const file = relative(root, path.startsWith('file:') ? fileURLToPath(path) : path).replaceAll('\\', '/');
  return file.startsWith('..') || file.includes('node_modules/') ? undefined : file;
}

const textOf = (root: string, file: string): string => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
};

const lineWith = (text: string, words: string): number =>
  text.slice(0, Math.max(0, text.indexOf(words))).split('\n').length;

/** Returns where a failure happened: the first place in its stack that is a file of the project's own. */
function placeOf({ root, file, stack }: Failure): { readonly file: string; readonly line: number } {
  for (const [, path = '', line] of stack.matchAll(/((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^\n():]*\.tsx?):(\d+)/g)) {
    const own = inProject(root, path);
    // A flow calls into the domain with what it has; what it has is at fault.
    if (own?.startsWith(`${FOLDER}/`)) return { file: own, line: Number(line) };
  }
  return { file, line: 1 };
}

/** What a failure may be: returns its fault, or undefined where it is another. */
type Reading = (failure: Failure) => Fault | undefined;

const unknownTarget: Reading = ({ root, file, message }) => {
  const [, place = '', target = ''] =
    /state node '([^']*)':\s*Child state '([^']*)' does not exist/.exec(message) ?? [];
  if (target === '') return undefined;
  const states =
    textOf(root, file)
      .split(/^ {4}states: /m)
      .at(-1) ?? '';
  const known = [...states.matchAll(/^ {6}'?([\w-]+)'?: /gm)].flatMap(([, name]) => name ?? []);
  const line = machineSource(root, { id: basename(file, '.ts') }).lineOf('const machine', `'${target}'`);
  const state = place.slice(place.indexOf('.') + 1);
  return {
    file,
    line,
    message: `“${state}” leads to “${target}”, which is no state of the machine: ${didYouMean(target, known)}name a question, “weighing” or a verdict, or add it to the states`,
  };
};

const notTypeScript: Reading = ({ root, message }) => {
  const [, path = '', line, problem = ''] = /^(.*?):(\d+):\d+: ERROR: (.*)$/m.exec(message) ?? [];
  const file = line === undefined ? undefined : inProject(root, path);
  if (file === undefined) return undefined;
  return {
    file,
    line: Number(line),
    message: `the file is not valid TypeScript (${problem}): correct this line, or what stands before it`,
  };
};

const missingFile: Reading = ({ root, message }) => {
  const [, wanted = '', from = ''] = /Cannot find module '([^']*)' imported from '?([^'\n]*)/.exec(message) ?? [];
  const file = from === '' ? undefined : inProject(root, from);
  const missing = wanted === '' ? undefined : inProject(root, wanted);
  if (file === undefined || missing === undefined) return undefined;
  const name = basename(missing);
  const folder = dirname(resolve(root, missing));
  const there = existsSync(folder) ? readdirSync(folder) : [];
  return {
    file,
    line: lineWith(textOf(root, file), `/${name}'`),
    message: `there is no file ${missing} to import: ${didYouMean(name, there)}correct the import, or put the file there`,
  };
};

const missingExport: Reading = (failure) => {
  const [, module = '', name = ''] =
    /requested module '([^']*)' does not provide an export named '([^']*)'/.exec(failure.message) ?? [];
  if (name === '') return undefined;
  const { file } = placeOf(failure);
  const exporter = join(dirname(file), module).replaceAll('\\', '/');
  const exported = [...textOf(failure.root, exporter).matchAll(/^export (?:const|function) (\w+)/gm)].flatMap(
    ([, other]) => other ?? [],
  );
  return {
    file,
    line: machineSource(failure.root, { id: basename(file, '.ts') }).lineOf(name),
    message: `${exporter} exports no “${name}”: ${didYouMean(name, exported)}correct the import, or export it there`,
  };
};

const undefinedName: Reading = (failure) => {
  const [, name = ''] = /^(\w+) is not defined$/m.exec(failure.message) ?? [];
  if (name === '') return undefined;
  const { file, line } = placeOf(failure);
  const others = new Set(textOf(failure.root, file).match(/\b[A-Za-z]\w+\b/g));
  others.delete(name);
  return { file, line, message: `“${name}” is not defined: ${didYouMean(name, others)}import it, or correct its name` };
};

const anythingElse = (failure: Failure): Fault => {
  const [first = ''] = failure.message.split('\n');
  return {
    ...placeOf(failure),
    message: `the flow cannot be read (${first.replace(/[.:]+$/, '')}): correct it; “npm run types” may say more`,
  };
};

const READINGS = [unknownTarget, notTypeScript, missingFile, missingExport, undefinedName];

function faultOf(root: string, file: string, problem: unknown): Fault {
  const { message, stack = '' } = problem instanceof Error ? problem : new Error(String(problem));
  const failure: Failure = { root, file, message, stack };
  for (const reading of READINGS) {
    const fault = reading(failure);
    if (fault) return fault;
  }
  return anythingElse(failure);
}

const PARTS = ['answers', 'sides', 'verdicts', 'grounds', 'betterToWorse'] as const;

const OF_VERDICT = ['openness', 'dissent', 'grants'];

/** Returns what is wrong with the shape of a verdict. */
function misshapen(verdict: Verdict): readonly string[] {
  const names = Object.keys(verdict);
  const missing = OF_VERDICT.filter((name) => !names.includes(name));
  return [
    ...names
      .filter((name) => !OF_VERDICT.includes(name))
      .map((name) => `has no use for “${name}”: ${didYouMean(name, missing)}correct its name, or remove it`),
    ...([0, 1, 2, 3, 4].includes(verdict.openness) ? [] : ['needs an “openness”: write a whole number from 0 to 4']),
    ...(typeof verdict.dissent === 'string'
      ? []
      : ["needs a “dissent”: name the claim that speaks against it, or write 'safety'"]),
  ];
}

/** Returns what a list of flows lacks, whatever its type says: a check does not wait for the types. */
function lacking(root: string, flows: unknown): readonly Fault[] {
  if (!Array.isArray(flows))
    return [{ file: REGISTRY, line: 1, message: 'it exports no list “flows”: export every flow in it, in order' }];
  return (flows as readonly MachineFlow[]).flatMap((flow) => {
    const { file, lineOf } = machineSource(root, flow);
    return [
      ...PARTS.filter((part) => flow[part] === undefined).map((part) => ({
        file,
        line: lineOf('defineFlow({'),
        message: `the flow has no “${part}”: add them to what “defineFlow” is given, or correct their name`,
      })),
      ...Object.entries(flow.verdicts ?? {}).flatMap(([id, verdict]) =>
        misshapen(verdict).map((message) => ({
          file,
          line: lineOf('defineFlow({', 'verdicts', id),
          message: `the verdict “${id}” ${message}`,
        })),
      ),
    ];
  });
}

/** Imports every file of a project's flows; returns the flows that it lists, or what keeps them from being read. */
export async function readFlows(
  root: string,
): Promise<{ readonly flows: readonly MachineFlow[]; readonly faults: readonly Fault[] }> {
  const load = async (file: string): Promise<unknown> => import(pathToFileURL(join(root, file)).href);
  const files = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.ts'));
  const faults = new Map<string, Fault>();
  let flows: readonly MachineFlow[] = [];
  // The list comes last: it can be read only where every flow can.
  for (const file of [...files.map((name) => `${FOLDER}/${name}`).filter((one) => one !== REGISTRY), REGISTRY]) {
    if (file === REGISTRY && faults.size > 0) break;
    try {
      const module = await load(file);
      if (file !== REGISTRY) continue;
      flows = (module as { readonly flows: readonly MachineFlow[] }).flows;
      for (const fault of lacking(root, flows)) faults.set(faultLine(fault), fault);
    } catch (problem) {
      const fault = faultOf(root, file, problem);
      faults.set(faultLine(fault), fault);
    }
  }
  return { flows, faults: [...faults.values()] };
}
