import type { GeneralWords } from '../../content/words.ts';
import { voiceOf } from '../../domain/claim.ts';
import type { Walk } from '../../domain/walk.ts';
import type { Case } from '../../reasoning/explain.ts';
import { isSafety, opposite, sideOf } from '../../reasoning/side.ts';
import { href } from '../base.ts';
import { capital, counted } from '../numbers.ts';
import { Who } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { QuickExit } from '../parts/quick-exit.tsx';
import { outcomeOf } from './notices.tsx';
import { midSentence, numberSources, type ResultPage, unstopped } from './page.ts';
import { NoDebate, ToSafety } from './safety-result.tsx';
import { SaidByAll, SourceNotes } from './said-by.tsx';
import { NeutralHead, SafetyHead, SidedSpread } from './spread.tsx';
import { LivingPart, StepsPart } from './steps.tsx';

/** Returns the rules that lead to a verdict, in the order in which they are looked at. */
const rulesTo = ({ flow }: ResultPage, verdict: string): readonly string[] =>
  flow.routes.weighing.filter((edge) => edge.verdict === verdict).map(({ rule }) => rule);

/** The case that stands against a verdict in any case, if it leans to the other side. */
function standingCase({ flow, asking }: ResultPage, verdict: string): Case | null {
  const dissent = flow.verdicts[verdict]?.dissent;
  const side = sideOf(flow, verdict);
  if (dissent === undefined || dissent === 'safety' || side === null) return null;
  return asking.leans[dissent] === opposite(side) ? { claim: dissent, voice: voiceOf(dissent), by: [] } : null;
}

function Head({ page, verdict }: { readonly page: ResultPage; readonly verdict: string }) {
  const { flow, asking, words } = page;
  const told = {
    headline: words.verdicts[verdict]?.headline ?? verdict,
    gist: words.verdicts[verdict]?.gist ?? '',
    facts: [asking.title],
  };
  if (isSafety(flow, verdict)) {
    return (
      <SafetyHead {...told}>
        <ToSafety />
      </SafetyHead>
    );
  }
  const side = sideOf(flow, verdict);
  if (side === null)
    return <NeutralHead {...told} page={page} who="One of the recommendations; it takes neither side" />;
  return (
    <SidedSpread
      {...told}
      page={page}
      side={side}
      isFirm={false}
      dissent={standingCase(page, verdict)}
      link="Read the case against"
      who={`One of the recommendations; it sides with ${midSentence(asking.sides[side].name)}`}
    />
  );
}

/** The case for a verdict and the case against it, at equal weight. */
function ForAndAgainst({
  page,
  verdict,
  cases,
}: {
  readonly page: ResultPage;
  readonly verdict: string;
  readonly cases: GeneralWords;
}) {
  const { flow } = page;
  const side = sideOf(flow, verdict);
  const told = cases[verdict];
  const column = (kind: 'for' | 'against') => {
    const one = told?.[kind];
    const which = side && (kind === 'for' ? side : opposite(side));
    const title = kind === 'for' ? 'The case for it' : 'The case against it';
    const label = (
      <>
        {which ? (
          <Who kind={which}>{page.asking.sides[which].end}</Who>
        ) : (
          <Who kind="level">{kind === 'for' ? 'For' : 'Against'}</Who>
        )}
        <h2>{title}</h2>
      </>
    );
    return (
      <div
        className={which ? 'against field' : 'against plain-case'}
        {...(which ? { 'data-side': which } : {})}
        {...(kind === 'against' ? { id: 'against' } : {})}
      >
        {label}
        {one && (
          <>
            <div className="prose">
              <p>{one.text}</p>
            </div>
            <SaidByAll page={page} claims={one.claims} />
          </>
        )}
      </div>
    );
  };
  // The closed side keeps the leading place.
  const order = side === 'open' ? (['against', 'for'] as const) : (['for', 'against'] as const);
  return (
    <section className="spread even cases" aria-label="The case for it and the case against it">
      {order.map((kind) => (
        <Column key={kind}>{column(kind)}</Column>
      ))}
    </section>
  );
}

const Column = ({ children }: { readonly children: React.ReactNode }) => children;

function Ways({ page, walk }: { readonly page: ResultPage; readonly walk: Walk }) {
  const { flow } = page;
  const isHalf = walk.at === 'question' && walk.trail.length > 0;
  return (
    <>
      <a className="btn" href={href(`${flow.id}/`)}>
        {isHalf
          ? 'Go on with your questions'
          : walk.at === 'question'
            ? 'Answer for your own case'
            : 'Back to your result'}
      </a>
      <a className="btn quiet" href={href(`${flow.id}/views/`)}>
        Both views, side by side
      </a>
      {walk.at !== 'question' && <span className="ui-note">Your own answers lead to: {outcomeOf(page, walk)}.</span>}
    </>
  );
}

/** A verdict in general, without anybody's answers: what leads to it, the case for and against, and what comes after. */
export function VerdictInGeneral({
  page: given,
  cases,
  verdict,
  walk,
}: {
  readonly page: Omit<ResultPage, 'sources'>;
  readonly cases: GeneralWords;
  readonly verdict: string;
  readonly walk: Walk;
}) {
  const { flow, words } = given;
  const told = words.verdicts[verdict];
  const settled = isSafety(flow, verdict);
  const claims = settled
    ? []
    : [
        ...(cases[verdict]?.for.claims ?? []),
        ...(cases[verdict]?.against.claims ?? []),
        ...(told?.steps ?? []).flatMap((step) => step.claims),
      ];
  const page: ResultPage = { ...given, sources: numberSources(words, claims) };
  const rules = rulesTo(page, verdict);
  const steps = <StepsPart page={page} verdict={verdict} trail={[]} isQuoted={!settled} />;
  const leads = (
    <Part
      id="leads"
      label="What leads here"
      small={rules.length > 1 ? `${capital(counted(rules.length, 'rule'))}; any one of them is enough` : 'One rule'}
      {...(claims.length > 0 ? { notes: <SourceNotes page={page} />, notesLabel: 'Sources' } : {})}
    >
      <ol className="reasons" role="list">
        {rules.map((rule) => (
          <li key={rule}>
            <div>
              <h3>{unstopped(words.rules[rule]?.rule ?? rule)}.</h3>
              <div className="prose">
                <Prose text={words.rules[rule]?.because ?? ''} />
              </div>
            </div>
          </li>
        ))}
      </ol>
      <p className="ui-note">
        Rules are looked at in order, and the first that holds decides.{' '}
        <a href={href(`${flow.id}/map/`)}>The whole order is on the map</a>.
      </p>
    </Part>
  );
  return (
    <>
      {settled && <QuickExit />}
      <main id="main" className="result">
        <Head page={page} verdict={verdict} />
        {settled ? (
          <div className="wrap">
            {steps}
            <LivingPart page={page} verdict={verdict} label="In short" />
            {leads}
            <NoDebate />
            <div className="row on screen-only">
              <Ways page={page} walk={walk} />
            </div>
          </div>
        ) : (
          <>
            <div className="tools">
              <div className="wrap">
                <Ways page={page} walk={walk} />
              </div>
            </div>
            <div className="wrap">{leads}</div>
            <ForAndAgainst page={page} cases={cases} verdict={verdict} />
            <div className="wrap">
              <LivingPart page={page} verdict={verdict} />
              {steps}
            </div>
          </>
        )}
      </main>
    </>
  );
}
