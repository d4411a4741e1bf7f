import { type FormEvent, type KeyboardEvent, memo, useRef, useState } from 'react';
import type { QuestionWords } from '../../content/words.ts';
import { DONT_KNOW } from '../../domain/answer.ts';
import { Prose } from '../parts/prose.tsx';

/** The letter behind an option: A for the first. */
const letter = (index: number): string => String.fromCharCode(65 + index);

/** The option that a key chooses: a letter or a digit that stands for one, else undefined. */
function optionAt(key: string, options: readonly string[]): string | undefined {
  if (/^[1-9]$/.test(key)) return options[Number(key) - 1];
  return /^[a-z]$/i.test(key) ? options[key.toUpperCase().charCodeAt(0) - 65] : undefined;
}

/** What the interface itself says about an unknown. */
export const DONT_KNOW_LABEL = 'I don’t know yet';

const NOTHING_CHOSEN = `Choose the answer that fits best. “${DONT_KNOW_LABEL}” is fine.`;

/**
 * One question as a ballot: choosing only selects, Continue commits. The radios are uncontrolled, so that a choice made
 * before the code has arrived is kept.
 */
export const QuestionForm = memo(function QuestionForm({
  id,
  words,
  kicker,
  chosen,
  letters,
  onAnswer,
}: {
  readonly id: string;
  readonly words: QuestionWords;
  readonly kicker: string;
  readonly chosen?: string | undefined;
  readonly letters: boolean;
  readonly onAnswer?: ((question: string, option: string) => void) | undefined;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [isBlank, setBlank] = useState(false);
  const options = [...Object.keys(words.labels), DONT_KNOW];

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const option = new FormData(event.currentTarget).get('answer');
    if (typeof option === 'string') onAnswer?.(id, option);
    else {
      setBlank(true);
      form.current?.querySelector('input')?.focus();
    }
  };
  const press = (event: KeyboardEvent): void => {
    const { key, target, nativeEvent } = event;
    if (event.metaKey || event.ctrlKey || event.altKey || nativeEvent.isComposing) return;
    const radio = target instanceof HTMLInputElement && target.type === 'radio';
    if (key === 'Enter' && radio) {
      event.preventDefault();
      form.current?.requestSubmit();
      return;
    }
    const option = letters ? optionAt(key, options) : undefined;
    if (option === undefined) return;
    const input = form.current?.querySelector<HTMLInputElement>(`input[value="${option}"]`);
    if (!input) return;
    event.preventDefault();
    input.checked = true;
    input.focus();
    setBlank(false);
  };

  return (
    // The keys are shortcuts for the radios inside, which work by themselves.
    <form ref={form} method="dialog" noValidate onSubmit={submit} onKeyDown={press} data-question={id}>
      <fieldset aria-describedby={isBlank ? 'blank' : undefined}>
        <legend>
          <span className="kicker">{kicker}</span>
          <h1 tabIndex={-1}>{words.question}</h1>
        </legend>
        {words.hint && <p className="hint">{words.hint}</p>}
        {isBlank && (
          <p className="error" id="blank">
            <span className="vh">Error: </span>
            {NOTHING_CHOSEN}
          </p>
        )}
        <div className={isBlank ? 'ballot blank' : 'ballot'}>
          {options.map((option, index) => (
            <label key={option} className={option === DONT_KNOW ? 'choice unsure' : 'choice'}>
              <input
                type="radio"
                name="answer"
                value={option}
                defaultChecked={option === chosen}
                onChange={() => setBlank(false)}
              />
              <span>{words.labels[option] ?? DONT_KNOW_LABEL}</span>
              {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus. */}
              {letters && <kbd aria-hidden="true">{letter(index)}</kbd>}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row go">
        <button className="btn" type="submit">
          Continue
        </button>
        <span className="keys" aria-hidden="true">
          or press <kbd>Enter</kbd>
        </span>
      </div>
      <details className="why">
        <summary>Why we ask</summary>
        <div>
          <Prose text={words.why} />
        </div>
      </details>
    </form>
  );
});
