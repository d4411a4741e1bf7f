import { useEffect, useState } from 'react';
import type { QuestionWords } from '../../content/words.ts';
import { whenIdle } from '../idle.ts';

/** The questions at which a rule may have something to say; which flows, is known to the code behind them. */
const QUESTIONS = ['meaning', 'rule'];

/**
 * What the reader’s own rule would answer here, where one is kept: a suggestion that chooses nothing until it is pressed,
 * and commits nothing then. Where there is no journal, none is made.
 */
export function RuleSuggestion({
  flow,
  question,
  words,
}: {
  readonly flow: string;
  readonly question: string;
  readonly words: QuestionWords;
}) {
  const [option, setOption] = useState<string>();
  useEffect(() => {
    setOption(undefined);
    let isWanted = true;
    const find = (): void =>
      // Loaded at every question: were it at some, whoever serves the files could tell which ones a reader came to.
      void import('./find-suggestion.ts')
        .then(({ findSuggestion }) => (QUESTIONS.includes(question) ? findSuggestion(flow, question) : undefined))
        .then(
          (found) => isWanted && setOption(found),
          // Without storage, or without the code, there is nothing to suggest.
          () => {},
        );
    // The question itself goes first.
    whenIdle(() => isWanted && find());
    return () => {
      isWanted = false;
    };
  }, [flow, question]);
  const label = option === undefined ? undefined : words.labels[option];
  if (label === undefined) return null;
  const choose = (): void => {
    const input = document.querySelector<HTMLInputElement>(
      `form[data-question="${question}"] input[value="${option}"]`,
    );
    // A click, so that the form hears of it; it chooses, and Continue commits.
    input?.click();
    input?.focus();
  };
  return (
    <div className="notice suggestion">
      <p>The rule in your journal would say: “{label}”.</p>
      <button type="button" className="textbtn" onClick={choose}>
        Choose that answer
      </button>
    </div>
  );
}
