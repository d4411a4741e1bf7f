import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RuleWords } from '../../content/words.ts';
import { dayOf, dueOn, EMPTY, type Entry, nameOf } from '../../journal/entry.ts';
import { faultFrom } from '../../journal/faults.ts';
import { keepEntry, removeEntry } from '../../journal/store.ts';
import { href } from '../base.ts';
import { capital, counted, inWords } from '../numbers.ts';
import type { PlainWords } from '../pages/plain-page.tsx';
import { Masthead, SITE_NAV } from '../parts/masthead.tsx';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { EntryItem } from './entry-item.tsx';
import { faultWords } from './fault-words.ts';
import type { FlowLink } from './flow-link.ts';
import { PatternPart } from './pattern-part.tsx';
import { RulePart } from './rule-part.tsx';
import { TransferPart } from './transfer-part.tsx';
import { useJournal } from './use-journal.ts';

/** What the journal’s page is made of, beside what the reader has kept. */
export interface JournalProps {
  readonly words: PlainWords;
  readonly rule: RuleWords;
  readonly flows: readonly FlowLink[];
}

/** How long a deleted decision can be brought back by a press, in milliseconds. */
const UNDO = 10_000;

/** Decisions kept on this device, their pattern, the reader’s own rule, and the ways to take it all along or clear it. */
export function JournalPage({ words, rule, flows }: JournalProps) {
  const { state, retry } = useJournal();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [deleted, setDeleted] = useState<readonly Entry[]>([]);
  const journal = state.status === 'ready' ? state.journal : EMPTY;
  const { entries } = journal;

  const attempt = useCallback(async (change: Promise<unknown>, done = ''): Promise<boolean> => {
    setTrouble('');
    setSaid('');
    try {
      await change;
      setSaid(done);
      return true;
    } catch (problem) {
      setTrouble(faultWords(faultFrom(problem, true)));
      return false;
    }
  }, []);

  const open = useCallback((id: string): void => {
    flushSync(() => setOpened((now) => new Set(now).add(id)));
    const item = document.getElementById(`entry-${id}`);
    item?.scrollIntoView({ block: 'start' });
    item?.querySelector<HTMLElement>('.opener')?.focus({ preventScroll: true });
  }, []);

  const toggle = (id: string): void =>
    setOpened((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const remove = async (entry: Entry): Promise<void> => {
    setTrouble('');
    try {
      // What is put back is what was there, whatever another tab had changed.
      const gone = await removeEntry(entry.id);
      setDeleted((now) => [...now.filter(({ id }) => id !== entry.id), gone ?? entry]);
    } catch (problem) {
      setTrouble(faultWords(faultFrom(problem, true)));
    }
  };

  const forget = useCallback((id: string) => setDeleted((now) => now.filter((entry) => entry.id !== id)), []);

  const restore = async (entry: Entry): Promise<void> => {
    if (await attempt(keepEntry(entry), `“${nameOf(entry)}” is back.`)) forget(entry.id);
  };

  const lede = entries.length > 0 ? ledeFor(entries.length) : words.lede;
  // A deleted decision leaves its line where it stood.
  const gone = deleted.filter(({ id }) => !entries.some((entry) => entry.id === id));
  const rows = [...entries, ...gone].sort(
    (one, other) => other.kept.localeCompare(one.kept) || one.id.localeCompare(other.id),
  );
  return (
    <>
      <Masthead nav={SITE_NAV} current="journal/" />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: it only listens for the links inside, which keys press too. */}
      <main
        id="main"
        onClick={(event) => {
          const link =
            event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#entry-"]') : null;
          if (!link) return;
          event.preventDefault();
          open(link.hash.slice('#entry-'.length));
        }}
      >
        <div className="wrap page-head">
          <h1>{words.title}</h1>
          <p className="lede">{lede}</p>
        </div>
        <div className="wrap journal">
          <p className="vh" role="status">
            {said}
          </p>
          <div role="alert">{trouble && <p className="notice">{trouble}</p>}</div>
          {state.status === 'failed' && (
            <div className="notice" role="alert">
              <p>
                {faultWords(state.fault)}{' '}
                {state.fault.name === 'JournalBlocked' && 'A result can still be saved as a file, on its own page.'}
              </p>
              <button type="button" className="textbtn" onClick={retry}>
                Try again
              </button>
            </div>
          )}
          {rows.length > 0 && (
            <Part id="decisions" label="Decisions">
              <Due entries={entries} />
              <ul className="entries" role="list">
                {rows.map((entry) =>
                  gone.includes(entry) ? (
                    <Undo key={entry.id} entry={entry} onUndo={() => void restore(entry)} onEnd={forget} />
                  ) : (
                    <EntryItem
                      key={entry.id}
                      entry={entry}
                      flow={flows.find(({ id }) => id === entry.flow)}
                      isOpen={opened.has(entry.id)}
                      actions={{ onToggle: () => toggle(entry.id), onDelete: () => void remove(entry), attempt }}
                    />
                  ),
                )}
              </ul>
            </Part>
          )}
          {rows.length === 0 && state.status !== 'failed' && (
            <Nothing words={words} isReading={state.status === 'reading'} />
          )}
          <PatternPart entries={entries} />
          {state.status === 'ready' && (
            <>
              <RulePart words={rule} journal={journal} actions={{ attempt, onOpen: open }} />
              <TransferPart journal={journal} attempt={attempt} />
            </>
          )}
        </div>
      </main>
    </>
  );
}

const ledeFor = (count: number): string =>
  `${capital(counted(count, 'decision'))}, kept in this browser and nowhere else. Give people nicknames; you will know who you mean.`;

/** The journal before anything is kept, or, after a moment, while it is still being read: so it is prerendered. */
function Nothing({ words, isReading }: { readonly words: PlainWords; readonly isReading: boolean }) {
  return (
    <div className={isReading ? 'nothing reading' : 'nothing'}>
      <Part id="decisions" label="Decisions">
        {isReading ? (
          <>
            <p className="headline">What you have kept shows here once it has been read.</p>
            <noscript>
              <p className="notice">Reading the journal needs JavaScript. Without it, nothing that you kept is lost.</p>
            </noscript>
          </>
        ) : (
          <>
            <p className="headline">Nothing here yet.</p>
            <p>When a result is worth remembering, choose “Keep in my journal”.</p>
          </>
        )}
        <div className="prose">
          <Prose text={words.lead} />
        </div>
        <p className="row on">
          <a className="btn" href={href('')}>
            Choose a dilemma
          </a>
        </p>
      </Part>
    </div>
  );
}

/** The decisions whose day to look again has come, in one quiet sentence. */
function Due({ entries }: { readonly entries: readonly Entry[] }) {
  const due = dueOn(entries, dayOf(new Date()));
  if (due.length === 0) return null;
  const several = due.length > 1;
  return (
    <p className="due">
      You meant to look again at {several ? `${inWords(due.length)} of these` : 'one of these'} by now:{' '}
      {due.map((entry, index) => (
        <span key={entry.id}>
          {index > 0 && (index === due.length - 1 ? ' and ' : ', ')}
          <a href={`#entry-${entry.id}`}>{nameOf(entry)}</a>
        </span>
      ))}
      .
    </p>
  );
}

/** Tells whether somebody works by keyboard on an element: a pointer's focus does not show. */
const isWorkedByKeys = (element: Element): boolean => element.matches(':focus-visible');

/** Puts the focus on the nearest entry, where it would otherwise be lost with this one. */
function focusNeighbour(item: HTMLElement | null): void {
  if (!item?.contains(document.activeElement)) return;
  const next = item.nextElementSibling ?? item.previousElementSibling;
  next?.querySelector('button')?.focus({ preventScroll: true });
}

/** The line that a deleted decision leaves for a while; it stays as long as keys or a pointer rest on it. */
function Undo({
  entry,
  onUndo,
  onEnd,
}: {
  readonly entry: Entry;
  readonly onUndo: () => void;
  readonly onEnd: (id: string) => void;
}) {
  const line = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isHeld, setHeld] = useState(false);
  const { id } = entry;
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => {
      focusNeighbour(line.current);
      onEnd(id);
    }, UNDO);
    return () => clearTimeout(timer);
  }, [isHeld, id, onEnd]);
  return (
    <li
      ref={line}
      className="undo"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ target }) => setHeld(isWorkedByKeys(target))}
      onBlur={() => setHeld(false)}
    >
      <p role="status">“{nameOf(entry)}” is deleted.</p>
      <button ref={button} type="button" className="btn quiet small" onClick={onUndo}>
        Undo<span className="vh"> deleting {nameOf(entry)}</span>
      </button>
    </li>
  );
}
