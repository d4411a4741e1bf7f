import { useSyncExternalStore } from 'react';
import { pairOf } from '../../content/pair.ts';
import type { AskingWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import { flowNav, Masthead } from '../parts/masthead.tsx';
import { LoadFailure } from './load-failure.tsx';
import type { Parts } from './parts.ts';
import { QuestionPage, questionAsked } from './question-page.tsx';
import { isBroken, needOf, type Scene } from './scene.ts';
import type { Arrival, Session } from './session.ts';

/** Returns the scene's title for the tab and the browser's history; it tells no answer. */
function titleOf(asking: AskingWords, scene: Scene, parts: Parts): string {
  const { place, walk, entry } = scene;
  const site = `${asking.title} – Counterpoint`;
  if (isBroken(scene)) return 'This link is incomplete – Counterpoint';
  if (place.page === 'views') return `${pairOf(asking.sides)}, side by side – ${site}`;
  if (place.page === 'map') return `Map of the guide – ${site}`;
  if (needOf(scene) === 'general') {
    const told = place.page === 'verdict' ? parts.general?.words.verdicts[place.verdict] : undefined;
    return told ? `${told.headline.replace(/\.$/, '')} – Counterpoint` : `It depends – ${site}`;
  }
  if (needOf(scene) === 'opinions') return `Two opinions – ${site}`;
  if (questionAsked(scene) !== undefined && place.page === 'questions') {
    const changed = walk.trail.findIndex((answer) => answer.startsWith(`${entry.changing}.`));
    return `Question ${(entry.changing === undefined ? walk.trail.length : changed) + 1} – ${site}`;
  }
  return `Your result – ${site}`;
}

/** The part of a flow's pages that a scene shows. */
export function FlowPage({
  flow,
  asking,
  scene,
  parts,
  arrival,
  session,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly scene: Scene;
  readonly parts: Parts;
  /** What says what a link brought, or what is gone; there where it is needed. */
  readonly arrival?: Arrival | undefined;
  readonly session?: Session;
}) {
  const { place } = scene;
  const isAsking = place.page === 'questions' && !isBroken(scene) && needOf(scene) === undefined;
  const asked = isAsking ? questionAsked(scene) : undefined;
  const current = place.page === 'views' || place.page === 'map' ? `${flow.id}/${place.page}/` : `${flow.id}/`;
  return (
    <>
      <Masthead nav={flowNav(flow.id)} current={current} leave={asked !== undefined} />
      <Body
        flow={flow}
        asking={asking}
        scene={scene}
        parts={parts}
        asked={asked}
        arrival={arrival}
        {...(session ? { session } : {})}
      />
    </>
  );
}

function Body({
  flow,
  asking,
  scene,
  parts,
  asked,
  arrival,
  session,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly scene: Scene;
  readonly parts: Parts;
  readonly asked: string | undefined;
  readonly arrival: Arrival | undefined;
  readonly session?: Session;
}) {
  if (scene.failed) return <LoadFailure onRetry={() => session?.retry()} />;
  const instead = arrival?.standIn(flow, asking, scene);
  if (instead) return instead;
  const Notices = arrival?.ArrivalNotices;
  if (asked !== undefined) {
    return (
      <QuestionPage
        flow={flow}
        asking={asking}
        scene={scene}
        question={asked}
        notices={Notices && <Notices asking={asking} scene={scene} />}
        {...(session ? { actions: session.actions } : {})}
      />
    );
  }
  const need = needOf(scene);
  if (need === 'views' && parts.views)
    return <parts.views.Page {...{ flow, asking, scene, words: parts.views.words }} />;
  if (need === 'map' && parts.map) return <parts.map.Page {...{ flow, asking, scene, drawing: parts.map.words }} />;
  const ended = need === 'result' || need === 'depends' || need === 'opinions' ? parts[need] : undefined;
  if (ended) return <ended.Page {...{ flow, asking, scene, words: ended.words, ...(session ? { session } : {}) }} />;
  if (need === 'general' && parts.general) {
    const { Page, words, cases } = parts.general;
    return <Page {...{ flow, asking, scene, words, cases, ...(session ? { session } : {}) }} />;
  }
  return <LoadFailure onRetry={() => session?.retry()} />;
}

/** A flow's pages as the reader walks them. */
export function LiveFlow({
  flow,
  asking,
  parts,
  session,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly parts: Parts;
  readonly session: Session;
}) {
  const scene = useSyncExternalStore(session.subscribe, session.scene, session.scene);
  const title = titleOf(asking, scene, parts);
  return (
    // The press of any link inside is looked at once, here; the links themselves stay links.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for what the links inside pass up.
    <div className="page" onClick={(event) => follow(event, session)} onKeyDown={closeOnEscape}>
      <title>{title}</title>
      <FlowPage flow={flow} asking={asking} scene={scene} parts={parts} arrival={session.arrival} session={session} />
    </div>
  );
}

/** Closes the disclosure that holds the focus. */
function closeOnEscape({ key, target }: React.KeyboardEvent): void {
  const open = key === 'Escape' && target instanceof Element && target.closest<HTMLDetailsElement>('details[open]');
  if (!open) return;
  open.open = false;
  open.querySelector('summary')?.focus();
}

/** Follows a link to a page of the same flow inside this document, so that the answers go along. */
function follow(event: React.MouseEvent, session: Session): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download')) return;
  // Anchors of this page are followed by the head script.
  if (link.hash !== '' && link.pathname === location.pathname) return;
  if (session.follow(link.pathname, link.hash)) event.preventDefault();
}
