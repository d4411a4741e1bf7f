import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, cyclesIn, faultsIn, importsOf, type Module } from './architecture.ts';

const ROOT = join(import.meta.dirname, '..');

const modulesIn = (folder: string): readonly Module[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?tsx?$/.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

const inDomain = (text: string): readonly string[] => faultsIn({ path: 'src/domain/walk.ts', text });

describe('the modules of src', () => {
  const modules = modulesIn('src');

  it('are found', () => {
    expect(modules.map(({ path }) => path)).toContain('src/domain/flow.ts');
    expect(modules.length).toBeGreaterThan(20);
  });

  it('import one way, name what they export, and know React and the browser only where they may', () => {
    expect(modules.flatMap(faultsIn)).toEqual([]);
  });

  it('import in no circle', () => {
    expect(cyclesIn(modules)).toEqual([]);
  });
});

describe('the modules of the tests', () => {
  it('have no default export', () => {
    expect(modulesIn('tests').flatMap(faultsIn)).toEqual([]);
  });
});

describe('an import that runs the wrong way is seen', () => {
  it.each([
    ['src/domain/walk.ts', '../flows/index.ts', 'domain may not import flows'],
    ['src/domain/walk.ts', '../content/words.ts', 'domain may not import content'],
    ['src/flows/introduce.ts', './build-ally.ts', 'flows may not import flows'],
    ['src/flows/introduce.ts', '../reasoning/explain.ts', 'flows may not import reasoning'],
    ['src/flows/index.ts', '../link/share.ts', 'flows may not import link'],
    ['src/reasoning/explain.ts', '../flows/index.ts', 'reasoning may not import flows'],
    ['src/content/words.ts', '../domain/claim.ts', 'content may not import domain'],
    ['src/link/share.ts', '../reasoning/explain.ts', 'link may not import reasoning'],
    ['src/app/pages/home.tsx', '../../build/words.ts', 'app may not import build'],
    ['src/app/app.tsx', '../commands/start.ts', 'app may not import commands'],
    ['src/app/app.tsx', '../main.tsx', 'app may not import entry'],
    ['src/main.tsx', './build/words.ts', 'entry may not import build'],
    ['src/build/words.ts', '../commands/start.ts', 'build may not import commands'],
    ['src/build/words.ts', '../../tests/laws/laws.ts', 'which is not in src'],
    ['src/utils/misc.ts', './other.ts', '“utils” is no layer of the project'],
  ])('%s of %s', (path, from, fault) => {
    const faults = faultsIn({ path, text: `import { thing } from '${from}';` });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it.each([
    ['a type', "import type { Flow } from '../flows/index.ts';"],
    ['a type among values', "import { type Flow, flows } from '../flows/index.ts';"],
    ['over several lines', "import {\n  flows,\n} from '../flows/index.ts';"],
    ['for its effect', "import '../flows/index.ts';"],
    ['in double quotes', 'import { flows } from "../flows/index.ts";'],
    ['everything', "import * as flows from '../flows/index.ts';"],
    ['on the way', "const load = () => import('../flows/index.ts');"],
    ['the type of a module', "type Flows = import('../flows/index.ts').Flows;"],
    ['after another import without a semicolon', "import { a } from 'xstate'\nimport { b } from '../flows/index.ts'"],
    ['behind a string that looks like a comment', "const a = '/*';\nimport { b } from '../flows/index.ts';"],
    ['behind a pattern with a quote', "const a = /['\"`]/;\nimport { b } from '../flows/index.ts';"],
  ])('%s', (_how, text) => {
    expect(inDomain(text)).toEqual(['src/domain/walk.ts imports src/flows/index.ts; domain may not import flows.']);
  });

  it('where a module hands on what is in another', () => {
    expect(inDomain("export { holds } from './condition.ts';\nexport * from './claim.ts';")).toEqual([
      'src/domain/walk.ts hands on what is in ./condition.ts; import it from there.',
      'src/domain/walk.ts hands on what is in ./claim.ts; import it from there.',
    ]);
  });
});

describe('what is no import is left alone', () => {
  it.each([
    ['a comment', "// import { flows } from '../flows/index.ts';"],
    ['a comment of several lines', "/*\n * import { flows } from '../flows/index.ts';\n */"],
    ['a string', 'const text = "import { flows } from \'../flows/index.ts\'";'],
    ['a template', "const text = `import { flows } from '../flows/index.ts'`;"],
    ['an export of its own', "export const from = '../flows/index.ts';"],
    ['a method', "loader.import('../flows/index.ts');"],
  ])('%s', (_what, text) => {
    expect(importsOf(text)).toEqual([]);
    expect(inDomain(text)).toEqual([]);
  });

  it.each([
    ['src/domain/walk.ts', "import { transition } from 'xstate';"],
    ['src/flows/index.ts', "import { introduce } from './introduce.ts';"],
    ['src/link/share.ts', "import { flows } from '../flows/index.ts';"],
    ['src/app/app.tsx', "import { useState } from 'react';\nimport { explain } from '../reasoning/explain.ts';"],
    ['src/commands/start.ts', "import { build } from '../build/build.ts';"],
  ])('%s may: %s', (path, text) => {
    expect(faultsIn({ path, text })).toEqual([]);
  });
});

describe('React and the browser are seen below the app', () => {
  it.each(['react', 'react-dom/client', 'react/jsx-runtime', '@xstate/react', 'react-markdown'])('%s', (from) => {
    expect(inDomain(`import { thing } from '${from}';`)).toEqual([
      `src/domain/walk.ts imports ${from}; domain knows no React.`,
    ]);
  });

  it.each([
    ['window', 'if (typeof window === "undefined") start();'],
    ['document', 'const title = document.title;'],
    ['history', 'history.pushState(null, "");'],
    ['location', 'const hash = isShared ? location : elsewhere;'],
    ['localStorage', 'const kept = globalThis.localStorage;'],
    ['navigator', `const text = \`reads \${navigator.language}\`;`],
    ['sessionStorage', 'const all = { sessionStorage };'],
  ])('%s', (name, text) => {
    expect(inDomain(text)).toEqual([`src/domain/walk.ts speaks of ${name}; domain knows no browser.`]);
    expect(faultsIn({ path: 'src/app/app.tsx', text })).toEqual([]);
    expect(faultsIn({ path: 'src/link/entry.ts', text })).toEqual([]);
  });

  it.each([
    ['a word of a comment', '// the window of history'],
    ['a word of a string', "const says = 'history, location';"],
    ['a word of a template', `const says = \`the document \${name} window\`;`],
    ['a word of a pattern', 'const says = /window|document/;'],
    ['a member', 'const before = entry.history;'],
    ['a key', 'const entry = { history: [], window: 3 };'],
    ['a member of a type', 'interface Entry {\n  readonly history: Trail;\n  location?: string;\n}'],
    ['a name that the module gives', 'const document = parse(text);\nreturn document.errors;'],
    ['a longer name', 'const windowed = historyOf(documents);'],
  ])('%s is left alone', (_what, text) => {
    expect(inDomain(text)).toEqual([]);
  });
});

describe('a default export is seen', () => {
  it.each([
    ['of a function', 'export default function walk() {}'],
    ['of a name', 'const walk = 1;\nexport { walk as default };'],
  ])('%s', (_what, text) => {
    expect(inDomain(text)).toEqual(['src/domain/walk.ts has a default export; name it.']);
    expect(faultsIn({ path: 'tests/walk.test.ts', text })).toHaveLength(1);
  });

  it.each(['vite.config.ts', 'src/build/package.d.ts'])('and left alone in %s', (path) => {
    expect(faultsIn({ path, text: 'export default {};' })).toEqual([]);
  });
});

describe('a circle of imports is seen', () => {
  const importing = (path: string, ...from: readonly string[]): Module => ({
    path,
    text: from.map((one) => `import type { Thing } from '${one}';`).join('\n'),
  });

  it('over three modules', () => {
    const modules = [
      importing('src/domain/a.ts', './b.ts', './d.ts'),
      importing('src/domain/b.ts', './c.ts'),
      importing('src/domain/c.ts', './a.ts'),
      importing('src/domain/d.ts'),
    ];
    expect(cyclesIn(modules)).toEqual([['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts', 'src/domain/a.ts']]);
  });

  it('of a module with itself', () => {
    expect(cyclesIn([importing('src/domain/a.ts', './a.ts')])).toEqual([['src/domain/a.ts', 'src/domain/a.ts']]);
  });

  it('and two ways to one module are none', () => {
    const modules = [
      importing('src/app/a.ts', './b.ts', './c.ts'),
      importing('src/app/b.ts', './d.ts'),
      importing('src/app/c.ts', './d.ts'),
      importing('src/app/d.ts'),
    ];
    expect(cyclesIn(modules)).toEqual([]);
  });
});

describe('code without its comments and strings', () => {
  it.each([
    ["const a = 'b'; // c", "const a = ' ';     "],
    ['a /* b */ + c', 'a         + c'],
    [`\`a \${b + \`c \${d}\`} e\``, `\`  \${b + \`  \${d}\`}  \``],
    ['a / b / c', 'a / b / c'],
    ['x = /a\\/[/]b/g;', 'x = /       /g;'],
    ['<p>don’t {a}</p>;', '<p>don’t {a}</p>;'],
  ])('%s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
