import type { ResultWords } from '../../content/words.ts';
import { isSafety } from '../../reasoning/side.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import type { Session } from '../flow/session.ts';
import './result.css';
import { SafetyResult } from './safety-result.tsx';
import { VerdictResult } from './verdict-result.tsx';

/** The page of a result that these answers lead to. */
export function ResultPages({
  flow,
  asking,
  scene,
  words,
  session,
}: FlowPageProps & { readonly words: ResultWords; readonly session?: Session }) {
  const { walk } = scene;
  const page = { flow, asking, words, session };
  if (walk.at !== 'verdict') return null;
  if (isSafety(flow, walk.verdict)) return <SafetyResult page={page} scene={scene} walk={walk} />;
  return <VerdictResult page={page} scene={scene} walk={walk} />;
}
