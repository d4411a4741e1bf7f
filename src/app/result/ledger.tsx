// biome-ignore-all lint/a11y/useSemanticElements: laid out as a grid, a native table loses its roles in some browsers.
// biome-ignore-all lint/a11y/useFocusableInteractive: a table that is read has no cell to focus.
import { DONT_KNOW, optionOf, questionOf } from '../../domain/answer.ts';
import type { Side } from '../../domain/flow.ts';
import type { Explanation } from '../../reasoning/explain.ts';
import { SIDES } from '../../reasoning/side.ts';
import type { Marks } from '../../reasoning/tally.ts';
import { href } from '../base.ts';
import { listed } from '../numbers.ts';
import { leanSentence } from '../parts/lean.tsx';
import { Mark } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { labelOf, type ResultPage, unstopped } from './page.ts';

/** As many marks of a side as there are points, in one drawing. */
function Points({ side, count }: { readonly side: Side; readonly count: number }) {
  const at = Array.from({ length: count }, (_, index) => index * 17);
  return (
    <svg
      viewBox={`0 0 ${count * 17 - 2} 16`}
      width={count * 17 - 2}
      preserveAspectRatio={side === 'closed' ? 'xMaxYMid' : 'xMinYMid'}
      aria-hidden="true"
    >
      {at.map((x) =>
        side === 'closed' ? (
          <rect key={x} className="sq" x={x} y="0.5" width="15" height="15" />
        ) : (
          <circle key={x} className="ro" cx={x + 7.5} cy="8" r="6.4" />
        ),
      )}
    </svg>
  );
}

function Cell({ side, count }: { readonly side: Side; readonly count: number }) {
  const number = <span className={count === 0 ? 'vh' : 'num'}>{count}</span>;
  // The marks lie against the post, the number outside.
  return (
    <span role="cell" className={side === 'closed' ? 'l' : 't'}>
      {side === 'closed' && number}
      {count > 0 && <Points side={side} count={count} />}
      {side === 'open' && number}
    </span>
  );
}

function neither(page: ResultPage, row: Marks): string | null {
  if (optionOf(row.answer) === DONT_KNOW) return 'No pull: not known yet.';
  const titles = (claims: readonly string[]): string =>
    claims.map((claim) => page.words.claims[claim]?.title).join('; ');
  const said = [
    row.pause.length > 0 ? `Wait or think first: ${titles(row.pause)}.` : '',
    row.how.length > 0 ? `How to: ${titles(row.how)}.` : '',
  ].filter(Boolean);
  if (said.length > 0) return said.join(' ');
  if (row.closed.length + row.open.length > 0) return null;
  const raises = page.flow.answers[questionOf(row.answer)]?.[optionOf(row.answer)] ?? [];
  return raises.length === 0 ? 'No pull.' : 'Counted with an earlier answer.';
}

/** How each answer pulled: one row an answer, a mark a claim on either side of the post, and the sum. */
export function LedgerPart({ page, explanation }: { readonly page: ResultPage; readonly explanation: Explanation }) {
  const { asking, words } = page;
  const { tally, lean, isApart, reasons } = explanation;
  return (
    <Part
      id="pulled"
      label="How your answers pulled"
      notesLabel="On counting"
      notes={
        <>
          <p>
            Each claim that your answers bring up is one mark, however often it comes up. The marks count arguments.
            They don’t decide, and they don’t measure who is right.
          </p>
          <p>
            <a href={href('about/#counting')}>How we count</a>
          </p>
        </>
      }
    >
      <div className="ledger" role="table" aria-label="How each answer pulled">
        <div role="row" className="head">
          <span role="columnheader" className="ui-note">
            You said
          </span>
          {SIDES.map((side) => (
            <span role="columnheader" className={side === 'closed' ? 'l' : 't'} key={side}>
              <span className="who">
                <Mark kind={side} />
                <span>{asking.sides[side].end}</span>
              </span>
            </span>
          ))}
        </div>
        {tally.rows.map((row) => {
          const aside = neither(page, row);
          return (
            <div role="row" key={row.answer}>
              <span role="rowheader">
                <span className="q">{asking.questions[questionOf(row.answer)]?.question}</span>
                {labelOf(asking, row.answer)}
                {aside && <span className="aside">{aside}</span>}
              </span>
              <Cell side="closed" count={row.closed.length} />
              <Cell side="open" count={row.open.length} />
            </div>
          );
        })}
        <div role="row" className="total">
          <span role="rowheader">Together</span>
          <Cell side="closed" count={tally.counts.closed} />
          <Cell side="open" count={tally.counts.open} />
        </div>
      </div>
      <p className="count-line">{leanSentence(lean, asking.sides)}</p>
      {isApart && (
        <p className="notice apart">
          The recommendation goes the other way. What outweighs the count is a rule:{' '}
          {listed(reasons.map(({ rule }) => `“${unstopped(words.rules[rule]?.rule ?? rule)}”`))}.
        </p>
      )}
    </Part>
  );
}
