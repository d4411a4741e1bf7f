import type { ResultWords } from '../../content/words.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import type { Session } from '../flow/session.ts';
import './result.css';
import { answerTo } from '../../domain/answer.ts';
import type { Depending, Outcome } from '../../domain/walk.ts';
import { type Dependence, depends, type Group, type Lookup } from '../../reasoning/depends.ts';
import { sideOf } from '../../reasoning/side.ts';
import type { Scene } from '../flow/scene.ts';
import { counted, listed, onDate } from '../numbers.ts';
import { Mark } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { AnswersPart } from './answers.tsx';
import { Aftermath, Arrival } from './arrival.tsx';
import { headlineOf, labelOf, markOf, nextClause, type ResultPage, supposing, topicOf } from './page.ts';
import { Printed } from './printed.tsx';
import { NeutralHead } from './spread.tsx';
import { Tools } from './tools.tsx';
import { VerdictChoice } from './verdict-choice.tsx';

/** Returns what an outcome supposes of each unknown, as one clause. */
const clauseOf = (page: ResultPage, { unknowns }: Pick<Outcome, 'unknowns'>): string =>
  supposing(
    page,
    Object.entries(unknowns).map(([question, option]) => answerTo(question, option)),
  );

/** A verdict in its side's ink. */
function VerdictField({ page, verdict }: { readonly page: ResultPage; readonly verdict: string }) {
  const side = sideOf(page.flow, verdict);
  const kind = markOf(page.flow, verdict);
  const field =
    kind === 'settled'
      ? { className: 'verdict-field both' }
      : { className: 'verdict-field field', 'data-side': side ?? undefined };
  return (
    <span {...field}>
      <Mark kind={kind} />
      <span>{headlineOf(page, verdict)}</span>
    </span>
  );
}

/** Returns what has to hold for a group's verdict, in clauses: for each unknown that matters to it, the options it may come of. */
function conditionsOf({ flow, words }: ResultPage, { unknowns }: Group): readonly string[] {
  const clauses = Object.entries(unknowns).flatMap(([question, options]) => {
    if (options.length === Object.keys(flow.answers[question] ?? {}).length) return [];
    const ifs = options.map((option) => words.ifs[question]?.[option] ?? option);
    return [ifs.map((clause, index) => (index === 0 ? clause : nextClause(clause))).join(', or ')];
  });
  // They have to hold, and may not be enough: another rule can decide before.
  return clauses.map((clause, index) => `${index === 0 ? 'Only' : 'and'} ${nextClause(clause)}`);
}

function Outcomes({
  page,
  walk,
  dependence,
}: {
  readonly page: ResultPage;
  readonly walk: Depending;
  readonly dependence: Dependence;
}) {
  const { groups, isGrouped } = dependence;
  if (!isGrouped) {
    return (
      <ul className="outcome-list" role="list">
        {walk.outcomes.map((outcome) => (
          <li key={outcome.trail.join()}>
            <span className="if">{clauseOf(page, outcome)}</span>
            <VerdictField page={page} verdict={outcome.verdict} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul className="outcome-list" role="list">
      {groups.map((group) => {
        const conditions = conditionsOf(page, group);
        return (
          <li key={group.verdict}>
            <span className="if">
              {conditions.length === 0
                ? 'With some combinations of these answers'
                : conditions.map((condition) => <span key={condition}>{condition}</span>)}
            </span>
            <VerdictField page={page} verdict={group.verdict} />
          </li>
        );
      })}
    </ul>
  );
}

function WhatItLeaves({ page, found }: { readonly page: ResultPage; readonly found: Lookup }) {
  const { asking } = page;
  return (
    <ul className="shift" role="list">
      {found.options.map(({ option, verdicts }) => (
        <li key={option}>
          <span className="if">{labelOf(asking, answerTo(found.question, option))}</span>
          <span className="then">
            <span className="outcomes">
              <VerdictChoice page={page} verdicts={verdicts} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where the verdict hangs on what the reader does not know: what to find out first, and what each answer leads to. */
export function DependsPage({
  flow,
  asking,
  scene,
  words,
  session,
}: FlowPageProps & { readonly words: ResultWords; readonly session?: Session }) {
  const { walk } = scene;
  return walk.at === 'depends' ? (
    <DependsResult page={{ flow, asking, words, session }} scene={scene} walk={walk} />
  ) : null;
}

function DependsResult({
  page: given,
  scene,
  walk,
}: {
  readonly page: Omit<ResultPage, 'sources'>;
  readonly scene: Scene;
  readonly walk: Depending;
}) {
  const page: ResultPage = { ...given, sources: new Map() };
  const { flow, asking, words, session } = page;
  const dependence = depends(flow, walk);
  const { first, unknowns } = dependence;
  const question = asking.questions[first.question];
  return (
    <main id="main" className="result">
      <NeutralHead
        page={page}
        who="No recommendation yet"
        headline="It depends."
        gist={`It hangs on what you don’t know yet: ${listed(walk.unknowns.map((unknown) => topicOf(asking, unknown)))}.`}
        strength={`As it stands, ${counted(walk.verdicts.length, 'recommendation')} are possible. An unknown is never read as a yes or a no.`}
        facts={[asking.short, onDate(new Date())]}
      />
      <Arrival page={page} scene={scene} />
      <Tools page={page} scene={scene} />
      <div className="wrap">
        <Part id="first" label={unknowns.length > 1 ? 'What to find out first' : 'What to find out'}>
          <h3>{question?.question}</h3>
          <div className="prose">
            <p>{words.findOut[first.question]}</p>
          </div>
          {unknowns.length > 1 && (
            <>
              <p className="lead-in">Of what you don’t know, this settles most. It would leave:</p>
              <WhatItLeaves page={page} found={first} />
            </>
          )}
          <p className="again">
            <button type="button" className="btn" onClick={() => session?.change(first.question)}>
              Answer it now
            </button>
          </p>
        </Part>
        <Part
          id="each"
          label="What each answer leads to"
          {...(dependence.isGrouped ? { small: `${walk.combinations} combinations, by what they may lead to` } : {})}
        >
          <Outcomes page={page} walk={walk} dependence={dependence} />
        </Part>
        {unknowns.length > 1 && (
          <Part id="others" label="How one might find out the rest">
            <dl className="find-out">
              {unknowns
                .filter((unknown) => unknown.question !== first.question)
                .map((unknown) => (
                  <div key={unknown.question}>
                    <dt>{asking.questions[unknown.question]?.question}</dt>
                    <dd>{words.findOut[unknown.question]}</dd>
                  </div>
                ))}
            </dl>
          </Part>
        )}
        <AnswersPart
          page={page}
          trail={walk.trail}
          changed={scene.entry.changed}
          note={<Aftermath page={page} scene={scene} />}
        />
      </div>
      <Printed page={page} />
    </main>
  );
}
