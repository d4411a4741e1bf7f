import { dirname, join } from 'node:path/posix';

/** A module of the project: where it is, from the root, and what it says. */
export interface Module {
  readonly path: string;
  readonly text: string;
}

/** One import or re-export. */
export interface Import {
  readonly from: string;
  readonly reexports: boolean;
}

/** Which layers a layer may import from, itself included. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  flows: ['domain'],
  reasoning: ['domain', 'reasoning'],
  content: ['content'],
  link: ['domain', 'flows', 'link'],
  journal: ['domain', 'reasoning', 'link', 'journal'],
  app: ['domain', 'flows', 'reasoning', 'content', 'link', 'journal', 'app'],
  entry: ['domain', 'flows', 'reasoning', 'content', 'link', 'journal', 'app', 'entry'],
  build: ['domain', 'flows', 'reasoning', 'content', 'link', 'journal', 'app', 'entry', 'build'],
  commands: ['domain', 'flows', 'reasoning', 'content', 'link', 'journal', 'app', 'entry', 'build', 'commands'],
};

/** The layers that know neither React nor a browser. */
const PURE = ['domain', 'flows', 'reasoning', 'content'];
/** The layers that know no React; the last two know a browser. */
const WITHOUT_REACT = [...PURE, 'link', 'journal'];
const REACT = /^(react|react-dom|react-markdown|@xstate\/react)(\/|$)/;
const BROWSER = ['window', 'document', 'history', 'location', 'localStorage', 'sessionStorage', 'navigator'];
const REGISTRY = 'src/flows/index.ts';

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** What may stand before a slash that begins a regular expression; anything else before it divides, or ends a tag. */
const BEFORE_REGEX = /(^|[(,=:[!&|?;{+*%~^-]|=>|\b(return|typeof|case|in|of))\s*$/;
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|[{}]/g;

/** Returns code of the same length with comments, strings and regular expressions blanked; quotes stay where they are. */
export function codeOf(text: string): string {
  let code = '';
  let at = 0;
  // How many braces are open in each `${…}` that is being read.
  const holes: number[] = [];
  const readTemplate = (from: number): number => {
    const end = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(`|\$\{|$)/y;
    end.lastIndex = from;
    const found = end.exec(text);
    const stop = from + (found?.[0].length ?? 0);
    if (found?.[1] === '${') holes.push(0);
    code += blank(text.slice(from, stop - (found?.[1]?.length ?? 0))) + (found?.[1] ?? '');
    return stop;
  };
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) break;
    code += text.slice(at, found.index);
    at = found.index + found[0].length;
    const [token] = found;
    const hole = holes.at(-1);
    if (token === '`') {
      code += '`';
      at = readTemplate(at);
    } else if (token === '{' || token === '}') {
      code += token;
      if (token === '}' && hole === 0) {
        holes.pop();
        at = readTemplate(at);
      } else if (hole !== undefined) holes[holes.length - 1] = hole + (token === '{' ? 1 : -1);
    } else if (token.startsWith('//') || token.startsWith('/*')) code += blank(token);
    else if (token.startsWith('/')) {
      const isRegex = BEFORE_REGEX.test(code.slice(-80));
      code += isRegex ? `/${blank(token.slice(1, -1))}/` : '/';
      if (!isRegex) at = found.index + 1;
    } else code += token[0] + blank(token.slice(1, -1)) + token[0];
  }
  return code + text.slice(at);
}

const STATIC = /(?<![\w$.])(import|export)\b(?!\s*\()(?:[^'"`;()=]*?\bfrom)?\s*(['"])([^'"\n]*)\2/dg;
const DYNAMIC = /(?<![\w$.])import\s*\(\s*(['"])([^'"\n]*)\1/dg;

/** Returns what a module imports: values and types, at the top or on the way. */
export function importsOf(text: string): readonly Import[] {
  const code = codeOf(text);
  const specifier = (found: RegExpExecArray, group: number) => text.slice(...(found.indices?.[group] ?? [0, 0]));
  return [
    ...[...code.matchAll(STATIC)].map((found) => ({ from: specifier(found, 3), reexports: found[1] === 'export' })),
    ...[...code.matchAll(DYNAMIC)].map((found) => ({ from: specifier(found, 2), reexports: false })),
  ];
}

/** Returns the layer of a path, or undefined outside `src`. */
function layerOf(path: string): string | undefined {
  const [top, second, third] = path.split('/');
  if (top !== 'src') return undefined;
  return third === undefined ? 'entry' : second;
}

const targetOf = (path: string, from: string): string => join(dirname(path), from);

const importFaults = ({ path, text }: Module): readonly string[] => {
  const layer = layerOf(path);
  const may = layer === undefined ? undefined : MAY_IMPORT[layer];
  if (layer === undefined) return [];
  if (may === undefined) return [`${path}: “${layer}” is no layer of the project.`];
  return importsOf(text).flatMap(({ from, reexports }) => {
    const faults = reexports ? [`${path} hands on what is in ${from}; import it from there.`] : [];
    if (WITHOUT_REACT.includes(layer) && REACT.test(from))
      return [...faults, `${path} imports ${from}; ${layer} knows no React.`];
    if (!from.startsWith('.')) return faults;
    const target = targetOf(path, from);
    const theirs = layerOf(target);
    if (path === REGISTRY && theirs === 'flows') return faults;
    // Commands run what the tests are made of: suites, benchmarks, engines.
    if (layer === 'commands' && target.startsWith('tests/')) return faults;
    if (theirs === undefined) return [...faults, `${path} imports ${target}, which is not in src.`];
    return may.includes(theirs) ? faults : [...faults, `${path} imports ${target}; ${layer} may not import ${theirs}.`];
  });
};

/** Tells whether code speaks of a global: by its name alone, neither as a member (`.history`) nor as a key (`{ history: …`). */
const speaksOf = (code: string, name: string): boolean => {
  const isKey = `(?<!(?:^|[{,(;]|readonly)\\s*(?=${name}\\??:))`;
  const isItsOwn = new RegExp(`\\b(?:const|let)\\s+${name}\\b`).test(code);
  const alone = new RegExp(`(?<![\\w$.])${isKey}${name}(?![\\w$])`, 'm').test(code);
  return (alone && !isItsOwn) || new RegExp(`\\bglobalThis\\s*\\.\\s*${name}\\b`).test(code);
};

const browserFaults = ({ path, text }: Module): readonly string[] => {
  const layer = layerOf(path) ?? '';
  const code = PURE.includes(layer) ? codeOf(text) : '';
  return BROWSER.filter((name) => speaksOf(code, name)).map(
    (name) => `${path} speaks of ${name}; ${layer} knows no browser.`,
  );
};

const defaultFaults = ({ path, text }: Module): readonly string[] =>
  /(?<![\w$.])export\s+default\b|(?<![\w$.])export\s*\{[^}]*\bas\s+default\b/.test(codeOf(text)) &&
  !/(\.config|\.d)\.ts$/.test(path)
    ? [`${path} has a default export; name it.`]
    : [];

/** Returns a sentence for each place where a module breaks the layers, or exports by default. */
export const faultsIn = (module: Module): readonly string[] => [
  ...importFaults(module),
  ...browserFaults(module),
  ...defaultFaults(module),
];

/** Returns each circle of imports among these modules, as the modules on it; imports of types count. */
export function cyclesIn(modules: readonly Module[]): readonly (readonly string[])[] {
  const targets = new Map(
    modules.map(({ path, text }) => [
      path,
      importsOf(text).flatMap(({ from }) => (from.startsWith('.') ? [targetOf(path, from)] : [])),
    ]),
  );
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]): readonly (readonly string[])[] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path]];
    if (done.has(path)) return [];
    const found = (targets.get(path) ?? []).flatMap((target) => follow(target, [...way, path]));
    done.add(path);
    return found;
  };
  return modules.flatMap(({ path }) => follow(path, []));
}
