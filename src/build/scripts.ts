import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, build as viteBuild } from 'vite';
import { packagesIn } from './libraries.ts';
import type { Page } from './pages.ts';
import { flowModuleSource, type Site } from './site.ts';
import { wordsModule, wordsModules } from './words-modules.ts';

/** The scripts that Vite has built, and which of them pages need; every path is below the site's folder. */
export interface Scripts {
  /** The names of the packages whose code is in the scripts. */
  readonly packages: readonly string[];
  /** The module that every page starts with. */
  readonly entry: string;
  /** Returns the module that brings a flow to the browser. */
  flowModule(flow: string): string;
  /** Returns everything that only this flow needs, whatever part of it is opened. */
  ownFiles(flow: string): readonly string[];
  /** Returns every script that a page needs before it answers, the entry first. */
  forPage(page: Page): readonly string[];
  /** Returns the scripts that a question page needs besides, once it shows a result. */
  forResult(page: Page): readonly string[];
}

// What a question page needs comes in few files: small ones compress badly.
const CHUNKS = [
  // What every page needs: each file more costs a slow processor milliseconds before it paints.
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler)\/|rolldown\/runtime|src\/app\/(worker-names|parts\/fault-boundary)/,
  },
  {
    name: 'questions',
    test: /src\/domain\/(answer|claim|condition|flow|place|walk)\.|src\/app\/flow\/(?!arrival|broken-link)|src\/link\/(entry|retired)|src\/reasoning\/(lean|reach|remaining|side|tally)|src\/app\/(numbers|parts\/(lean|mark|masthead|prose|standing))/,
  },
  {
    name: 'result',
    test: /src\/app\/result\/(?!general|verdict-in|depends)|src\/reasoning\/(explain|changes)|src\/app\/parts\/(part|set-aside)/,
  },
];

const RESULT = 'src/app/result/result-pages.tsx';
const FLOW_PAGES = ['src/app/flow/start.tsx'];

/** Returns the modules of the app that a page needs at once. */
function modulesOf({ kind, flow }: Page): readonly string[] {
  if (kind === 'journal') return ['src/app/journal/journal-page.tsx'];
  if (flow === undefined || kind === 'questions') return flow === undefined ? [] : FLOW_PAGES;
  if (kind === 'views') return [...FLOW_PAGES, 'src/app/views/views-page.tsx'];
  if (kind === 'map') return [...FLOW_PAGES, 'src/app/map/map-page.tsx'];
  return [...FLOW_PAGES, 'src/app/result/general-pages.tsx'];
}

function scriptsIn(manifest: Manifest): Omit<Scripts, 'packages'> {
  const keyOf = (end: string): string => {
    const key = Object.keys(manifest).find((candidate) => candidate.endsWith(end));
    if (key === undefined) throw new Error(`the build has no module ${end}, which pages need`);
    return key;
  };
  const reached = (keys: readonly string[], isDeep: boolean): readonly string[] => {
    const seen = new Set<string>();
    const visit = (key: string): void => {
      if (seen.has(key)) return;
      seen.add(key);
      const { imports = [], dynamicImports = [] } = manifest[key] ?? {};
      for (const next of isDeep ? [...imports, ...dynamicImports] : imports) visit(next);
    };
    for (const key of keys) visit(key);
    return [...seen];
  };
  const files = (keys: readonly string[]): readonly string[] => [
    ...new Set(keys.flatMap((key) => manifest[key]?.file ?? [])),
  ];
  const flowKey = (flow: string): string => keyOf(wordsModule(flow, 'flow'));
  const entry = keyOf('src/main.tsx');
  const forPage = (page: Page): readonly string[] => {
    const own = page.flow === undefined ? [] : [flowKey(page.flow)];
    return files(reached([entry, ...modulesOf(page).map(keyOf), ...own], false));
  };
  return {
    entry: manifest[entry]?.file ?? '',
    flowModule: (flow) => manifest[flowKey(flow)]?.file ?? '',
    forPage,
    ownFiles: (flow) => files(reached([flowKey(flow)], true).filter((key) => key.includes(`words:${flow}/`))),
    forResult: (page) => {
      const words = keyOf(wordsModule(page.flow ?? '', 'result'));
      const before = new Set(forPage(page));
      return files(reached([keyOf(RESULT), words], false)).filter((file) => !before.has(file));
    },
  };
}

/** Builds every script that reaches a reader's browser into `out`, and returns which pages need which. */
export async function buildScripts(site: Site, root: string, base: string, out: string): Promise<Scripts> {
  const input = Object.fromEntries(site.flows.map(({ id }) => [`flow-${id}`, wordsModule(id, 'flow')]));
  const built = await viteBuild({
    root,
    base,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [
      // Goes before the dev server's plugin, which the configuration brings along.
      { name: 'words', enforce: 'pre', ...wordsModules((flow, part) => flowModuleSource(site, flow, part)) },
    ],
    build: {
      outDir: out,
      emptyOutDir: true,
      rollupOptions: {
        input: { main: join(root, 'src/main.tsx'), ...input },
        // A flow’s module is imported by its address: it keeps its exports.
        preserveEntrySignatures: 'exports-only',
        output: { codeSplitting: { groups: CHUNKS } },
      },
    },
  });
  const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
  await rm(join(out, '.vite'), { recursive: true });
  const outputs = [built].flat().flatMap((bundle) => ('output' in bundle ? [...bundle.output] : []));
  const chunks = outputs.filter((output) => output.type === 'chunk');
  return { ...scriptsIn(manifest), packages: packagesIn(chunks) };
}
