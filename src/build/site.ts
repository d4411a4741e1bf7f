import type { Content } from '../content/load.ts';
import { type Flow } from '../domain/flow.ts';
import type { PageData } from '../prerender.tsx';
import { type Page, sitePages } from './pages.ts';
import { askingWords, contentOf, resultWords, viewsWords } from './words.ts';

/** Everything that pages are made from. */
export interface Site {
  readonly content: Content;
  readonly flows: readonly Flow[];
  readonly pages: readonly Page[];
}

/** Returns the site made of this content and these flows. */
export const siteOf = (content: Content, flows: readonly Flow[]): Site => ({
  content,
  flows,
  pages: sitePages(content, flows),
});

/** Returns the flow of this id. */
export function flowIn(site: Site, id: string): Flow {
  const flow = site.flows.find((candidate) => candidate.id === id);
  if (!flow) throw new Error(`there is no flow ${id}`);
  return flow;
}

const camel = (id: string): string => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The parts of a flow's words that are scripts of their own. */
export type WordsPart = 'flow' | 'result' | 'views' | 'map';

/** Returns the source of the module that brings one part of a flow to the browser. */
export function flowModuleSource(site: Site, id: string, part: WordsPart): string {
  const flow = flowIn(site, id);
  const words = (value: unknown): string => `export const words = ${JSON.stringify(value)};`;
  switch (part) {
    case 'flow':
      return [
        `export { ${camel(id)} as flow } from '/src/flows/${id}.ts';`,
        `export const asking = ${JSON.stringify(askingWords(site.content, flow))};`,
        ...(['result', 'views', 'map'] as const).map(
          (name) => `export const ${name} = () => import('words:${id}/${name}').then(({ words }) => words);`,
        ),
      ].join('\n');
    case 'result':
      return words(resultWords(site.content, flow));
    case 'views':
      return words(viewsWords(site.content, flow));
    case 'map':
      return words({ flow: id });
  }
}

/** Returns what a page is rendered from. */
export function pageData(site: Site, page: Page): PageData {
  const { content } = site;
  if (page.flow !== undefined) {
    const flow = flowIn(site, page.flow);
    const asking = askingWords(content, flow);
    const base = { flow, asking };
    switch (page.kind) {
      case 'views':
        return { kind: 'flow', data: { ...base, place: { page: 'views' }, views: viewsWords(content, flow) } };
      case 'map':
        return { kind: 'flow', data: { ...base, place: { page: 'map' }, map: { flow: flow.id } } };
      case 'questions':
        return { kind: 'flow', data: { ...base, place: { page: 'questions' } } };
      case 'depends':
        return { kind: 'flow', data: { ...base, place: { page: 'depends' }, result: resultWords(content, flow) } };
      default:
        return {
          kind: 'flow',
          data: { ...base, place: { page: 'verdict', verdict: page.verdict ?? '' }, result: resultWords(content, flow) },
        };
    }
  }
  const home = content.pages.home.data;
  const first = site.flows[0];
  if (!first) throw new Error('there is no flow');
  return {
    kind: 'home',
    data: {
      ...home,
      sides: askingWords(content, first).sides,
      dilemmas: site.flows.map((flow) => {
        const { short, hint } = contentOf(content, flow.id).index.data;
        return { id: flow.id, short, hint, questions: 5 };
      }),
    },
  };
}
