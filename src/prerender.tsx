import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { href } from './app/base.ts';
import * as arrival from './app/flow/arrival.tsx';
import { FlowPage } from './app/flow/flow-app.tsx';
import type { Parts } from './app/flow/parts.ts';
import { QuestionForm } from './app/flow/question-form.tsx';
import { type Place, sceneOf } from './app/flow/scene.ts';
import { JournalPage, type JournalProps } from './app/journal/journal-page.tsx';
import type { MapDrawing } from './app/map/drawing.ts';
import { MapPage } from './app/map/map-page.tsx';
import { AboutPage, type AboutProps } from './app/pages/about-page.tsx';
import { HomePage, type HomeProps } from './app/pages/home-page.tsx';
import { MessagePage, PlainPage, type PlainWords } from './app/pages/plain-page.tsx';
import { VoicesPage, type VoicesProps } from './app/pages/voices-page.tsx';
import { Footer } from './app/parts/footer.tsx';
import { Masthead, SITE_NAV } from './app/parts/masthead.tsx';
import { QuickExit } from './app/parts/quick-exit.tsx';
import { GeneralPages } from './app/result/general-pages.tsx';
import { RetiredPage } from './app/share/retired-page.tsx';
import { ViewsPage } from './app/views/views-page.tsx';
import type { AskingWords, GeneralWords, ResultWords, ViewsWords } from './content/words.ts';
import type { Flow } from './domain/flow.ts';
import { firstEntry } from './link/entry.ts';

/** What a page of a flow is rendered from. */
export interface FlowData {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly place: Place;
  readonly result?: ResultWords;
  readonly general?: GeneralWords;
  readonly views?: ViewsWords;
  readonly map?: MapDrawing;
}

/** What a page is rendered from, by its kind. */
export type PageData =
  | { readonly kind: 'flow'; readonly data: FlowData }
  | { readonly kind: 'home'; readonly data: HomeProps }
  | { readonly kind: 'voices'; readonly data: VoicesProps }
  | { readonly kind: 'about'; readonly data: AboutProps }
  | { readonly kind: 'journal'; readonly data: JournalProps }
  | { readonly kind: 'retired'; readonly data: { readonly title: string; readonly headline?: string } }
  | { readonly kind: 'safety' | 'message'; readonly data: { readonly words: PlainWords } };

/** Returns the markup of a page's body, as the browser hydrates it. */
export function renderPage(page: PageData): string {
  if (page.kind !== 'flow') return renderToString(<PlainPageOf page={page} />);
  const { flow, asking, place, result, general, views, map } = page.data;
  const parts: Parts = {
    ...(result && general ? { general: { Page: GeneralPages, words: result, cases: general } } : {}),
    ...(views ? { views: { Page: ViewsPage, words: views } } : {}),
    ...(map ? { map: { Page: MapPage, words: map } } : {}),
  };
  return renderToString(
    <StrictMode>
      <div className="page">
        <FlowPage
          flow={flow}
          asking={asking}
          scene={sceneOf(flow, place, firstEntry(flow))}
          parts={parts}
          arrival={arrival}
        />
      </div>
    </StrictMode>,
  );
}

function PlainPageOf({ page }: { readonly page: Exclude<PageData, { kind: 'flow' }> }) {
  switch (page.kind) {
    case 'home':
      return <HomePage {...page.data} />;
    case 'voices':
      return <VoicesPage {...page.data} />;
    case 'about':
      return <AboutPage {...page.data} />;
    case 'safety':
      return (
        <PlainPage
          words={page.data.words}
          above={
            // main.tsx brings it to life.
            <div id="exit" className="dates">
              <QuickExit />
            </div>
          }
        />
      );
    case 'journal':
      return <JournalPage {...page.data} />;
    case 'retired':
      return (
        <>
          <Masthead nav={SITE_NAV} />
          <RetiredPage {...page.data} />
        </>
      );
    case 'message':
      return (
        <MessagePage words={page.data.words}>
          <a className="btn" href={href('')}>
            Choose a dilemma
          </a>
        </MessagePage>
      );
  }
}

/** Returns the markup of the foot of every page. */
export const renderFooter = (): string => renderToString(<Footer />);

/** Returns a template for each question of a flow, and the table that routes between them. */
export function renderFragments(flow: Flow, asking: AskingWords): readonly { question: string; html: string }[] {
  return Object.keys(flow.answers).flatMap((question) => {
    const words = asking.questions[question];
    if (!words) return [];
    const html = renderToString(<QuestionForm id={question} words={words} kicker="Question" letters />);
    return [{ question, html }];
  });
}
