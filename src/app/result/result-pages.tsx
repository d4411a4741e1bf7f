import type { ResultWords } from '../../content/words.ts';
import { isSafety } from '../../reasoning/side.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import type { Session } from '../flow/session.ts';
import { DependsInGeneral, DependsResult } from './depends-page.tsx';
import './result.css';
import { SafetyResult } from './safety-result.tsx';
import { VerdictInGeneral } from './verdict-in-general.tsx';
import { VerdictResult } from './verdict-result.tsx';

/** The page of a result: of these answers, or, where there are none, of a verdict in general. */
export function ResultPages({
  flow,
  asking,
  scene,
  words,
  session,
}: FlowPageProps & { readonly words: ResultWords; readonly session?: Session }) {
  const { place, walk, entry } = scene;
  const page = { flow, asking, words, session };
  // A reader with answers who looks at another verdict's page reads about it; a link's answers are shown as they are.
  const isElsewhere = place.page === 'verdict' && !(walk.at === 'verdict' && walk.verdict === place.verdict);
  const isKnown = place.page === 'verdict' && Object.hasOwn(flow.verdicts, place.verdict);
  if (isKnown && (walk.at === 'question' || (isElsewhere && !entry.shared))) {
    return <VerdictInGeneral page={page} verdict={place.verdict} walk={walk} />;
  }
  if (walk.at === 'question') return <DependsInGeneral page={page} />;
  if (walk.at === 'depends') return <DependsResult page={page} scene={scene} walk={walk} />;
  if (isSafety(flow, walk.verdict)) return <SafetyResult page={page} scene={scene} walk={walk} />;
  return <VerdictResult page={page} scene={scene} walk={walk} />;
}
