import { voiceOf } from '../../domain/claim.ts';
import type { Side } from '../../domain/flow.ts';
import type { ClaimId } from '../../domain/questionnaire.ts';
import type { Explanation } from '../../reasoning/explain.ts';
import { SIDES } from '../../reasoning/side.ts';
import { Who } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import type { ResultPage } from './page.ts';
import { SaidBy } from './said-by.tsx';

/** Returns the claim by which a side's own voice speaks to these answers: one raised, best one not quoted yet, else what it is quoted with. */
export function lineFor(
  page: ResultPage,
  { tally }: Explanation,
  side: Side,
  quoted: readonly ClaimId[],
): ClaimId | undefined {
  const { closed, open } = page.asking.sides;
  const { voice } = page.asking.sides[side];
  const own = (claims: readonly ClaimId[]) => claims.filter((claim) => voiceOf(claim) === voice);
  const leaning = tally.rows.flatMap((row) => own(row[side]));
  // Where one voice argues with itself, only what leans to the side speaks for it.
  const others = closed.voice === open.voice ? [] : tally.rows.flatMap((row) => own([...row.pause, ...row.how]));
  const raised = [...leaning, ...others];
  const standing = own(quoted).filter((claim) => page.asking.leans[claim] === side);
  return raised.find((claim) => !quoted.includes(claim)) ?? raised[0] ?? standing[0];
}

/** What the voice of each side would say to these answers, in a line; or that it does not speak to them. */
export function EachSidePart({
  page,
  explanation,
  quoted,
}: {
  readonly page: ResultPage;
  readonly explanation: Explanation;
  readonly quoted: readonly ClaimId[];
}) {
  return (
    <Part id="each" label="What each would say" small="In our words">
      <div className="duo">
        {SIDES.map((side) => {
          const claim = lineFor(page, explanation, side, quoted);
          const { name } = page.asking.sides[side];
          return (
            <div className={side === 'closed' ? 'l' : 't'} key={side}>
              <Who kind={side}>{name}</Who>
              {claim ? (
                <>
                  <blockquote>{page.words.claims[claim]?.line}</blockquote>
                  <SaidBy page={page} claim={claim} />
                </>
              ) : (
                <p className="silent">{name} does not speak to this.</p>
              )}
            </div>
          );
        })}
      </div>
    </Part>
  );
}
