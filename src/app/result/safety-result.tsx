import { explain } from '../../reasoning/explain.ts';
import { href } from '../base.ts';
import { onDate } from '../numbers.ts';
import { Part } from '../parts/part.tsx';
import { QuickExit } from '../parts/quick-exit.tsx';
import { AnswersPart } from './answers.tsx';
import { Aftermath, Arrival } from './arrival.tsx';
import { type EndedProps, numberSources, type ResultPage } from './page.ts';
import { Printed } from './printed.tsx';
import { SafetyHead } from './spread.tsx';
import { LivingPart, StepsPart } from './steps.tsx';
import { Tools } from './tools.tsx';
import { toldReasons, WhyPart } from './why.tsx';

/** Why nothing is counted and nobody is quoted where safety decides. */
export function NoDebate() {
  return (
    <Part id="against" label="No case against">
      <p className="lead-in">
        Safety isn’t up for debate. This guide decides it by itself: it counts nothing, quotes no voice and makes no
        case against it.
      </p>
    </Part>
  );
}

/** The way to the page on safety, and to help. */
export function ToSafety() {
  return (
    <p className="row">
      <a className="btn quiet" href={href('safety/')}>
        What you can do
      </a>
    </p>
  );
}

/** A result that one answer settled for safety: what to do, and no debate. */
export function SafetyResult({ page: given, scene, walk }: EndedProps) {
  const { flow, asking, words } = given;
  const explanation = explain(flow, asking.leans, walk);
  const claims = toldReasons(explanation).map(({ claim }) => claim);
  const page: ResultPage = { ...given, sources: numberSources(words, claims) };
  const told = words.verdicts[walk.verdict];
  return (
    <>
      <QuickExit />
      <main id="main" className="result">
        <SafetyHead headline={told?.headline ?? ''} gist={told?.gist ?? ''} facts={[asking.short, onDate(new Date())]}>
          <ToSafety />
        </SafetyHead>
        <Arrival page={page} scene={scene} />
        <Tools page={page} scene={scene} />
        <div className="wrap">
          <StepsPart page={page} verdict={walk.verdict} trail={walk.trail} isQuoted={false} />
          <LivingPart page={page} verdict={walk.verdict} label="In short" />
          <WhyPart page={page} explanation={explanation} trail={walk.trail} unknowns={walk.unknowns} />
          <NoDebate />
          <AnswersPart
            page={page}
            trail={walk.trail}
            changed={scene.entry.changed}
            note={<Aftermath page={page} scene={scene} />}
          />
        </div>
        <Printed page={page} />
      </main>
    </>
  );
}
