import type { JournalProps } from '../app/journal/journal-page.tsx';
import type { Content } from '../content/load.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import type { Flow } from '../domain/flow.ts';
import { pathsOf } from '../domain/paths.ts';
import type { PageData } from '../prerender.tsx';
import { drawingOf } from './drawing.ts';
import { dependencies, shippedLibraries } from './libraries.ts';
import { type Page, type PageKind, sitePages } from './pages.ts';
import {
  askingWords,
  claimsRaised,
  contentOf,
  generalWords,
  plainWords,
  resultWords,
  ruleWords,
  sourceWords,
  viewsWords,
  voiceEntries,
} from './words.ts';
import type { WordsPart } from './words-modules.ts';

/** Everything that pages are made from. */
export interface Site {
  readonly content: Content;
  readonly flows: readonly MachineFlow[];
  readonly pages: readonly Page[];
}

/** Returns the site made of this content and these flows. */
export const siteOf = (content: Content, flows: readonly MachineFlow[]): Site => ({
  content,
  flows,
  pages: sitePages(content, flows),
});

/** Returns the flow of this id. */
export function flowIn(site: Site, id: string): MachineFlow {
  const flow = site.flows.find((candidate) => candidate.id === id);
  if (!flow) throw new Error(`there is no flow ${id}`);
  return flow;
}

const tableOf = ({ machine: _, betterToWorse: __, ...table }: MachineFlow): Flow => table;

/** Returns the source of the module that brings one part of a flow to the browser. */
export function flowModuleSource(site: Site, id: string, part: WordsPart): string {
  const flow = flowIn(site, id);
  const words = (value: unknown): string => `export const words = ${JSON.stringify(value)};`;
  switch (part) {
    case 'flow':
      return [
        // The table is all that walking takes; the machine that it is made from stays behind.
        `export const flow = ${JSON.stringify(tableOf(flow))};`,
        `export const asking = ${JSON.stringify(askingWords(site.content, flow))};`,
        ...(['result', 'general', 'views', 'map'] as const).map(
          (name) => `export const ${name} = () => import('words:${id}/${name}').then(({ words }) => words);`,
        ),
      ].join('\n');
    case 'result':
      return words(resultWords(site.content, flow));
    case 'general':
      return words(generalWords(site.content, flow));
    case 'views':
      return words(viewsWords(site.content, flow));
    case 'map':
      return words(drawingOf(flow, askingWords(site.content, flow), resultWords(site.content, flow)));
  }
}

/** Returns what a page is rendered from; `packages` are those whose code is shipped, where a build knows them. */
export function pageData(site: Site, page: Page, packages = dependencies()): PageData {
  const { content } = site;
  if (page.flow !== undefined) {
    const flow = flowIn(site, page.flow);
    const asking = askingWords(content, flow);
    const base = { flow, asking };
    switch (page.kind) {
      case 'views':
        return { kind: 'flow', data: { ...base, place: { page: 'views' }, views: viewsWords(content, flow) } };
      case 'map':
        return {
          kind: 'flow',
          data: { ...base, place: { page: 'map' }, map: drawingOf(flow, asking, resultWords(content, flow)) },
        };
      case 'questions':
        return { kind: 'flow', data: { ...base, place: { page: 'questions' } } };
      case 'depends':
        return {
          kind: 'flow',
          data: { ...base, place: { page: 'depends' }, result: resultWords(content, flow), general: {} },
        };
      default:
        return {
          kind: 'flow',
          data: {
            ...base,
            place: { page: 'verdict', verdict: page.verdict ?? '' },
            result: resultWords(content, flow),
            general: generalWords(content, flow),
          },
        };
    }
  }
  if (page.retired) return { kind: 'retired', data: page.retired };
  return plainPage(site, page.kind, packages);
}

/** Returns what the journal's page is made of; `moduleOf` gives the address of a flow's module, which only the browser needs. */
export const journalProps = ({ content, flows }: Site, moduleOf: (flow: string) => string): JournalProps => ({
  words: plainWords(content.pages.journal),
  rule: ruleWords(content),
  flows: flows.map(({ id }) => {
    const { title, short, sides } = contentOf(content, id).index.data;
    const ends = { closed: sides.closed.end, open: sides.open.end };
    return { id, title, short, ends, module: moduleOf(id) };
  }),
});

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Returns the median number of questions over every path of a flow. */
const medianQuestions = (flow: MachineFlow): number => median(pathsOf(flow).map(({ trail }) => trail.length));

const dated = (date: string | Date): string =>
  new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function plainPage(site: Site, kind: PageKind, packages: readonly string[]): PageData {
  const { content, flows } = site;
  const { pages } = content;
  switch (kind) {
    case 'home': {
      const [first] = flows;
      if (!first) throw new Error('there is no flow');
      const dilemmas = flows.map((flow) => {
        const { short, hint } = contentOf(content, flow.id).index.data;
        return { id: flow.id, short, hint, questions: medianQuestions(flow) };
      });
      return { kind: 'home', data: { ...pages.home.data, sides: askingWords(content, first).sides, dilemmas } };
    }
    case 'voices':
      return {
        kind: 'voices',
        data: { words: plainWords(pages.voices), voices: voiceEntries(content, flows, speaksIn) },
      };
    case 'about': {
      const { written, review, assessment } = pages.about.data;
      const list = (name: 'question-pages' | 'decision-aids') => assessment.filter((row) => row.list === name);
      return {
        kind: 'about',
        data: {
          words: plainWords(pages.about),
          written: dated(written),
          review: dated(review),
          sources: Object.keys(content.sources).map((id) => ({ id, ...sourceWords(content, id) })),
          assessment: { 'question-pages': list('question-pages'), 'decision-aids': list('decision-aids') },
          libraries: shippedLibraries(packages),
        },
      };
    }
    case 'safety':
      return { kind: 'safety', data: { words: plainWords(pages.safety) } };
    case 'journal':
      return { kind: 'journal', data: journalProps(site, () => '') };
    case 'offline':
      return { kind: 'message', data: { words: plainWords(pages.offline) } };
    default:
      return { kind: 'message', data: { words: plainWords(pages['not-found']) } };
  }
}

/** Tells whether a voice speaks in a flow: for a side, or with a claim that an answer raises. */
const speaksIn = (flow: Flow, voice: string): boolean =>
  Object.values(flow.sides).includes(voice) || claimsRaised(flow).some((claim) => claim.startsWith(`${voice}/`));
