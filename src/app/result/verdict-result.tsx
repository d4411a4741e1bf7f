import type { Decided } from '../../domain/walk.ts';
import { changes as changesOf, type Firmness, firmness } from '../../reasoning/changes.ts';
import { type Case, type Explanation, explain } from '../../reasoning/explain.ts';
import { onDate } from '../numbers.ts';
import { AgainstBand, BothCases, bothCases } from './against.tsx';
import { AnswersPart } from './answers.tsx';
import { Aftermath, Arrival } from './arrival.tsx';
import { ChangesPart } from './changes-part.tsx';
import { LedgerPart } from './ledger.tsx';
import { type EndedProps, midSentence, numberSources, type ResultPage } from './page.ts';
import { Printed } from './printed.tsx';
import { NeutralHead, SidedSpread } from './spread.tsx';
import { LivingPart, StepsPart } from './steps.tsx';
import { countFact, strengthSentence } from './strength.ts';
import { Tools } from './tools.tsx';
import { EachSidePart, lineFor } from './voices.tsx';
import { toldReasons, WhyPart } from './why.tsx';

/** Returns the claims that a result tells, in the order in which it tells them. */
function claimsTold(page: ResultPage, explanation: Explanation): readonly string[] {
  const both = bothCases(page, explanation);
  const steps = page.words.verdicts[explanation.verdict]?.steps ?? [];
  return [
    ...toldReasons(explanation).map(({ claim }) => claim),
    ...[both.closed, both.open].flatMap((told) => told?.claim ?? []),
    ...(['closed', 'open'] as const).flatMap((side) => lineFor(page, explanation, side, []) ?? []),
    ...steps.flatMap(({ claims }) => claims),
  ];
}

/** The head: a spread that leans to the verdict's side, or a neutral one where it takes none, or only just. */
function Head({
  page,
  explanation,
  firm,
  walk,
  dissent,
}: {
  readonly page: ResultPage;
  readonly explanation: Explanation;
  readonly firm: Firmness;
  readonly walk: Decided;
  readonly dissent: Case | null;
}) {
  const { asking, words } = page;
  const { side, verdict } = explanation;
  const told = {
    headline: words.verdicts[verdict]?.headline ?? verdict,
    gist: words.verdicts[verdict]?.gist ?? '',
    strength: strengthSentence(firm, side, walk.trail),
    facts: [countFact(explanation, asking.sides), asking.short, onDate(new Date())],
  };
  const name = side && midSentence(asking.sides[side].name);
  if (side === null || firm.strength === 'close-call') {
    const who = name ? `A close call; the recommendation sides with ${name}` : 'The recommendation takes neither side';
    return <NeutralHead {...told} page={page} who={who} cases={bothCases(page, explanation)} />;
  }
  return (
    <SidedSpread
      {...told}
      page={page}
      side={side}
      isFirm={firm.strength === 'firm'}
      dissent={dissent}
      link="Read the best case against"
      who={`The recommendation sides with ${name}`}
    />
  );
}

/** A result in full, where no answer settled it for safety. */
export function VerdictResult({ page: given, scene, walk }: EndedProps) {
  const { flow, asking, words } = given;
  const explanation = explain(flow, asking.leans, walk);
  const page: ResultPage = { ...given, sources: new Map() };
  const told = { ...page, sources: numberSources(words, claimsTold(page, explanation)) };
  const changes = changesOf(flow, walk);
  const firm = firmness(flow, walk, changes.singles);
  const { dissent, side, verdict } = explanation;
  const against = dissent.kind === 'against' ? dissent.case : null;
  const cases = bothCases(told, explanation);
  const isEven = side === null || firm.strength === 'close-call';
  const quoted = isEven
    ? [cases.closed, cases.open].flatMap((one) => one?.claim ?? [])
    : against
      ? [against.claim]
      : [];
  return (
    <main id="main" className="result">
      <Head page={told} explanation={explanation} firm={firm} walk={walk} dissent={against} />
      <Arrival page={told} scene={scene} />
      <Tools page={told} scene={scene} />
      <div className="wrap">
        <LedgerPart page={told} explanation={explanation} />
        <WhyPart page={told} explanation={explanation} trail={walk.trail} unknowns={walk.unknowns} />
        <EachSidePart page={told} explanation={explanation} quoted={quoted} />
      </div>
      {isEven ? (
        <BothCases page={told} cases={cases} trail={walk.trail} side={side} />
      ) : (
        dissent.kind === 'against' && <AgainstBand page={told} dissent={dissent} trail={walk.trail} />
      )}
      <div className="wrap">
        <LivingPart page={told} verdict={verdict} />
        <ChangesPart page={told} changes={changes} firm={firm} side={side} trail={walk.trail} />
        <StepsPart page={told} verdict={verdict} trail={walk.trail} />
        <AnswersPart
          page={told}
          trail={walk.trail}
          changed={scene.entry.changed}
          note={<Aftermath page={told} scene={scene} />}
        />
      </div>
      <Printed page={told} />
    </main>
  );
}
