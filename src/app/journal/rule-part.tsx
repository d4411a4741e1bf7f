import { useEffect, useRef, useState } from 'react';
import type { RuleWords } from '../../content/words.ts';
import { optionOf, questionOf } from '../../domain/answer.ts';
import { type Parting, partings } from '../../journal/consistency.ts';
import { type Journal, nameOf, questionWordsOf, type Rule, wordsOf } from '../../journal/entry.ts';
import { changeEntry, keepRule, removeRule } from '../../journal/store.ts';
import { Who } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { onDay } from './dates.ts';
import { markOf } from './entry-item.tsx';
import { printRule } from './print-rule.ts';
import { useCode } from './use-code.ts';

const loadForm = () => import('./rule-form.tsx');
const loadText = () => import('./rule-text.tsx');

/** What the rule’s part of the page can do with the journal. */
export interface RuleActions {
  /** Does something with the journal, and says so where it fails. */
  readonly attempt: (change: Promise<unknown>, done?: string) => Promise<boolean>;
  readonly onOpen: (id: string) => void;
}

/** The reader’s own rule: the way to write one down, its words, and where decisions part from it. */
export function RulePart({
  words,
  journal,
  actions,
}: {
  readonly words: RuleWords;
  readonly journal: Journal;
  readonly actions: RuleActions;
}) {
  const { rule, entries } = journal;
  const [writing, setWriting] = useState<'no' | 'asked' | 'words'>('no');
  const [removed, setRemoved] = useState<Rule | null>(null);
  const [form, fetchForm] = useCode(loadForm);
  const top = useRef<HTMLDivElement>(null);
  const write = (how: 'asked' | 'words'): void => {
    setWriting(how);
    fetchForm();
  };
  const close = (): void => {
    setWriting('no');
    top.current?.focus();
  };
  const keep = (next: Rule): void => {
    void actions.attempt(keepRule(next), 'Your rule is kept.').then((isDone) => isDone && close());
  };
  const remove = (gone: Rule): void => {
    void actions.attempt(removeRule()).then((isDone) => {
      if (!isDone) return;
      setRemoved(gone);
      top.current?.focus();
    });
  };
  const isForm = writing !== 'no';
  return (
    <Part id="rule" label={words.title} small={words.lede}>
      <div ref={top} tabIndex={-1} className="rule">
        {!rule && !isForm && (
          <>
            {removed && (
              <div className="row">
                <p role="status">Your rule is removed.</p>
                <button type="button" className="btn quiet small" onClick={() => keep(removed)}>
                  Undo<span className="vh"> removing my rule</span>
                </button>
              </div>
            )}
            <div className="prose">
              <Prose text={words.about} />
            </div>
            <ul className="views" role="list">
              {words.views.map(({ name, line }) => (
                <li key={line}>
                  {line} <span className="voice">{name}</span>
                </li>
              ))}
            </ul>
            <button type="button" className="btn quiet small" onClick={() => write('asked')}>
              Write down my rule
            </button>
          </>
        )}
        {rule && !isForm && (
          <>
            <RuleWordsShown rule={rule} />
            <p className="ui-note">Written on {onDay(rule.written)}.</p>
            <div className="row screen-only">
              <button type="button" className="btn quiet small" onClick={() => write('words')}>
                Change the words
              </button>
              <button type="button" className="btn quiet small" onClick={() => write('asked')}>
                Answer the questions again
              </button>
              <button type="button" className="btn quiet small" onClick={printRule}>
                Print my rule
              </button>
              <button type="button" className="textbtn" onClick={() => remove(rule)}>
                Remove my rule
              </button>
            </div>
          </>
        )}
        {isForm && form.status === 'ready' && (
          <form.module.RuleForm
            key={writing}
            words={words}
            rule={rule}
            isOnlyWords={writing === 'words'}
            onKeep={keep}
            onClose={close}
          />
        )}
        {isForm && form.status === 'failed' && (
          <p role="alert">
            The form could not be loaded.{' '}
            <button type="button" className="textbtn" onClick={fetchForm}>
              Try again
            </button>
          </p>
        )}
      </div>
      {rule && !isForm && (
        <Partings words={words} found={partings(entries, rule)} actions={actions} onChangeRule={() => write('asked')} />
      )}
    </Part>
  );
}

/** The rule’s words; plain until what renders them has come. */
function RuleWordsShown({ rule }: { readonly rule: Rule }) {
  const [code, fetchText] = useCode(loadText);
  useEffect(fetchText, [fetchText]);
  if (code.status === 'ready') {
    return (
      <div className="prose rulewords">
        <code.module.RuleText text={rule.text} />
      </div>
    );
  }
  return <p className="prose rulewords note">{rule.text}</p>;
}

function Partings({
  words,
  found,
  actions,
  onChangeRule,
}: {
  readonly words: RuleWords;
  readonly found: readonly Parting[];
  readonly actions: RuleActions;
  readonly onChangeRule: () => void;
}) {
  if (found.length === 0) return null;
  return (
    <div className="partings screen-only">
      <h3>Where a decision and your rule part</h3>
      <p className="ui-note">
        You may have had a good reason, and a rule may be wrong. Which of the two should change, if any?
      </p>
      <ul role="list">
        {found.map(({ entry, point, ruled, decided }) => {
          const name = nameOf(entry);
          return (
            <li key={entry.id + point}>
              <Who kind={markOf(entry)}>{entry.words.headline.replace(/\.$/, '')}</Who>
              <h4>{name}</h4>
              <dl className="gave">
                <div>
                  <dt>When you wrote your rule</dt>
                  <dd>{words.questions[questionOf(ruled)]?.options[optionOf(ruled)]?.label ?? ruled}</dd>
                </div>
                <div>
                  <dt>{decided ? questionWordsOf(entry, questionOf(decided)) : 'On that day'}</dt>
                  <dd>{decided ? wordsOf(entry, decided) : entry.words.headline}</dd>
                </div>
              </dl>
              <div className="row">
                <button type="button" className="btn quiet small" onClick={onChangeRule}>
                  The rule<span className="vh"> should change, because of {name}</span>
                </button>
                <button type="button" className="btn quiet small" onClick={() => actions.onOpen(entry.id)}>
                  The decision<span className="vh"> should change: {name}</span>
                </button>
                <button
                  type="button"
                  className="textbtn"
                  onClick={() =>
                    void actions.attempt(
                      changeEntry(entry.id, { isException: true }),
                      `${name}: noted as an exception.`,
                    )
                  }
                >
                  Neither: it was an exception<span className="vh"> ({name})</span>
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
