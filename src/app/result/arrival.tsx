import type { Scene } from '../flow/session.ts';
import { SetAsideNotice } from '../parts/set-aside.tsx';
import { Announcement, ChangeNotice, hasChanged, outcomeOf, SharedLine, ThenAndNow } from './notices.tsx';
import { headlineOf, type ResultPage } from './page.ts';

/** Returns what a link's path said that its answers come to; undefined where it is what they come to today. */
function saidThen(page: ResultPage, { place, entry, walk }: Scene): string | undefined {
  if (!entry.shared) return undefined;
  if (place.page === 'verdict') {
    return walk.at === 'verdict' && walk.verdict === place.verdict ? undefined : headlineOf(page, place.verdict);
  }
  return place.page === 'depends' && walk.at !== 'depends' ? 'It depends' : undefined;
}

/** How the reader came to a result, below its head: by somebody's link, or by a change that can be undone. */
export function Arrival({ page, scene }: { readonly page: ResultPage; readonly scene: Scene }) {
  const { entry, walk, link } = scene;
  const { former } = entry;
  const then = saidThen(page, scene);
  const isNoticed = (link && link.setAside.length > 0) || then !== undefined || (former && entry.changed === undefined);
  return (
    <>
      {entry.shared && <SharedLine page={page} />}
      {isNoticed && (
        <div className="wrap arrival">
          {link && <SetAsideNotice link={link} />}
          {then !== undefined && <ThenAndNow page={page} then={then} walk={walk} />}
          {former && entry.changed === undefined && <ChangeNotice page={page} former={former} walk={walk} />}
        </div>
      )}
      <Announcement
        text={
          former && hasChanged(page, former, walk) ? `The recommendation has changed: ${outcomeOf(page, walk)}.` : ''
        }
      />
    </>
  );
}

/** What a change made from the list of answers did, said above that list. */
export function Aftermath({ page, scene }: { readonly page: ResultPage; readonly scene: Scene }) {
  const { former, changed } = scene.entry;
  return former && changed !== undefined ? <ChangeNotice page={page} former={former} walk={scene.walk} /> : null;
}
