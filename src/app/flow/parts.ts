import type { ComponentType } from 'react';
import type { GeneralWords, ResultWords, ViewsWords } from '../../content/words.ts';
import type { MapDrawing } from '../map/drawing.ts';
import type { FlowModule } from './module.ts';
import type { FlowPageProps } from './page-props.ts';
import type { Need } from './scene.ts';
import type { Session } from './session.ts';

/** A page at the end of a walk: it shows the flow's results in words, and lets the reader go on. */
interface EndedPart {
  readonly Page: ComponentType<FlowPageProps & { readonly words: ResultWords; readonly session?: Session }>;
  readonly words: ResultWords;
}

/** The pages of a flow that are loaded when they are needed: code and words together. */
export interface Parts {
  result?: EndedPart;
  depends?: EndedPart;
  general?: {
    readonly Page: ComponentType<
      FlowPageProps & { readonly words: ResultWords; readonly cases: GeneralWords; readonly session?: Session }
    >;
    readonly words: ResultWords;
    readonly cases: GeneralWords;
  };
  opinions?: EndedPart;
  views?: { readonly Page: ComponentType<FlowPageProps & { readonly words: ViewsWords }>; readonly words: ViewsWords };
  map?: { readonly Page: ComponentType<FlowPageProps & { readonly drawing: MapDrawing }>; readonly words: MapDrawing };
}

/** Returns what loads a part of a flow's pages into `parts`, each once; a load that failed is tried again. */
export function loaderOf(module: FlowModule, parts: Parts): (need: Need) => Promise<unknown> {
  const loaders: Readonly<Record<Need, () => Promise<void>>> = {
    result: async () => {
      const [{ ResultPages }, words] = await Promise.all([import('../result/result-pages.tsx'), module.result()]);
      parts.result = { Page: ResultPages, words };
    },
    depends: async () => {
      const [{ DependsPage }, words] = await Promise.all([import('../result/depends-page.tsx'), module.result()]);
      parts.depends = { Page: DependsPage, words };
    },
    general: async () => {
      const [{ GeneralPages }, words, cases] = await Promise.all([
        import('../result/general-pages.tsx'),
        module.result(),
        module.general(),
      ]);
      parts.general = { Page: GeneralPages, words, cases };
    },
    opinions: async () => {
      const [{ OpinionsPage }, words] = await Promise.all([import('../share/opinions-page.tsx'), module.result()]);
      parts.opinions = { Page: OpinionsPage, words };
    },
    views: async () => {
      const [{ ViewsPage }, words] = await Promise.all([import('../views/views-page.tsx'), module.views()]);
      parts.views = { Page: ViewsPage, words };
    },
    map: async () => {
      const [{ MapPage }, words] = await Promise.all([import('../map/map-page.tsx'), module.map()]);
      parts.map = { Page: MapPage, words };
    },
  };
  return (need) => (parts[need] ? Promise.resolve() : loaders[need]());
}
