import type { Trail } from '../../domain/answer.ts';
import type { Side } from '../../domain/flow.ts';
import type { Case, Dissent, Explanation } from '../../reasoning/explain.ts';
import { opposite } from '../../reasoning/side.ts';
import { Who } from '../parts/mark.tsx';
import { Prose } from '../parts/prose.tsx';
import { midSentence, type ResultPage } from './page.ts';
import { SaidBy } from './said-by.tsx';
import { BecauseOf } from './why.tsx';

/** Returns the best case for the side that a verdict takes: a claim that supports it, of the side's own voice if any is. */
function caseInFavour(page: ResultPage, { support, side }: Explanation): Case | null {
  if (side === null) return null;
  const leaning = support.filter(({ claim }) => page.asking.leans[claim] === side);
  const { voice } = page.asking.sides[side];
  const best = leaning.find(({ claim }) => claim.startsWith(`${voice}/`)) ?? leaning[0] ?? support[0];
  return best ? { claim: best.claim, voice: best.claim.slice(0, best.claim.indexOf('/')), by: best.by } : null;
}

/** Returns the case of each side, where both are to stand at equal width. */
export function bothCases(page: ResultPage, explanation: Explanation): Readonly<Record<Side, Case | null>> {
  const { dissent, side } = explanation;
  if (dissent.kind === 'both') return { closed: dissent.closed, open: dissent.open };
  const against = dissent.kind === 'against' ? dissent.case : null;
  const favour = caseInFavour(page, explanation);
  return side === 'closed' ? { closed: favour, open: against } : { closed: against, open: favour };
}

function Argument({ page, told, trail }: { readonly page: ResultPage; readonly told: Case; readonly trail: Trail }) {
  const claim = page.words.claims[told.claim];
  if (!claim) return null;
  return (
    <>
      <div className="prose">
        <Prose text={claim.text} />
        {claim.practice && <p>{claim.practice}</p>}
      </div>
      <div className="from">
        <SaidBy page={page} claim={told.claim} />
        {told.by.length > 0 ? (
          <BecauseOf page={page} trail={trail} answers={told.by} lead="Your own words bring it up, in" />
        ) : (
          <p className="because">None of your answers brings it up; it is what stands against this in any case.</p>
        )}
      </div>
    </>
  );
}

/** The best case against a verdict: full width, in the other ink. */
export function AgainstBand({
  page,
  dissent,
  trail,
}: {
  readonly page: ResultPage;
  readonly dissent: Extract<Dissent, { kind: 'against' }>;
  readonly trail: Trail;
}) {
  const told = dissent.case;
  if (!told) return null;
  return (
    <section className="against field" data-side={dissent.side} id="against" aria-labelledby="against-h">
      <div className="wrap">
        <Who kind={dissent.side}>Best case against</Who>
        <h2 id="against-h">{page.words.claims[told.claim]?.title}.</h2>
        <Argument page={page} told={told} trail={trail} />
      </div>
    </section>
  );
}

/** Both sides' best cases at equal width: where a verdict takes no side, or only just. */
export function BothCases({
  page,
  cases,
  trail,
  side,
}: {
  readonly page: ResultPage;
  readonly cases: Readonly<Record<Side, Case | null>>;
  readonly trail: Trail;
  /** The side that the verdict takes, if any. */
  readonly side: Side | null;
}) {
  const column = (which: Side) => {
    const told = cases[which];
    const { end, name } = page.asking.sides[which];
    const kind =
      side === null ? `Best case for “${end}”` : which === side ? `Best case for it: ${end}` : 'Best case against';
    return (
      <div className="against field" data-side={which} {...(side === opposite(which) ? { id: 'against' } : {})}>
        <Who kind={which}>{kind}</Who>
        {told ? (
          <>
            <h2>{page.words.claims[told.claim]?.title}.</h2>
            <Argument page={page} told={told} trail={trail} />
          </>
        ) : (
          <p>
            None of your answers brings up a case for this side. What {midSentence(name)} says in general stands above.
          </p>
        )}
      </div>
    );
  };
  return (
    <section
      className="spread even cases"
      {...(side === null ? { id: 'against' } : {})}
      aria-label="The best case of each side"
    >
      {column('closed')}
      {column('open')}
    </section>
  );
}
