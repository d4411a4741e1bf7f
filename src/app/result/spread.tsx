import type { ReactNode } from 'react';
import type { Side } from '../../domain/flow.ts';
import type { Case } from '../../reasoning/explain.ts';
import { opposite } from '../../reasoning/side.ts';
import { Mark, Who } from '../parts/mark.tsx';
import { midSentence, type ResultPage, speakerOf } from './page.ts';
import { nameAndStanding } from './said-by.tsx';

/** What every head of a result says. */
export interface HeadProps {
  readonly headline: string;
  readonly gist: string;
  /** How sure it is, in a sentence. */
  readonly strength?: string;
  /** Small facts in a row: the count, the dilemma, the date. */
  readonly facts: readonly string[];
}

function Told({ headline, gist, strength, facts, who }: HeadProps & { readonly who: ReactNode }) {
  return (
    <>
      {who}
      <h1 tabIndex={-1}>{headline}</h1>
      <p className="stand">{gist}</p>
      {strength && <p className="strength">{strength}</p>}
      <p className="meta dim">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </>
  );
}

/** One claim's line in a breath, with whose it is; a paraphrase, and said to be one. */
function InOneBreath({ page, told }: { readonly page: ResultPage; readonly told: Case }) {
  return (
    <>
      <blockquote className="dissent">“{page.words.claims[told.claim]?.line}”</blockquote>
      <p className="standing dim">{nameAndStanding(page, told.voice)}; in our words</p>
    </>
  );
}

/** Returns how somebody who speaks against a verdict is introduced. */
function disagreeing(page: ResultPage, side: Side, voice: string): string {
  const { closed, open } = page.asking.sides;
  if (voice === page.asking.sides[side].voice) return `${page.asking.sides[side].name} disagrees`;
  if (voice === 'editor') return 'This guide’s own doubt';
  const name = speakerOf(page, side, voice);
  // The voice that the verdict sides with may be the one that sets it a limit.
  return voice === closed.voice || voice === open.voice
    ? `Even ${midSentence(name)} sets a limit`
    : `${name} speaks against it`;
}

/** The spread of a verdict that takes a side: its own ink larger, and the dissent in the other. */
export function SidedSpread({
  page,
  side,
  isFirm,
  dissent,
  link,
  who,
  ...told
}: HeadProps & {
  readonly page: ResultPage;
  readonly side: Side;
  readonly isFirm: boolean;
  readonly dissent: Case | null;
  readonly link: string;
  readonly who: string;
}) {
  const other = opposite(side);
  return (
    <section
      className={side === 'open' ? 'spread verdict to-open' : 'spread verdict'}
      data-seam={isFirm ? `firm-${side}` : `balance-${side}`}
      aria-label="Recommendation and dissent"
    >
      <div className="field" data-side={side}>
        <Told {...told} who={<Who kind={side}>{who}</Who>} />
      </div>
      <div className="field" data-side={other}>
        {dissent ? (
          <>
            <Who kind={other}>{disagreeing(page, other, dissent.voice)}</Who>
            <InOneBreath page={page} told={dissent} />
            <p className="meta">
              <a href="#against">{link}</a>
            </p>
          </>
        ) : (
          <Who kind={other}>Nobody in our sources disagrees</Who>
        )}
      </div>
    </section>
  );
}

/** The head of a verdict that takes no side, or hardly: on paper, and both voices below it at equal width. */
export function NeutralHead({
  page,
  who,
  cases,
  ...told
}: HeadProps & {
  readonly page: ResultPage;
  readonly who: string;
  readonly cases?: Readonly<Record<Side, Case | null>>;
}) {
  const field = (side: Side, shown: Readonly<Record<Side, Case | null>>) => {
    const told = shown[side];
    const { voice, end, opening } = page.asking.sides[side];
    return (
      <div className="field" data-side={side}>
        <Who kind={side}>{`For “${end}”: ${midSentence(speakerOf(page, side, told?.voice ?? voice))}`}</Who>
        {told ? (
          <InOneBreath page={page} told={told} />
        ) : (
          <>
            <blockquote className="dissent">“{opening}”</blockquote>
            <p className="standing dim">
              {nameAndStanding(page, voice)}; in our words, and in general: none of your answers brings up more.
            </p>
          </>
        )}
      </div>
    );
  };
  return (
    <>
      <div className="wrap close">
        <Told
          {...told}
          who={
            <p className="who">
              <Mark kind="closed" />
              <Mark kind="open" />
              <span>{who}</span>
            </p>
          }
        />
      </div>
      {cases && (
        <section className="spread verdict even" aria-label="Both voices">
          {field('closed', cases)}
          {field('open', cases)}
        </section>
      )}
    </>
  );
}

/** The head of a verdict that safety decides: plain ink, since no side is taken. */
export function SafetyHead({ children, ...told }: HeadProps & { readonly children?: ReactNode }) {
  return (
    <section className="both" aria-label="What to do">
      <div className="wrap">
        <Told {...told} who={<Who kind="settled">This guide decides this by itself</Who>} />
        {children}
      </div>
    </section>
  );
}
