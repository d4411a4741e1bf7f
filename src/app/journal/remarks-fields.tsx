import { type FormEvent, type ReactNode, useId } from 'react';
import { dayOf, type Remarks } from '../../journal/entry.ts';
import './keep.css';

/** What the form asks for; all of it may be left out. */
export type Given = Pick<Remarks, 'nickname' | 'note' | 'lookAgain'>;

const textIn = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A form for what a reader adds to a decision: a nickname, a day to look again, a note; each may be left out. */
export function RemarksForm({
  given,
  onSubmit,
  children,
}: {
  readonly given: Given;
  readonly onSubmit: (given: Given) => void;
  /** The buttons, and what there is to say beside them. */
  readonly children: ReactNode;
}) {
  const id = useId();
  const today = dayOf(new Date());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onSubmit({
      nickname: textIn(data, 'nickname'),
      note: textIn(data, 'note'),
      lookAgain: textIn(data, 'again') || null,
    });
  };
  return (
    <form className="keepform" method="dialog" autoComplete="off" onSubmit={submit}>
      <p className="input">
        <label htmlFor={`${id}n`}>Nickname</label>
        <span className="ui-note" id={`${id}h`}>
          Not their real name, if you can help it.
        </span>
        <input
          // The reader has asked for this form by pressing its button.
          // biome-ignore lint/a11y/noAutofocus: focus follows what was asked for.
          autoFocus
          id={`${id}n`}
          name="nickname"
          type="text"
          maxLength={80}
          defaultValue={given.nickname}
          aria-describedby={`${id}h`}
        />
      </p>
      <p className="input">
        <label htmlFor={`${id}d`}>Look again on</label>
        <span className="ui-note" id={`${id}g`}>
          The journal will mention it then. Nothing is sent to you.
        </span>
        <input
          id={`${id}d`}
          name="again"
          type="date"
          // A day that was set and has come may stay.
          min={given.lookAgain !== null && given.lookAgain < today ? given.lookAgain : today}
          max="9999-12-31"
          defaultValue={given.lookAgain ?? ''}
          aria-describedby={`${id}g`}
        />
      </p>
      <p className="input">
        <label htmlFor={`${id}t`}>Note</label>
        <textarea id={`${id}t`} name="note" rows={3} maxLength={4000} defaultValue={given.note} />
      </p>
      {children}
    </form>
  );
}
