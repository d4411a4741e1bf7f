import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { RuleView, RuleWords } from '../../content/words.ts';
import { answerIn, answerTo, optionOf, questionOf, type Trail } from '../../domain/answer.ts';
import type { Rule } from '../../journal/entry.ts';
import { ruleOffers, ruleStep, UNSAID } from '../../journal/rule-flow.ts';
import { Prose } from '../parts/prose.tsx';
import { behindName } from '../parts/standing.ts';
import './keep.css';

const UNSAID_LABEL = 'I’d rather leave this open';

/** What one voice says to an answer, and how that voice is known. */
export function View({ view: { name, standing, line } }: { readonly view: RuleView }) {
  return (
    <span className="view">
      {line} <span className="voice">{name + behindName(standing)}</span>
    </span>
  );
}

/** Returns the draft of a rule: a sentence for each answer that says something. */
export const draftOf = (words: RuleWords, answers: Trail): string =>
  answers.flatMap((answer) => words.questions[questionOf(answer)]?.options[optionOf(answer)]?.rule ?? []).join('\n\n');

/** The form in which a reader writes down a rule: a question at a time, then the rule’s own words. */
export function RuleForm({
  words,
  rule,
  isOnlyWords,
  onKeep,
  onClose,
}: {
  readonly words: RuleWords;
  readonly rule: Rule | null;
  /** Whether to go straight to the words. */
  readonly isOnlyWords: boolean;
  readonly onKeep: (rule: Rule) => void;
  readonly onClose: () => void;
}) {
  // Earlier answers are offered again where they are asked.
  const [trail, setTrail] = useState<Trail>(isOnlyWords ? (rule?.answers ?? []) : []);
  // Everything answered here, the latest first: going back shows it again.
  const [said, setSaid] = useState<Trail>([]);
  const { question, left } = ruleStep(trail);
  const top = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new question takes the focus.
  useEffect(() => {
    top.current?.focus();
  }, [question]);

  if (question === null || isOnlyWords) {
    const isUntouched = rule !== null && (isOnlyWords || rule.answers.join() === trail.join());
    const keep = (event: FormEvent<HTMLFormElement>): void => {
      event.preventDefault();
      const text = new FormData(event.currentTarget).get('rule');
      if (typeof text === 'string') onKeep({ answers: trail, text: text.trim(), written: new Date().toISOString() });
    };
    return (
      <form className="keepform ruleform" method="dialog" autoComplete="off" onSubmit={keep}>
        <h3 ref={top} tabIndex={-1}>
          Your rule, in your own words
        </h3>
        <p className="input">
          <label htmlFor="rule-words">Change whatever isn’t you</label>
          <span className="ui-note" id="rule-hint">
            A blank line begins a new paragraph; **two stars** make words strong; a line that begins with - is an item.
          </span>
          <textarea
            id="rule-words"
            name="rule"
            rows={8}
            maxLength={10_000}
            required
            aria-describedby="rule-hint"
            defaultValue={isUntouched ? rule.text : draftOf(words, trail)}
          />
        </p>
        <div className="row">
          <button type="submit" className="btn small">
            Keep this rule
          </button>
          {!isOnlyWords && (
            <button type="button" className="btn quiet small" onClick={() => setTrail(trail.slice(0, -1))}>
              Back
            </button>
          )}
          <button type="button" className="textbtn" onClick={onClose}>
            Leave it for now
          </button>
        </div>
      </form>
    );
  }

  const asked = words.questions[question];
  const known = answerIn(said, question) ?? (rule ? answerIn(rule.answers, question) : undefined);
  const answer = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const option = new FormData(event.currentTarget).get('answer');
    if (typeof option !== 'string') return;
    const given = answerTo(question, option);
    setTrail([...trail, given]);
    setSaid([given, ...said]);
  };
  return (
    <form key={question} className="ruleform" method="dialog" onSubmit={answer}>
      <fieldset>
        <legend>
          <span className="kicker">{left === 0 ? 'The last question' : `About ${left} more after this one`}</span>
          <h3 ref={top} tabIndex={-1}>
            {asked?.question}
          </h3>
        </legend>
        <div className="ballot">
          {ruleOffers(question).map((offered) => {
            const option = optionOf(offered);
            const told = asked?.options[option];
            const views = `view-${question}-${option}`;
            return (
              <div className="ruled" key={option}>
                <label className={option === UNSAID ? 'choice unsure' : 'choice'}>
                  <input
                    type="radio"
                    name="answer"
                    value={option}
                    required
                    defaultChecked={offered === known}
                    {...(told ? { 'aria-describedby': views } : {})}
                  />
                  <span>{told?.label ?? UNSAID_LABEL}</span>
                </label>
                {told && (
                  <p className="views" id={views}>
                    {told.views.map((view) => (
                      <View key={view.line} view={view} />
                    ))}
                  </p>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
      <div className="row go">
        <button type="submit" className="btn">
          Continue
        </button>
        {trail.length > 0 && (
          <button type="button" className="btn quiet" onClick={() => setTrail(trail.slice(0, -1))}>
            Back
          </button>
        )}
        <button type="button" className="textbtn" onClick={onClose}>
          Leave it for now
        </button>
      </div>
      {asked && (
        <details className="why">
          <summary>Why we ask</summary>
          <div>
            <Prose text={asked.why} />
          </div>
        </details>
      )}
    </form>
  );
}
