import { type Answer, questionOf, type Trail } from '../../domain/answer.ts';
import type { Explanation, Support } from '../../reasoning/explain.ts';
import { counted, listed } from '../numbers.ts';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { labelOf, numberOf, type ResultPage, rowId, topicOf, unstopped } from './page.ts';
import { SaidBy, SourceNotes } from './said-by.tsx';

/** The most claims that are told as reasons. */
const MOST_REASONS = 4;

/** Returns the claims to be told as reasons: where safety decides, this guide's own alone. */
export const toldReasons = ({ support, isSafety }: Explanation): readonly Support[] =>
  support.filter(({ claim }) => !isSafety || claim.startsWith('editor/')).slice(0, MOST_REASONS);

/** Links to the answers that something rests on, each with its number and words. */
export function BecauseOf({
  page,
  trail,
  answers,
  lead,
  last = 'and',
}: {
  readonly page: ResultPage;
  readonly trail: Trail;
  readonly answers: readonly Answer[];
  readonly lead: string;
  /** What stands before the last of several. */
  readonly last?: 'and' | 'or';
}) {
  if (answers.length === 0) return null;
  return (
    <p className="because">
      {lead}{' '}
      {answers.map((answer, index) => (
        <span key={answer}>
          {index > 0 && (index === answers.length - 1 ? ` ${last} ` : ', ')}
          <a href={`#${rowId(questionOf(answer))}`}>
            question {numberOf(trail, questionOf(answer))}: {labelOf(page.asking, answer)}
          </a>
        </span>
      ))}
    </p>
  );
}

const becauseLead = (answers: readonly unknown[]): string =>
  answers.length === 1 ? 'Because of your answer to' : 'Because of your answers to';

/** Why the verdict is what it is: the rule that decided, the answers it looked at, and the claims that support it. */
export function WhyPart({
  page,
  explanation,
  trail,
  unknowns,
}: {
  readonly page: ResultPage;
  readonly explanation: Explanation;
  readonly trail: Trail;
  readonly unknowns: readonly string[];
}) {
  const { words, asking } = page;
  const { reasons } = explanation;
  const told = toldReasons(explanation);
  return (
    <Part id="why" label="Why" notes={<SourceNotes page={page} />} notesLabel="Sources">
      {unknowns.length > 0 && (
        <p className="lead-in">
          You don’t know yet {listed(unknowns.map((question) => topicOf(asking, question)))}. Whatever it turns out to
          be, the recommendation is the same
          {reasons.length > 1 ? `; one of ${counted(reasons.length, 'rule')} decides it:` : ':'}
        </p>
      )}
      {reasons.map(({ rule, lookedAt }) => (
        <div className="decided" key={rule}>
          <h3>
            <span className="ui-note">{reasons.length > 1 ? 'A rule that may decide' : 'The rule that decided'}</span>
            {unstopped(words.rules[rule]?.rule ?? rule)}.
          </h3>
          <div className="prose">
            <Prose text={words.rules[rule]?.because ?? ''} />
          </div>
          <BecauseOf
            page={page}
            trail={trail}
            answers={lookedAt}
            lead={lookedAt.length === 1 ? 'It looked at your answer to' : 'It looked at your answers to'}
          />
        </div>
      ))}
      {told.length > 0 && (
        <ol className="reasons" role="list">
          {told.map(({ claim, by }) => (
            <li key={claim}>
              <div>
                <h3>{words.claims[claim]?.title}</h3>
                <div className="prose">
                  <Prose text={words.claims[claim]?.text ?? ''} />
                </div>
                <SaidBy page={page} claim={claim} />
                <BecauseOf page={page} trail={trail} answers={by} lead={becauseLead(by)} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}
