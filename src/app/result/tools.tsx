import type { Scene } from '../flow/scene.ts';
import { KeepButton } from '../journal/keep-button.tsx';
import { ShareButton } from '../share/share-button.tsx';
import type { ResultPage } from './page.ts';

/** What can be done with a result as a whole: share it, print it, keep it. */
export function Tools({ page, scene }: { readonly page: ResultPage; readonly scene: Scene }) {
  const { flow, asking, words } = page;
  return (
    <div className="tools">
      <div className="wrap">
        <ShareButton {...{ flow, asking, words, scene }} />
        <button type="button" className="btn quiet small" onClick={() => window.print()}>
          Print
        </button>
        {scene.entry.shared !== true && <KeepButton {...{ flow, asking, words }} trail={scene.walk.trail} />}
      </div>
    </div>
  );
}
