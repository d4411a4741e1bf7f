import type { ResultWords } from '../../content/words.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import type { Session } from '../flow/session.ts';

export function ResultPages({ scene, words }: FlowPageProps & { readonly words: ResultWords; readonly session?: Session }) {
  const { walk } = scene;
  return (
    <main id="main" className="wrap">
      <h1 tabIndex={-1}>{walk.at === 'verdict' ? words.verdicts[walk.verdict]?.headline : walk.at}</h1>
    </main>
  );
}
