import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createServer, type Manifest, build as viteBuild } from 'vite';
import { loadContent } from '../content/load.ts';
import { flows } from '../flows/index.ts';
import { type Page } from './pages.ts';
import { documentOf, jsonInScript } from './document.ts';
import { cutFonts } from './fonts.ts';
import { lockDown } from './security.ts';
import { flowIn, pageData, type Site, siteOf } from './site.ts';
import { fontFaces, pageStyles } from './styles.ts';
import { askingWords } from './words.ts';
import { counterpoint, wordsModule } from './vite-plugin.ts';

/** What the build can be told by its environment. */
export interface Settings {
  /** The project's folder. */
  readonly root: string;
  /** Where the site is written, relative to the project (`OUT_DIR`). */
  readonly out: string;
  /** The base path, with a slash at both ends (`BASE_PATH`). */
  readonly base: string;
  /** The site's absolute address without a slash at the end (`SITE_URL`); empty where it is not known. */
  readonly siteUrl: string;
}

/** Returns the settings that the environment gives. */
export const settingsFrom = (env: NodeJS.ProcessEnv): Settings => ({
  root: resolve('.'),
  out: env['OUT_DIR'] ?? 'dist',
  base: `/${(env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
  siteUrl: (env['SITE_URL'] ?? '').replace(/\/+$/, ''),
});

/** Returns the scripts that an entry loads at once, itself first. */
export function scriptsOf(manifest: Manifest, key: string): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit(key);
  return [...found];
}

const keyOf = (manifest: Manifest, test: (key: string) => boolean): string => {
  const key = Object.keys(manifest).find(test);
  if (key === undefined) throw new Error('the build’s manifest lacks a module that pages need');
  return key;
};

/** Returns a small script, bundled and minified, as text to stand inline. */
async function inlineScript(root: string, entry: string): Promise<string> {
  const built = await viteBuild({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2020', lib: { entry: join(root, entry), formats: ['iife'], name: 'head' } },
  });
  const output = [built].flat()[0];
  if (!output || !('output' in output)) throw new Error(`nothing was built from ${entry}`);
  return output.output[0].code.trim();
}

/** The modules that a page's scripts come from, by what it may turn into at once. */
const pageModules = (page: Page): readonly string[] => {
  const flow = ['src/app/flow/flow-app.tsx', 'src/app/flow/parts.ts', 'src/app/flow/session.ts'];
  if (page.flow === undefined) return [];
  if (page.kind === 'views') return [...flow, 'src/app/views/views-page.tsx'];
  if (page.kind === 'map') return [...flow, 'src/app/map/map-page.tsx'];
  return page.kind === 'questions' ? flow : [...flow, 'src/app/result/result-pages.tsx'];
};

/** Builds the whole site into `dist`: scripts, fonts, and an HTML file for every page. */
export async function build(settings: Settings = settingsFrom(process.env)): Promise<Site> {
  const { root, base, siteUrl } = settings;
  const out = resolve(root, settings.out);
  const mode = process.env['NODE_ENV'];
  const site = siteOf(loadContent(root), flows);
  await rm(out, { recursive: true, force: true });

  const input = Object.fromEntries(site.flows.map(({ id }) => [`flow-${id}`, wordsModule(id, 'flow')]));
  await viteBuild({
    root,
    base,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [counterpoint(site)],
    build: {
      outDir: out,
      emptyOutDir: true,
      rollupOptions: {
        input: { main: join(root, 'src/main.tsx'), ...input },
        // A flow’s module is imported by its address: it keeps its exports.
        preserveEntrySignatures: 'exports-only',
      },
    },
  });
  const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
  await rm(join(out, '.vite'), { recursive: true });

  const fonts = await cutFonts(join(out, 'assets'));
  const faces = fontFaces(`${base}assets/${fonts.roman}`, `${base}assets/${fonts.italic}`);
  const skeleton = await readFile(join(root, 'index.html'), 'utf8');
  const headScript = await inlineScript(root, 'src/app/head.ts');
  const entry = keyOf(manifest, (key) => key.endsWith('src/main.tsx'));
  const scriptsFor = (page: Page): readonly string[] => {
    const keys = [entry, ...pageModules(page).map((module) => keyOf(manifest, (key) => key.endsWith(module)))];
    const own = page.flow === undefined ? [] : [flowKey(manifest, page.flow)];
    return [...new Set([...keys, ...own].flatMap((key) => scriptsOf(manifest, key)))];
  };

  // Vite's build leaves this at `production`; React must not change its mind half-way through a process.
  if (mode === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = mode;
  const renderer = await createServer({
    root,
    base,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const prerender = (await renderer.ssrLoadModule('/src/prerender.tsx')) as typeof import('../prerender.tsx');
    const footer = prerender.renderFooter();
    for (const page of site.pages) {
      const [first, ...preloads] = scriptsFor(page);
      const html = documentOf(skeleton, {
        page,
        base,
        siteUrl,
        app: prerender.renderPage(pageData(site, page)),
        footer,
        styles: `<style>${pageStyles(root, page.kind, faces)}</style>`,
        headScript,
        entry: `${base}${first}`,
        preloads: preloads.map((file) => `${base}${file}`),
        ...(page.flow === undefined ? {} : { flowModule: `${base}${manifest[flowKey(manifest, page.flow)]?.file}` }),
        font: `${base}assets/${fonts.roman}`,
        picture: 'previews/home.png',
        ...(page.kind === 'questions' ? { fragments: fragmentsOf(site, page, prerender) } : {}),
      });
      const file = join(out, page.address.endsWith('.html') ? page.address : `${page.address}index.html`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, lockDown(html, page.address));
    }
  } finally {
    await renderer.close();
  }
  return site;
}

const flowKey = (manifest: Manifest, flow: string): string =>
  keyOf(manifest, (key) => key.endsWith(wordsModule(flow, 'flow')));

/** Returns the templates of a flow's questions, and the table by which a page without code routes between them. */
function fragmentsOf(site: Site, page: Page, prerender: typeof import('../prerender.tsx')): string {
  const flow = flowIn(site, page.flow ?? '');
  const { first, questions } = flow.routes;
  const routes = Object.fromEntries(
    Object.entries(questions).map(([question, options]) => [
      question,
      Object.fromEntries(
        Object.entries(options).map(([option, edges]) => [
          option,
          edges.map(({ fact, to }) => (fact === undefined ? [to] : [to, flow.facts[fact]])),
        ]),
      ),
    ]),
  );
  const templates = prerender
    .renderFragments(flow, askingWords(site.content, flow))
    .map(({ question, html }) => `<template data-question="${question}">${html}</template>`);
  const table = `<script type="application/json" id="routes">${jsonInScript({ flow: flow.id, first, routes })}</script>`;
  return [...templates, table].join('\n');
}
