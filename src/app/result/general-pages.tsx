import type { GeneralWords, ResultWords } from '../../content/words.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import type { Session } from '../flow/session.ts';
import { DependsInGeneral } from './depends-in-general.tsx';
import './result.css';
import { VerdictInGeneral } from './verdict-in-general.tsx';

/** The page of a verdict, or of “it depends”, in general: without the answers of anybody. */
export function GeneralPages({
  flow,
  asking,
  scene: { place, walk },
  words,
  cases,
  session,
}: FlowPageProps & { readonly words: ResultWords; readonly cases: GeneralWords; readonly session?: Session }) {
  const page = { flow, asking, words, session };
  if (place.page !== 'verdict') return <DependsInGeneral page={page} />;
  return <VerdictInGeneral page={page} cases={cases} verdict={place.verdict} walk={walk} />;
}
