import { memo, type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import type { AskingWords } from '../../content/words.ts';
import { DONT_KNOW, optionOf, questionOf, type Trail } from '../../domain/answer.ts';
import type { Flow } from '../../domain/flow.ts';
import type { ClaimId } from '../../domain/questionnaire.ts';
import { lean } from '../../reasoning/lean.ts';
import { remaining } from '../../reasoning/remaining.ts';
import { tally } from '../../reasoning/tally.ts';
import { afterPaint } from '../after-paint.ts';
import { href } from '../base.ts';
import { RuleSuggestion } from '../journal/rule-suggestion.tsx';
import { QuickExit } from '../parts/quick-exit.tsx';
import { changeSettings, useSettings } from '../settings.ts';
import { LeanCard } from './lean-card.tsx';
import { DONT_KNOW_LABEL, QuestionForm } from './question-form.tsx';
import type { Scene } from './scene.ts';

/** What a reader can do at a question. */
export interface QuestionActions {
  readonly onAnswer: (question: string, option: string) => void;
  readonly onBack: () => void;
  readonly onChange: (question: string) => void;
}

function kickerOf(flow: Flow, scene: Scene, question: string): string {
  const { entry, walk } = scene;
  if (entry.changing !== undefined) {
    const at = walk.trail.findIndex((answer) => questionOf(answer) === question);
    return `Question ${at + 1}, changing your answer`;
  }
  const number = walk.trail.length + 1;
  if (walk.at !== 'question') return `Question ${number}`;
  const { median } = remaining(flow, walk, entry.returning ? entry.later : []);
  return median === 0 ? `Question ${number}, the last one` : `Question ${number}, about ${median} more`;
}

/** Returns the question that a scene asks. */
export const questionAsked = ({ entry, walk }: Scene): string | undefined =>
  entry.changing ?? (walk.at === 'question' ? walk.question : undefined);

/** One question, the lean so far, and the answers so far. */
export function QuestionPage({
  flow,
  asking,
  scene,
  question,
  notices,
  actions,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly scene: Scene;
  readonly question: string;
  /** What is said above the question, where a link led to it. */
  readonly notices?: ReactNode;
  readonly actions?: QuestionActions;
}) {
  const { letters, lean: isLeanShown } = useSettings();
  // A turn shows the question; what stands around it follows once that is painted.
  const around = usePainted(scene);
  const leaning = useMemo(() => {
    const counted = tally(flow, asking.leans, around.walk.trail);
    return { tally: counted, line: lean(counted.counts) };
  }, [flow, asking, around.walk]);
  const words = asking.questions[question];
  const { entry, walk } = scene;
  if (!words) return null;
  const known = [...entry.answers, ...entry.later].find((answer) => questionOf(answer) === question);
  const isFirst = walk.trail.length === 0 && entry.depth === 0;
  return (
    <>
      <SeamLine seam={isLeanShown ? leaning.line.seam : 0.5} />
      <main id="main" className="wrap">
        <div className="ask">
          <div className="asking">
            {notices}
            <div className="backrow">
              {isFirst ? (
                <a className="back" href={href('')}>
                  <span aria-hidden="true">←</span>All dilemmas
                </a>
              ) : (
                <button type="button" className="back" onClick={actions?.onBack}>
                  <span aria-hidden="true">←</span>Back
                </button>
              )}
              <span>{asking.short}</span>
            </div>
            <noscript>
              <p className="notice">
                Asking one question at a time needs JavaScript. Without it,{' '}
                <a href={href(`${flow.id}/map/#words`)}>the whole guide in words</a> leads to the same recommendations.
              </p>
            </noscript>
            <QuestionForm
              key={question}
              id={question}
              words={words}
              kicker={kickerOf(flow, scene, question)}
              chosen={known && optionOf(known)}
              letters={letters}
              onAnswer={actions?.onAnswer}
            />
            <RuleSuggestion flow={flow.id} question={question} words={words} />
            {around.walk.trail.length > 0 && (
              <AnswersSoFar
                asking={asking}
                trail={around.walk.trail}
                onChange={actions?.onChange}
                changing={around.entry.changing}
              />
            )}
            <p className="unsafe">
              <a href={href('safety/')}>Feeling unsafe?</a>
            </p>
            {touchesHarm(flow, question) && <QuickExit isQuiet />}
          </div>
          <LeanCard
            asking={asking}
            {...leaning}
            isShown={isLeanShown}
            isChanging={around.entry.changing !== undefined}
            onShow={showLean}
          />
        </div>
      </main>
    </>
  );
}

/** Returns the latest scene that has been painted; at first, the one that is there. */
function usePainted(scene: Scene): Scene {
  const [painted, setPainted] = useState(scene);
  useEffect(() => {
    if (painted !== scene) return afterPaint(() => startTransition(() => setPainted(scene)));
    return undefined;
  }, [painted, scene]);
  return painted;
}

/** The seam line: the lean, drawn as wide as the page; the closed side's share of it is between 0 and 1. */
const SeamLine = memo(function SeamLine({ seam }: { readonly seam: number }) {
  return (
    <div className="seamline" aria-hidden="true" ref={seamRef(seam)}>
      <div />
      <div />
    </div>
  );
});

const showLean = (isShown: boolean): void => changeSettings({ lean: isShown });

/** The claim that an answer raises which tells of harassment or threats. */
const HARM: ClaimId = 'editor/safety';

/** Tells whether a question may be answered with harm: somebody in danger may be reading it. */
const touchesHarm = (flow: Flow, question: string): boolean =>
  Object.values(flow.answers[question] ?? {}).some((claims) => claims.includes(HARM));

/** Sets the seam through the CSSOM: a style attribute would be blocked by the site's policy. */
const seamRef = (seam: number) => (element: HTMLElement | null) => {
  element?.style.setProperty('--seam', String(Math.round(seam * 1000) / 1000));
};

const AnswersSoFar = memo(function AnswersSoFar({
  asking,
  trail,
  onChange,
  changing,
}: {
  readonly asking: AskingWords;
  readonly trail: Trail;
  readonly onChange: QuestionActions['onChange'] | undefined;
  readonly changing: string | undefined;
}) {
  return (
    <details className="why">
      <summary>Your answers so far</summary>
      <dl className="said">
        {trail.map((answer) => {
          const question = questionOf(answer);
          const option = optionOf(answer);
          const words = asking.questions[question];
          return (
            <div key={question}>
              <dt>{words?.question}</dt>
              <dd>{option === DONT_KNOW ? DONT_KNOW_LABEL : words?.labels[option]}</dd>
              <dd>
                {question === changing ? (
                  <span className="ui-note">Being changed</span>
                ) : (
                  <button type="button" className="textbtn" onClick={() => onChange?.(question)}>
                    Change<span className="vh">: {words?.question}</span>
                  </button>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
});
