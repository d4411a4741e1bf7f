import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultyContent } from '../content/fault.ts';
import { flows } from '../flows/index.ts';
import { renderFooter, renderFragments, renderPage } from '../prerender.tsx';
import { check } from './check.ts';
import { documentOf, journalData } from './document.ts';
import { fragmentsOf } from './fragments.ts';
import type { Page } from './pages.ts';
import { flowIn, flowModuleSource, journalProps, pageData, siteOf } from './site.ts';
import { styleSheets } from './styles.ts';
import { askingWords } from './words.ts';
import { type WordsPart, wordsModule } from './words-modules.ts';

/** The pages of the dev server, made from what was read at one moment. */
export interface DevPages {
  /** Returns the page at an address; that of “nothing here” where there is none. */
  htmlAt(address: string, headScript: string): { readonly html: string; readonly isFound: boolean };
  /** Returns the source of the module that brings one part of a flow to the browser. */
  moduleSource(flow: string, part: WordsPart): string;
}

/** Reads words and machines afresh; `base` is the base path. @throws FaultyContent where the check finds a fault. */
export function readPages(root: string, base: string): DevPages {
  const { content, faults } = check(root, flows);
  if (faults.length > 0) throw new FaultyContent(faults);
  const site = siteOf(content, flows);
  const moduleOf = (flow: string): string => `${base}@id/__x00__${wordsModule(flow, 'flow')}`;
  const fragments = ({ kind, flow }: Page): string => {
    if (kind === 'journal') return journalData(journalProps(site, moduleOf));
    if (kind !== 'questions' || flow === undefined) return '';
    return fragmentsOf(flowIn(site, flow), askingWords(content, flowIn(site, flow)), renderFragments);
  };
  const htmlOf = (page: Page, headScript: string): string =>
    documentOf(readFileSync(join(root, 'index.html'), 'utf8'), {
      page,
      base,
      siteUrl: '',
      app: renderPage(pageData(site, page)),
      footer: renderFooter(),
      styles: styleSheets(page.kind)
        .map((file) => `<link rel="stylesheet" href="${base}${file}">`)
        .join('\n'),
      headScript,
      entry: `${base}src/main.tsx`,
      preloads: [],
      ...(page.flow === undefined ? {} : { flowModule: moduleOf(page.flow) }),
      fragments: fragments(page),
      picture: '',
    });
  return {
    htmlAt(address, headScript) {
      const found = site.pages.find((page) => page.address === address);
      const page = found ?? site.pages.find(({ kind }) => kind === 'not-found');
      if (!page) throw new Error('there is no page for what is not there');
      return { html: htmlOf(page, headScript), isFound: found !== undefined };
    },
    moduleSource: (flow, part) => flowModuleSource(site, flow, part),
  };
}
