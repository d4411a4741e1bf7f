import type { Content } from '../content/load.ts';
import { pairOf } from '../content/pair.ts';
import type { Flow } from '../domain/flow.ts';
import { type Retired, retired, retiredPages } from '../link/retired.ts';
import { contentOf } from './words.ts';

/** What a page is, apart from its address: decides its component, its scripts and its budget. */
export type PageKind =
  | 'home'
  | 'questions'
  | 'verdict'
  | 'depends'
  | 'views'
  | 'map'
  | 'voices'
  | 'journal'
  | 'safety'
  | 'about'
  | 'not-found'
  | 'offline'
  | 'retired';

/** One page of the site. */
export interface Page {
  /** Below the base path, with a slash at the end (`accept-coworker/views/`); empty for the home page. */
  readonly address: string;
  readonly kind: PageKind;
  readonly flow?: string;
  readonly verdict?: string;
  readonly title: string;
  /** The title in a chat's preview; never tells an answer. */
  readonly previewTitle: string;
  readonly description: string;
  /** True where search engines are asked to leave the page out. */
  readonly hidden?: boolean;
  /** What a page said whose recommendation, or dilemma, is gone. */
  readonly retired?: { readonly title: string; readonly headline?: string };
}

/** The site's name, as titles end in it. */
export const SITE = 'Counterpoint';

const titled = (title: string): string => `${title} – ${SITE}`;

function flowPages(content: Content, flow: Flow): readonly Page[] {
  const { index, verdicts } = contentOf(content, flow.id);
  const { title, description, sides } = index.data;
  const page = (kind: PageKind, place: string, heading: string, more: Partial<Page> = {}): Page => ({
    address: `${flow.id}/${place}`,
    kind,
    flow: flow.id,
    title: titled(heading),
    previewTitle: title,
    description,
    ...more,
  });
  const voices = pairOf({
    closed: { voice: flow.sides.closed, name: sides.closed.name },
    open: { voice: flow.sides.open, name: sides.open.name },
  });
  return [
    page('questions', '', `Question 1 – ${title}`),
    page('views', 'views/', `${voices}, side by side – ${title}`, { previewTitle: `${voices}, side by side` }),
    page('map', 'map/', `Map of the guide – ${title}`, { previewTitle: `Map of the guide: ${title}` }),
    page('depends', 'depends/', `It depends – ${title}`, { hidden: true }),
    ...Object.entries(flow.verdicts).map(([verdict, { dissent }]) => {
      const words = verdicts[verdict]?.data;
      const headline = (words?.headline ?? verdict).replace(/\.$/, '');
      const preview =
        dissent === 'safety'
          ? { previewTitle: title, description, hidden: true }
          : { previewTitle: headline, description: words?.description ?? description };
      return page('verdict', `${verdict}/`, headline, { verdict, ...preview });
    }),
  ];
}

/** Returns a page for every address that is gone, so that old links still say what they said. */
function pagesOfRetired(content: Content, flows: readonly Flow[], list: Retired): readonly Page[] {
  return retiredPages(list).map(({ address, flow, verdict, title, headline }) => {
    const isKnown = flows.some(({ id }) => id === flow);
    const asked = title ?? (isKnown ? contentOf(content, flow).index.data.title : flow);
    const said = (headline ?? asked).replace(/\.$/, '');
    return {
      address,
      kind: isKnown ? 'verdict' : 'retired',
      ...(isKnown ? { flow } : {}),
      ...(verdict === undefined ? {} : { verdict }),
      title: titled(said),
      previewTitle: said,
      description: content.pages['not-found'].data.description,
      hidden: true,
      retired: { title: asked, ...(headline === undefined ? {} : { headline }) },
    };
  });
}

/** Returns every page of the site; `list` names what is gone. */
export function sitePages(content: Content, flows: readonly Flow[], list: Retired = retired): readonly Page[] {
  const { pages } = content;
  const plain = (
    kind: PageKind,
    address: string,
    words: { title: string; description: string },
    hidden = false,
  ): Page => ({
    address,
    kind,
    title: titled(words.title),
    previewTitle: words.title,
    description: words.description,
    ...(hidden ? { hidden } : {}),
  });
  return [
    { ...plain('home', '', pages.home.data), title: pages.home.data.title },
    ...flows.flatMap((flow) => flowPages(content, flow)),
    ...pagesOfRetired(content, flows, list),
    plain('voices', 'voices/', pages.voices.data),
    plain('journal', 'journal/', pages.journal.data),
    plain('safety', 'safety/', pages.safety.data),
    plain('about', 'about/', pages.about.data),
    plain('not-found', '404.html', pages['not-found'].data, true),
    plain('offline', 'offline/', pages.offline.data, true),
  ];
}
