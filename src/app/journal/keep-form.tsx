import { useEffect, useRef, useState } from 'react';
import { type Entry, nameOf } from '../../journal/entry.ts';
import { faultFrom, type JournalFault } from '../../journal/faults.ts';
import { keepEntry } from '../../journal/store.ts';
import { href } from '../base.ts';
import { saveCopy, saveText } from './download.ts';
import { faultWords } from './fault-words.ts';
import { type Keepable, keptResult } from './kept-result.ts';
import { askToPersist } from './persistence.ts';
import { type Given, RemarksForm } from './remarks-fields.tsx';

type Stage =
  | { readonly at: 'form'; readonly isBusy: boolean }
  | { readonly at: 'kept'; readonly entry: Entry }
  | { readonly at: 'refused'; readonly entry: Entry; readonly fault: JournalFault };

const NOTHING: Given = { nickname: '', note: '', lookAgain: null };

/** The form that keeps a result: it says what came of it, and offers a file where the browser refuses. */
export function KeepForm({ onClose, ...result }: Keepable & { readonly onClose: () => void }) {
  const [stage, setStage] = useState<Stage>({ at: 'form', isBusy: false });
  const [given, setGiven] = useState(NOTHING);
  const said = useRef<HTMLDivElement>(null);
  const { at } = stage;
  useEffect(() => {
    if (at !== 'form') said.current?.focus();
  }, [at]);

  const keep = (next: Given, earlier?: Entry): void => {
    if (stage.at === 'form' && stage.isBusy) return;
    setGiven(next);
    setStage({ at: 'form', isBusy: true });
    // A second try keeps the same entry, so that it can never be there twice.
    const entry = earlier ?? keptResult(result, { ...next, isException: false }, new Date());
    keepEntry(entry).then(
      () => {
        setStage({ at: 'kept', entry });
        void askToPersist();
      },
      (problem: unknown) => setStage({ at: 'refused', entry, fault: faultFrom(problem, true) }),
    );
  };

  if (stage.at === 'form') {
    return (
      <RemarksForm given={given} onSubmit={(next) => keep(next)}>
        <p className="ui-note">
          Kept in this browser, on this device, and nowhere else. Anybody who can open this browser can read it.
        </p>
        <div className="row">
          <button type="submit" className="btn small" aria-disabled={stage.isBusy}>
            {stage.isBusy ? 'Keeping it' : 'Keep it'}
          </button>
          <button type="button" className="textbtn" onClick={onClose}>
            Don’t keep it
          </button>
        </div>
      </RemarksForm>
    );
  }
  const { entry } = stage;
  const alone = { entries: [entry], rule: null };
  return (
    <div className="keepform" ref={said} tabIndex={-1} role="status">
      {stage.at === 'kept' ? (
        <>
          <p>{entry.nickname ? `Kept in your journal, as “${nameOf(entry)}”.` : 'Kept in your journal.'}</p>
          <div className="row">
            <a className="btn quiet small" href={href('journal/')}>
              Open my journal
            </a>
            <button type="button" className="textbtn" onClick={onClose}>
              Close
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{faultWords(stage.fault)} Save the result as a file instead.</p>
          <div className="row">
            <button type="button" className="btn small" onClick={() => saveText(alone, 'counterpoint-result')}>
              Save it as a text
            </button>
            <button type="button" className="btn quiet small" onClick={() => saveCopy(alone, 'counterpoint-result')}>
              Save it as a copy that the journal can open
            </button>
            <button type="button" className="textbtn" onClick={() => keep(given, entry)}>
              Try again
            </button>
          </div>
        </>
      )}
    </div>
  );
}
