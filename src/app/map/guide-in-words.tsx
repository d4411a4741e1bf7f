import type { AskingWords } from '../../content/words.ts';
import { voiceOf } from '../../domain/claim.ts';
import type { Flow } from '../../domain/flow.ts';
import type { ClaimId } from '../../domain/questionnaire.ts';
import { href } from '../base.ts';
import { capital, counted } from '../numbers.ts';
import { Mark } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { STANDING } from '../parts/standing.ts';
import type { MapDrawing, MapWay } from './drawing.ts';
import { EndLink } from './end-link.tsx';

interface GuideProps {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly drawing: MapDrawing;
}

/** Where a way leads, as a link. */
function Target({ asking, drawing, way }: Omit<GuideProps, 'flow'> & { readonly way: MapWay }) {
  const { question, verdict } = way;
  if (verdict !== undefined) return <EndLink drawing={drawing} verdict={verdict} />;
  if (question === undefined) return null;
  return (
    <a href={`#q-${question}`}>
      Question {drawing.order.indexOf(question) + 1}: {asking.questions[question]?.question}
    </a>
  );
}

function Ways({ asking, drawing, ways }: Omit<GuideProps, 'flow'> & { readonly ways: readonly MapWay[] }) {
  const [first] = ways;
  if (ways.length === 1 && first) {
    return (
      <p className="way">
        <span aria-hidden="true">→</span>
        <Target asking={asking} drawing={drawing} way={first} />
      </p>
    );
  }
  return (
    <ul className="ways">
      {ways.map((way) => (
        <li key={way.when}>
          {capital(way.when ?? '')}: <Target asking={asking} drawing={drawing} way={way} />
        </li>
      ))}
    </ul>
  );
}

/** What an answer brings into play: each claim in a line, with its voice. */
function Claims({ asking, drawing, claims }: Omit<GuideProps, 'flow'> & { readonly claims: readonly ClaimId[] }) {
  const shown = claims.filter((claim) => drawing.lines[claim] !== undefined);
  if (shown.length === 0) return null;
  return (
    <ul className="raises" role="list">
      {shown.map((claim) => {
        const lean = asking.leans[claim];
        return (
          <li key={claim}>
            {lean === 'closed' || lean === 'open' ? <Mark kind={lean} /> : <span />}
            <span>
              {drawing.voices[voiceOf(claim)]?.short}:{' '}
              <a href={href(`voices/#${claim.replace('/', '-')}`)}>{drawing.lines[claim]}</a>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Question({ flow, asking, drawing, question }: GuideProps & { readonly question: string }) {
  const words = asking.questions[question];
  const settles = (option: string): boolean =>
    (drawing.ways[question]?.[option] ?? []).every(
      ({ verdict }) => verdict !== undefined && drawing.verdicts[verdict]?.kind === 'settled',
    );
  return (
    <li className="guide-q">
      <h3 id={`q-${question}`} tabIndex={-1}>
        <span className="n">{drawing.order.indexOf(question) + 1}</span>
        {words?.question}
      </h3>
      <div className="why-asked">{words && <Prose text={words.why} />}</div>
      <ul className="options" role="list">
        {Object.entries(flow.answers[question] ?? {}).map(([option, claims]) => (
          <li key={option}>
            <p className="label">{words?.labels[option]}</p>
            <Ways asking={asking} drawing={drawing} ways={drawing.ways[question]?.[option] ?? []} />
            <Claims
              asking={asking}
              drawing={drawing}
              claims={settles(option) ? claims.filter((claim) => voiceOf(claim) === 'editor') : claims}
            />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The whole of a flow in words: by its links alone a reader comes from the first question to the right verdict. */
export function GuideInWords({ flow, asking, drawing }: GuideProps) {
  const verdicts = Object.entries(drawing.verdicts);
  return (
    <>
      <Part
        id="h-words"
        label="The guide in words"
        small={`Begin at question 1, take the answer that fits, and follow its link: ${counted(drawing.order.length, 'question')}, ${counted(verdicts.length, 'end')}.`}
      >
        <ol className="guide" role="list">
          {drawing.order.map((question) => (
            <Question key={question} {...{ flow, asking, drawing, question }} />
          ))}
        </ol>
      </Part>
      <Part
        id="h-rules"
        label="How it decides"
        small="The first of these that holds decides. That order is the argument."
      >
        <ol className="weighing">
          {drawing.rules.map(({ rule, words, verdict }) => (
            <li key={rule}>
              {words}: <EndLink drawing={drawing} verdict={verdict} />
            </li>
          ))}
        </ol>
      </Part>
      <Part id="h-ends" label="Where it can end">
        <ul className="endings" role="list">
          {verdicts.map(([verdict, { gist }]) => (
            <li key={verdict}>
              <h3>
                <EndLink drawing={drawing} verdict={verdict} />
              </h3>
              <p>{gist}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part id="h-voices" label="Who speaks here">
        <ul className="speakers" role="list">
          {Object.entries(drawing.voices).map(([voice, { name, short, role, standing }]) => (
            <li key={voice}>
              <a href={href(`voices/#${voice}`)}>{short}</a>
              <span>
                {name === short ? '' : `${name}, `}
                {role}. {STANDING[standing]}.
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
