import { thenNow } from '../../link/then-now.ts';
import type { Scene } from '../flow/scene.ts';
import { SetAsideNotice } from '../parts/set-aside.tsx';
import { ThenNowNotice } from '../share/then-now-notice.tsx';
import { Announcement, ChangeNotice, hasChanged, outcomeOf, SharedLine } from './notices.tsx';
import type { ResultPage } from './page.ts';

/** How the reader came to a result, below its head: by somebody's link, or by a change that can be undone. */
export function Arrival({ page, scene }: { readonly page: ResultPage; readonly scene: Scene }) {
  const { flow, asking, words } = page;
  const { entry, walk, link, place } = scene;
  const { former, changed, shared } = entry;
  const isOutdated = shared === true && thenNow(flow, place, walk) !== undefined;
  const isNoticed = (link && link.setAside.length > 0) || isOutdated || (former && changed === undefined);
  return (
    <>
      {shared && <SharedLine page={page} />}
      {isNoticed && (
        <div className="wrap arrival">
          {link && <SetAsideNotice link={link} asking={asking} />}
          {isOutdated && <ThenNowNotice {...{ flow, asking, words, scene }} />}
          {former && changed === undefined && <ChangeNotice page={page} former={former} walk={walk} />}
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
