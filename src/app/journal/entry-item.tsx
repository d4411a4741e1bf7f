import { useId, useState } from 'react';
import { dayOf, type Entry, nameOf } from '../../journal/entry.ts';
import { changeEntry } from '../../journal/store.ts';
import { href } from '../base.ts';
import { Mark, type MarkKind } from '../parts/mark.tsx';
import { onDay } from './dates.ts';
import type { FlowLink } from './flow-link.ts';
import { RemarksForm } from './remarks-fields.tsx';
import { ThenNow } from './then-now.tsx';

/** Returns the mark of an entry’s verdict. */
export const markOf = ({ isSettled, side }: Entry): MarkKind => (isSettled ? 'settled' : (side ?? 'level'));

/** Returns the counts of an entry as a phrase, the higher number first and what for; nothing where safety settled it. */
function countWords({ isSettled, counts: { closed, open } }: Entry, flow: FlowLink | undefined): string {
  if (isSettled) return '';
  if (closed === open) return `Level, ${closed} each.`;
  const end = flow && ` for “${flow.ends[closed > open ? 'closed' : 'open']}”`;
  return `${Math.max(closed, open)} to ${Math.min(closed, open)}${end ?? ''}.`;
}

function againWords({ lookAgain }: Entry, today: string): string {
  if (lookAgain === null) return '';
  if (lookAgain <= today) return `You meant to look again on ${onDay(lookAgain)}.`;
  return `Look again on ${onDay(lookAgain)}.`;
}

/** What a reader can do with an entry. */
export interface EntryActions {
  readonly onToggle: () => void;
  readonly onDelete: () => void;
  /** Does something with the journal, and says so where it fails. */
  readonly attempt: (change: Promise<unknown>) => Promise<boolean>;
}

/** One decision: what it was about and how it ended; opened, its result in the words of that day. */
export function EntryItem({
  entry,
  flow,
  isOpen,
  actions,
}: {
  readonly entry: Entry;
  readonly flow: FlowLink | undefined;
  readonly isOpen: boolean;
  readonly actions: EntryActions;
}) {
  const id = useId();
  const today = dayOf(new Date());
  const headline = entry.words.headline.replace(/\.$/, '');
  const notes = [
    countWords(entry, flow),
    againWords(entry, today),
    entry.isException ? 'An exception to your rule.' : '',
  ];
  return (
    <li id={`entry-${entry.id}`}>
      <div>
        <h3>
          <button type="button" className="opener" aria-expanded={isOpen} aria-controls={id} onClick={actions.onToggle}>
            {nameOf(entry)}
          </button>
        </h3>
        <p className="ui-note">
          {onDay(entry.kept)}.{entry.nickname && ` ${entry.words.short}`}
        </p>
      </div>
      <p className="out">
        <Mark kind={markOf(entry)} />
        <span>{headline}</span>
        <span className="ui-note">{notes.filter(Boolean).join(' ')}</span>
      </p>
      {isOpen && <Opened id={id} entry={entry} flow={flow} actions={actions} />}
    </li>
  );
}

function Opened({
  id,
  entry,
  flow,
  actions,
}: {
  readonly id: string;
  readonly entry: Entry;
  readonly flow: FlowLink | undefined;
  readonly actions: EntryActions;
}) {
  const [isEditing, setEditing] = useState(false);
  const { words, note } = entry;
  const name = nameOf(entry);
  return (
    <div className="asitwas" id={id}>
      <p className="headline">{words.headline}</p>
      <p className="prose">{words.gist}</p>
      <ThenNow entry={entry} flow={flow} />
      <div className="told">
        {words.rule && (
          <section>
            <h4>What decided it</h4>
            <p>{words.rule}</p>
          </section>
        )}
        {words.reasons.length > 0 && (
          <section>
            <h4>Why</h4>
            <ul>
              {words.reasons.map(({ voice, text }) => (
                <li key={voice + text}>
                  {text} <span className="voice">{voice}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {words.dissent.length > 0 && (
          <section>
            <h4>What spoke against it</h4>
            <ul>
              {words.dissent.map(({ voice, text }) => (
                <li key={voice + text}>
                  {text} <span className="voice">{voice}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h4>Your answers</h4>
          <dl className="gave">
            {words.answers.map(({ id: answer, question, answer: given }) => (
              <div key={answer}>
                <dt>{question}</dt>
                <dd>{given}</dd>
              </div>
            ))}
          </dl>
        </section>
        {note && !isEditing && (
          <section>
            <h4>Your note</h4>
            <p className="note">{note}</p>
          </section>
        )}
      </div>
      {isEditing ? (
        <RemarksForm
          given={entry}
          onSubmit={(given) => {
            void actions.attempt(changeEntry(entry.id, given)).then((isDone) => isDone && setEditing(false));
          }}
        >
          <div className="row">
            <button type="submit" className="btn small">
              Save the changes
            </button>
            <button type="button" className="textbtn" onClick={() => setEditing(false)}>
              Leave it as it was
            </button>
          </div>
        </RemarksForm>
      ) : (
        <div className="row">
          <button type="button" className="btn quiet small" onClick={() => setEditing(true)}>
            Edit the nickname, day or note<span className="vh"> of {name}</span>
          </button>
          {flow && (
            <a className="btn quiet small" href={href(`${entry.flow}/`)}>
              Answer it again<span className="vh">: {name}</span>
            </a>
          )}
          {entry.isException && (
            <button
              type="button"
              className="textbtn"
              onClick={() => void actions.attempt(changeEntry(entry.id, { isException: false }))}
            >
              Not an exception after all<span className="vh">: {name}</span>
            </button>
          )}
          <button type="button" className="textbtn" onClick={actions.onDelete}>
            Delete<span className="vh"> {name}</span>
          </button>
        </div>
      )}
    </div>
  );
}
