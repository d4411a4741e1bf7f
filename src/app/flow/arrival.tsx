import type { AskingWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import { type EntryState, firstEntry } from '../../link/entry.ts';
import { readAsk, readOpinionLink, readPair } from '../../link/opinion.ts';
import { resolveLink } from '../../link/share.ts';
import { href } from '../base.ts';
import { LinkNotice } from '../parts/set-aside.tsx';
import { AskNotice } from '../share/ask-notice.tsx';
import { RetiredPage } from '../share/retired-page.tsx';
import { BrokenLink } from './broken-link.tsx';
import { goneAt, isBroken, type Place, type Scene, sceneOf } from './scene.ts';

/** Returns a scene with the opinions that its entry holds in code. */
export function withOpinions(flow: Flow, scene: Scene): Scene {
  const { ask: askCode, pair: pairCode } = scene.entry;
  const ask = askCode === undefined ? undefined : readAsk(flow, askCode);
  const pair = pairCode === undefined ? undefined : readPair(flow, pairCode);
  return { ...scene, ...(ask ? { ask } : {}), ...(pair ? { pair } : {}) };
}

/** Reads the link in the address: what it brings moves into the history entry, and out of the address. */
export function arriveByLink(flow: Flow, place: Place): Scene {
  const opinion = readOpinionLink(flow, location.hash);
  if (opinion) {
    const code = opinion.kind === 'ask' ? { ask: opinion.code } : opinion.kind === 'pair' ? { pair: opinion.code } : {};
    const entry = { ...firstEntry(flow), ...code };
    history.replaceState(entry, '', href(`${flow.id}/`));
    const link = opinion.kind === 'unreadable' ? { answers: [], setAside: opinion.setAside } : undefined;
    return withOpinions(flow, sceneOf(flow, { page: 'questions' }, entry, link));
  }
  const { walk, later, ...link } = resolveLink(flow, location.hash);
  const shared = link.answers.length > 0 ? { shared: true } : {};
  const entry: EntryState = { ...firstEntry(flow), answers: walk.trail, later, ...shared };
  // A trail that stops half-way goes on at its first open question, even where that is the very first.
  const isHalf =
    link.answers.length > 0 && walk.at === 'question' && (place.page === 'verdict' || place.page === 'depends');
  history.replaceState(entry, '', isHalf ? href(`${flow.id}/`) : location.pathname);
  const scene = sceneOf(flow, place, entry, link);
  return isHalf ? { ...scene, place: { page: 'questions' }, isHalf } : scene;
}

/** What every page that a link led to is made from. */
interface Arrived {
  readonly asking: AskingWords;
  readonly scene: Scene;
}

/** What is said above a question that somebody’s link led to. */
export function ArrivalNotices({ asking, scene: { ask, link, walk, isHalf = false } }: Arrived) {
  return (
    <>
      {ask && <AskNotice opinion={ask} isBegun={walk.trail.length > 0} />}
      {link && <LinkNotice link={link} asking={asking} isHalf={isHalf} />}
    </>
  );
}

/** The page that stands in for one that a link named and that cannot be shown; undefined where all is well. */
export function standIn(flow: Flow, asking: AskingWords, scene: Scene) {
  const { link, place, walk } = scene;
  if (link && isBroken(scene)) return <BrokenLink flow={flow} asking={asking} place={place} link={link} />;
  const gone = goneAt(flow, place);
  if (gone === undefined || walk.trail.length > 0) return undefined;
  return <RetiredPage headline={gone} flow={flow.id} title={asking.title} />;
}
