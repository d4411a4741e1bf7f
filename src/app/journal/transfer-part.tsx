import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { type Journal, nameOf } from '../../journal/entry.ts';
import { eraseJournal, mergeCopy } from '../../journal/store.ts';
import { type Comparison, compareCopy, readFile } from '../../journal/transfer.ts';
import { capital, counted, inWords } from '../numbers.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Part } from '../parts/part.tsx';
import { saveCopy, saveText } from './download.ts';
import { misfitWords } from './fault-words.ts';
import { askToPersist, type Persistence, persistence } from './persistence.ts';

type Attempt = (change: Promise<unknown>, done?: string) => Promise<boolean>;

/** Taking the journal along, and clearing it: copies out and in, what the browser has promised, and deleting everything. */
export function TransferPart({ journal, attempt }: { readonly journal: Journal; readonly attempt: Attempt }) {
  const [copy, setCopy] = useState<Journal | null>(null);
  const [misfit, setMisfit] = useState('');
  const [isErasing, setErasing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { entries, rule } = journal;
  const isEmpty = entries.length === 0 && rule === null;

  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    // The same file can be chosen again.
    event.target.value = '';
    setCopy(null);
    setMisfit('');
    if (!file) return;
    void readFile(file).then((read) => {
      if ('journal' in read) setCopy(read.journal);
      else setMisfit(misfitWords(read.misfit, read.entry));
    });
  };
  const leave = (): void => {
    setCopy(null);
    opener.current?.focus();
  };
  return (
    <Part id="keep-or-clear" label="Keep or clear">
      <div className="row">
        {!isEmpty && (
          <>
            <button type="button" className="btn quiet small" onClick={() => saveCopy(journal)}>
              Save a copy as a file
            </button>
            <button type="button" className="btn quiet small" onClick={() => saveText(journal)}>
              Save it as a text to read
            </button>
          </>
        )}
        <button ref={opener} type="button" className="btn quiet small" onClick={() => input.current?.click()}>
          Open a saved copy
        </button>
        <input
          ref={input}
          className="vh"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label="A saved copy of a journal"
          onChange={choose}
        />
        {!isEmpty && (
          <button type="button" className="textbtn" onClick={() => setErasing(true)}>
            Delete everything here
          </button>
        )}
      </div>
      <div role="alert">{misfit && <p className="error">{misfit}</p>}</div>
      {copy && (
        <CopyPreview
          here={journal}
          there={copy}
          onLeave={leave}
          onTake={(replaced, isRuleReplaced, done) => {
            void attempt(mergeCopy({ ...copy, replaced, isRuleReplaced }), done).then((isDone) => isDone && leave());
          }}
        />
      )}
      {!isEmpty && <Promised />}
      <p className="ui-note where">
        The journal lies in this browser’s own storage for this site, under the name counterpoint-journal. Nothing in it
        is ever sent anywhere. “Delete everything here” erases it; so does clearing this site’s data in the browser.
      </p>
      {isErasing && (
        <EraseDialog
          journal={journal}
          onClose={() => setErasing(false)}
          onErase={() => {
            setErasing(false);
            void attempt(eraseJournal(), 'Everything is deleted.');
          }}
        />
      )}
    </Part>
  );
}

/** What the browser has promised, and the way to ask it. */
function Promised() {
  const [promised, setPromised] = useState<Persistence | null>(null);
  const [hasAsked, setAsked] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void persistence().then((found) => isWanted && setPromised(found));
    return () => {
      isWanted = false;
    };
  }, []);
  if (promised === null) return null;
  if (promised === 'granted') {
    return (
      <p className="ui-note where" role="status">
        This browser has promised not to clear the journal by itself.
      </p>
    );
  }
  return (
    <div className="ui-note where" role="status">
      <p>
        {hasAsked ? 'The browser was asked, and has promised nothing. It' : 'This browser has promised nothing: it'} may
        clear the journal when space runs short, and some do so after a week without a visit. A saved copy is safe.
      </p>
      {promised === 'refused' && !hasAsked && (
        <button
          type="button"
          className="textbtn"
          onClick={() => {
            void askToPersist().then((said) => {
              setPromised(said);
              setAsked(true);
            });
          }}
        >
          Ask the browser not to clear it
        </button>
      )}
    </div>
  );
}

const decisions = (count: number): string => counted(count, 'decision');

/** Returns what a copy would do, in sentences. */
function previewWords({ adds, same, differs, rule }: Comparison): string {
  const parts = [
    adds.length > 0 ? `It would add ${decisions(adds.length)}.` : 'It has no decision that is new here.',
    ...(same.length > 0
      ? [`${capital(decisions(same.length))} ${same.length === 1 ? 'is' : 'are'} here already.`]
      : []),
    ...(differs.length > 0
      ? [`${capital(decisions(differs.length))} ${differs.length === 1 ? 'is' : 'are'} here in other words.`]
      : []),
    ...(rule === 'adds' ? ['It would add its rule.'] : []),
    ...(rule === 'same' ? ['The rule is the same.'] : []),
    ...(rule === 'differs' ? ['Its rule is another than yours.'] : []),
  ];
  return parts.join(' ');
}

function CopyPreview({
  here,
  there,
  onTake,
  onLeave,
}: {
  readonly here: Journal;
  readonly there: Journal;
  readonly onTake: (replaced: readonly string[], isRuleReplaced: boolean, done: string) => void;
  readonly onLeave: () => void;
}) {
  const compared = compareCopy(here, there);
  const { adds, differs, rule } = compared;
  const [replaced, setReplaced] = useState<readonly string[]>([]);
  const [isRuleReplaced, setRuleReplaced] = useState(false);
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  const takes = adds.length + replaced.length;
  const isAny = takes > 0 || rule === 'adds' || isRuleReplaced;
  const done = takes > 0 ? `${capital(decisions(takes))} taken over.` : 'The rule is taken over.';
  return (
    <div className="notice preview">
      <h3 ref={top} tabIndex={-1}>
        What this copy holds
      </h3>
      <p>{previewWords(compared)} Nothing is changed yet.</p>
      {(differs.length > 0 || rule === 'differs') && (
        <fieldset className="checks">
          <legend>What is here stays as it is, unless you take the copy’s instead</legend>
          {differs.map(({ here: mine, there: theirs }) => (
            <label className="check" key={mine.id}>
              <input
                type="checkbox"
                checked={replaced.includes(mine.id)}
                onChange={({ target }) =>
                  setReplaced(target.checked ? [...replaced, mine.id] : replaced.filter((id) => id !== mine.id))
                }
              />
              <span>
                Take the copy’s “{nameOf(theirs)}” in place of “{nameOf(mine)}”
              </span>
            </label>
          ))}
          {rule === 'differs' && (
            <label className="check">
              <input
                type="checkbox"
                checked={isRuleReplaced}
                onChange={({ target }) => setRuleReplaced(target.checked)}
              />
              <span>Take the copy’s rule in place of mine</span>
            </label>
          )}
        </fieldset>
      )}
      <div className="row">
        {isAny && (
          <button type="button" className="btn small" onClick={() => onTake(replaced, isRuleReplaced, done)}>
            {takes > 0 ? `Take over ${decisions(takes)}` : 'Take over the rule'}
          </button>
        )}
        <button type="button" className="textbtn" onClick={onLeave}>
          {isAny ? 'Leave everything as it is' : 'Close'}
        </button>
      </div>
    </div>
  );
}

function EraseDialog({
  journal,
  onErase,
  onClose,
}: {
  readonly journal: Journal;
  readonly onErase: () => void;
  readonly onClose: () => void;
}) {
  const count = journal.entries.length;
  const what = [...(count > 0 ? [decisions(count)] : []), ...(journal.rule ? ['your rule'] : [])].join(' and ');
  const all = count > 1 ? `all ${inWords(count)} decisions` : what;
  return (
    <Dialog label={`Delete ${all}?`} onClose={onClose}>
      <p>
        This erases {what} from this browser. It cannot be undone. If you may want to read any of it again, save a copy
        first.
      </p>
      <div className="row">
        <button type="button" className="btn small" onClick={onErase}>
          Delete {what}
        </button>
        <button type="button" className="btn quiet small" onClick={() => saveCopy(journal)}>
          Save a copy first
        </button>
      </div>
    </Dialog>
  );
}
