import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createServer } from 'vite';
import { LICENCES } from '../app/pages/licences.ts';
import { FaultyContent } from '../content/fault.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { flows } from '../flows/index.ts';
import { type BudgetedPage, budgetTable, weigh } from './budgets.ts';
import { check } from './check.ts';
import { documentOf, journalData } from './document.ts';
import { cutFonts } from './fonts.ts';
import { fragmentsOf } from './fragments.ts';
import { manifest, writeIcons } from './icons.ts';
import { inlineScript } from './inline-script.ts';
import { licenceTexts } from './libraries.ts';
import type { Page } from './pages.ts';
import { previewOf, writePreviews } from './previews.ts';
import { buildScripts, type Scripts } from './scripts.ts';
import { hostFiles, lockDown } from './security.ts';
import { writeServiceWorker } from './service-worker.ts';
import { baseFrom, outFolder, siteUrlFrom } from './settings.ts';
import { flowIn, journalProps, pageData, type Site, siteOf } from './site.ts';
import { robots, sitemap } from './sitemap.ts';
import { fontFaces, pageStyles } from './styles.ts';
import { askingWords, contentOf } from './words.ts';

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
  /** True where preview pictures are not drawn and nothing is held to a budget: for measuring how builds grow. */
  readonly isRough?: boolean;
}

/** Returns the settings that the environment gives. @throws UnusableSetting where it gives what no site can be built with. */
export const settingsFrom = (env: NodeJS.ProcessEnv): Settings => ({
  root: resolve('.'),
  out: env['OUT_DIR']?.trim() || 'dist',
  base: baseFrom(env['BASE_PATH'] ?? '/', 'BASE_PATH'),
  siteUrl: siteUrlFrom(env['SITE_URL'] ?? ''),
});

/** Thrown where the built site weighs more than it may. */
class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

/** What a site is a guide to: its flows, and the folder in which their words stand, in `content/`. */
export interface Guide {
  readonly flows: readonly MachineFlow[];
  readonly folder: string;
}

/** Returns the site that a guide makes. @throws FaultyContent where the check finds a fault. */
function readSite({ flows, folder }: Guide): Site {
  const { content, faults } = check(folder, flows);
  if (faults.length > 0) throw new FaultyContent(faults);
  return siteOf(content, flows);
}

/**
 * Builds the whole site: scripts, fonts, pictures, an HTML file for every page, and what hosts and browsers need.
 * @throws UnusableSetting, FaultyContent or OverBudget, with sentences for the person who builds.
 */
export async function build(
  settings: Settings = settingsFrom(process.env),
  guide: Guide = { flows, folder: settings.root },
): Promise<Site> {
  const { root, base } = settings;
  const out = await outFolder(root, settings.out);
  const site = readSite(guide);
  const { scripts, headScript } = await inProduction(async () => ({
    scripts: await buildScripts(site, root, base, out),
    headScript: await inlineScript(root, 'src/app/head.ts'),
  }));

  await writePages(site, settings, out, scripts, headScript);
  if (!settings.isRough) await writePreviews(site, out);
  await write(out, LICENCES, licenceTexts(scripts.packages, root));
  await writeForHosts(site, settings, out);
  // The last thing written: the worker names every file by its hash.
  const own = Object.fromEntries(site.flows.map(({ id }) => [id, scripts.ownFiles(id)]));
  await writeServiceWorker({ outDir: out, base, flows: own });
  // A site that is too heavy is whole all the same, and can be looked at.
  if (!settings.isRough) await keepWithinBudgets(site, out, base, scripts);
  return site;
}

/**
 * Does something as for production, whatever the environment says: a dev server in the same process, or a person's own
 * settings, say `development`, and Vite would build what nobody should publish. React must not change its mind half-way
 * through a process, so the environment is as it was afterwards.
 */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const mode = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (mode === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = mode;
  }
}

const fileOf = ({ address }: Page): string => (address.endsWith('.html') ? address : `${address}index.html`);

async function write(out: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(out, file)), { recursive: true });
  await writeFile(join(out, file), text);
}

async function writePages(
  site: Site,
  settings: Settings,
  out: string,
  scripts: Scripts,
  headScript: string,
): Promise<void> {
  const { root, base, siteUrl } = settings;
  const fonts = await cutFonts(join(out, 'assets'));
  const faces = fontFaces(`${base}assets/${fonts.roman}`, `${base}assets/${fonts.italic}`);
  const stylesOf = pageStyles(root);
  const skeleton = await readFile(join(root, 'index.html'), 'utf8');
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
    const fragments = (id: string): string => {
      const flow = flowIn(site, id);
      return fragmentsOf(flow, askingWords(site.content, flow), prerender.renderFragments);
    };
    const moduleOf = (flow: string): string => `${base}${scripts.flowModule(flow)}`;
    for (const page of site.pages) {
      const preloads = scripts.forPage(page).filter((file) => file !== scripts.entry);
      const html = documentOf(skeleton, {
        page,
        base,
        siteUrl,
        app: prerender.renderPage(pageData(site, page, scripts.packages)),
        footer,
        styles: `<style>${stylesOf(page.kind)}</style>`,
        faces,
        headScript,
        entry: `${base}${scripts.entry}`,
        preloads: preloads.map((file) => `${base}${file}`),
        ...(page.flow === undefined ? {} : { flowModule: `${base}${scripts.flowModule(page.flow)}` }),
        picture: previewOf(site, page),
        ...(page.kind === 'questions' && page.flow !== undefined ? { fragments: fragments(page.flow) } : {}),
        ...(page.kind === 'journal' ? { fragments: journalData(journalProps(site, moduleOf)) } : {}),
      });
      await write(out, fileOf(page), lockDown(html, `/${page.address}`));
    }
  } finally {
    await renderer.close();
  }
}

async function writeForHosts(site: Site, { root, base, siteUrl }: Settings, out: string): Promise<void> {
  const shortcuts = site.flows.map(({ id }) => {
    const { title, short } = contentOf(site.content, id).index.data;
    return { id, title, short };
  });
  const { description } = site.content.pages.home.data;
  await cp(join(root, 'public'), out, { recursive: true });
  await writeIcons(out);
  await write(out, 'manifest.webmanifest', manifest({ base, description, flows: shortcuts }));
  await write(out, 'robots.txt', robots(siteUrl ? siteUrl + base : undefined));
  const shown = site.pages.filter(({ hidden }) => !hidden).map(({ address }) => address);
  if (siteUrl) await write(out, 'sitemap.xml', sitemap(shown, siteUrl + base));
  for (const [file, text] of Object.entries(hostFiles(base))) await write(out, file, text);
}

const BUDGET_KIND: Readonly<Partial<Record<Page['kind'], BudgetedPage['kind']>>> = {
  home: 'home',
  questions: 'question',
  verdict: 'result',
  depends: 'result',
};

async function keepWithinBudgets(site: Site, out: string, base: string, scripts: Scripts): Promise<void> {
  const pages = site.pages.map((page): BudgetedPage => {
    const weighed = { address: page.address, kind: BUDGET_KIND[page.kind] ?? 'other', scripts: scripts.forPage(page) };
    if (page.kind !== 'questions' || page.flow === undefined) return weighed;
    const { questions } = contentOf(site.content, page.flow);
    // Why a question is asked is said in words of its own.
    const ownWords = Object.values(questions).map(({ body }) => body.trim().split(/[.”"]/, 1)[0] ?? '');
    return { ...weighed, resultScripts: scripts.forResult(page), ownWords };
  });
  const report = await weigh(out, pages, base);
  console.log(budgetTable(report));
  if (report.violations.length > 0) throw new OverBudget(report.violations.join('\n'));
}
