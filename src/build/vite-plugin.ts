import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { DevPages } from './dev-pages.ts';
import { inlineScript } from './inline-script.ts';
import { isWordsModule, wordsModules } from './words-modules.ts';

// Vite starts anew where a file changes that its configuration imports. So this file imports little, and what makes the
// pages (`dev-pages.ts`, and through it the flows and the check) comes by way of the server: it is as hot as the rest.

const HEAD = 'src/app/head';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Returns a page that says what is wrong, each fault with its file and line; the next file that is saved reloads it. */
function faultPage(error: unknown): string {
  // The class came by way of the server, too: only its name is known here.
  const isFault = error instanceof Error && error.name === 'FaultyContent';
  const heading = isFault ? 'The guide has a fault' : 'The page could not be rendered';
  const text = error instanceof Error ? (isFault ? error.message : (error.stack ?? error.message)) : String(error);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${heading}</title></head>
<body style="font: 16px/1.5 system-ui; max-width: 60rem; margin: 2rem auto; padding: 0 1rem"><main><h1>${heading}</h1>
<p>Your place is kept. This page goes as soon as what it says is mended and saved.</p>
<pre style="white-space: pre-wrap">${escaped(text)}</pre></main></body></html>`;
}

/** The dev server's pages: each prerendered at its address as the build does it, read afresh once a file has changed. */
export function counterpoint(): Plugin {
  let server: ViteDevServer | undefined;
  let pages: Promise<DevPages> | undefined;
  let headScript: Promise<string> | undefined;

  const read = async (): Promise<DevPages> => {
    if (!server) throw new Error('words are served by the dev server, or built by src/build/build.ts');
    const { root, base } = server.config;
    const { readPages } = (await server.ssrLoadModule('/src/build/dev-pages.ts')) as typeof import('./dev-pages.ts');
    return readPages(root, base);
  };
  const present = (): Promise<DevPages> => {
    pages ??= read();
    return pages;
  };

  const answer = async (dev: ViteDevServer, address: string): Promise<{ status: number; html: string }> => {
    try {
      headScript ??= inlineScript(dev.config.root, `${HEAD}.ts`);
      const { html, isFound } = (await present()).htmlAt(address, await headScript);
      return { status: isFound ? 200 : 404, html };
    } catch (error) {
      return { status: 500, html: faultPage(error) };
    }
  };

  return {
    name: 'counterpoint',
    ...wordsModules(async (flow, part) => (await present()).moduleSource(flow, part)),
    configureServer(dev) {
      server = dev;
      const { root } = dev.config;
      const { client } = dev.environments;
      dev.watcher.add(join(root, 'content'));
      dev.watcher.on('all', (_, file) => {
        const isWords = file.startsWith(join(root, 'content'));
        if (!isWords && !file.startsWith(join(root, 'src'))) return;
        pages = undefined;
        if (file.startsWith(join(root, HEAD))) headScript = undefined;
        for (const module of client.moduleGraph.idToModuleMap.values()) {
          if (isWordsModule(module.id)) client.moduleGraph.invalidateModule(module);
        }
        // What the browser has loaded, Vite itself brings up to date. A rule or a word has only gone through the server.
        // The history entry holds the reader's place, so that a reload keeps it.
        const isLoaded = (client.moduleGraph.getModulesByFile(file)?.size ?? 0) > 0;
        if (isWords || !isLoaded) client.hot.send({ type: 'full-reload' });
      });
      return () => {
        dev.middlewares.use(async (request, response, next) => {
          const address = (request.url ?? '/').replace(/[?#].*$/, '').replace(/^\//, '');
          const isPage = /(^|\/|\.html)$/.test(address) || request.headers.accept?.includes('text/html');
          if (!isPage) {
            next();
            return;
          }
          const { status, html } = await answer(dev, address === 'index.html' ? '' : address);
          response.statusCode = status;
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(await dev.transformIndexHtml(`/${address}`, html));
        });
      };
    },
  };
}
