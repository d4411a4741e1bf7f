import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { FaultyContent } from '../content/fault.ts';
import { loadContent } from '../content/load.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { documentOf, escaped, journalData } from './document.ts';
import type { Page } from './pages.ts';
import { flowModuleSource, journalProps, pageData, type Site, siteOf, type WordsPart } from './site.ts';
import { styleSheets } from './styles.ts';

/** `words:<flow>/<part>` is a module made from a flow's words: see `flowModuleSource`. */
const WORDS = /^words:([a-z-]+)\/(flow|result|general|views|map)$/;

/** Vite takes an id that begins with \0 for a plugin's own. */
const OWN = '\0';

/** Returns the id of the module that brings one part of a flow to the browser. */
export const wordsModule = (flow: string, part: WordsPart): string => `words:${flow}/${part}`;

/**
 * Serves a flow's words as modules and, in the dev server, every page prerendered at its address. `site` is what the
 * build has read already; the dev server reads afresh whenever a file has changed.
 */
export function counterpoint(built?: Site): Plugin {
  let site = built;
  let server: ViteDevServer | undefined;
  let root = process.cwd();

  const load = async (): Promise<Site> => {
    if (site) return site;
    const { flows } = server
      ? ((await server.ssrLoadModule('/src/flows/index.ts')) as { flows: readonly MachineFlow[] })
      : await import('../flows/index.ts');
    site = siteOf(loadContent(root), flows);
    return site;
  };

  return {
    name: 'counterpoint',
    // What has been read goes before what the plugin of the configuration would read.
    ...(built ? { enforce: 'pre' } : {}),
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (WORDS.test(id) ? `${OWN}${id}` : undefined),
    async load(id) {
      const [, flow, part] = (id.startsWith(OWN) && WORDS.exec(id.slice(1))) || [];
      if (flow === undefined) return undefined;
      return flowModuleSource(await load(), flow, part as WordsPart);
    },
    configureServer(dev) {
      server = dev;
      dev.watcher.add(join(root, 'content'));
      dev.watcher.on('all', (_, file) => {
        if (!file.startsWith(join(root, 'content')) && !file.startsWith(join(root, 'src'))) return;
        site = undefined;
        if (file.endsWith('.md')) {
          // The history entry holds the reader's place, so that a reload keeps it.
          for (const module of dev.moduleGraph.idToModuleMap.values()) {
            if (module.id?.startsWith(`${OWN}words:`)) dev.moduleGraph.invalidateModule(module);
          }
          dev.ws.send({ type: 'full-reload' });
        }
      });
      return () => {
        dev.middlewares.use(async (request, response, next) => {
          const path = (request.url ?? '/').split('?')[0]?.replace(/^\//, '') ?? '';
          try {
            const { pages } = await load();
            const page = pages.find(({ address }) => address === path);
            if (!page) {
              next();
              return;
            }
            const html = await devPage(dev, root, await load(), page);
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(await dev.transformIndexHtml(`/${path}`, html));
          } catch (error) {
            response.statusCode = 500;
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(await dev.transformIndexHtml('/', faultPage(error)));
          }
        });
      };
    },
  };
}

/** Returns a page that says what is wrong with the content; it reloads when a file is saved. */
function faultPage(error: unknown): string {
  const isFault = error instanceof FaultyContent;
  const heading = isFault ? 'The content has a fault' : 'The page could not be rendered';
  const text = error instanceof Error ? (isFault ? error.message : (error.stack ?? error.message)) : String(error);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${heading}</title></head><body><main><h1>${heading}</h1><pre>${escaped(text)}</pre></main></body></html>`;
}

async function devPage(dev: ViteDevServer, root: string, site: Site, page: Page): Promise<string> {
  const prerender = (await dev.ssrLoadModule('/src/prerender.tsx')) as typeof import('../prerender.tsx');
  const { base } = dev.config;
  const moduleOf = (flow: string): string => `${base}@id/__x00__${wordsModule(flow, 'flow')}`;
  return documentOf(readFileSync(join(root, 'index.html'), 'utf8'), {
    page,
    base,
    siteUrl: '',
    app: prerender.renderPage(pageData(site, page)),
    footer: prerender.renderFooter(),
    styles: styleSheets(page.kind)
      .map((file) => `<link rel="stylesheet" href="${base}${file}">`)
      .join('\n'),
    headScript: '',
    entry: `${base}src/main.tsx`,
    preloads: [],
    ...(page.flow === undefined ? {} : { flowModule: moduleOf(page.flow) }),
    ...(page.kind === 'journal' ? { fragments: journalData(journalProps(site, moduleOf)) } : {}),
    font: '',
    picture: '',
  });
}
