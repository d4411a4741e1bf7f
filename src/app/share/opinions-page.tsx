import { useState } from 'react';
import type { AskingWords, ResultWords } from '../../content/words.ts';
import type { Answer, Trail } from '../../domain/answer.ts';
import type { Flow } from '../../domain/flow.ts';
import type { Walk } from '../../domain/walk.ts';
import { type Opinion, toPair } from '../../link/opinion.ts';
import { type Apart, type Opinions, opinions, type Taken } from '../../reasoning/opinions.ts';
import { isSafety, sideOf } from '../../reasoning/side.ts';
import { href } from '../base.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import type { Session } from '../flow/session.ts';
import { capital, counted, listed } from '../numbers.ts';
import { type MarkKind, Who } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { QuickExit } from '../parts/quick-exit.tsx';
import { SetAsideList } from '../parts/set-aside.tsx';
import { answerLabel, questionWords } from './answer-words.ts';
import { absolute } from './links.ts';
import { NameField } from './share-sheet.tsx';
import { ShareTools } from './share-tools.tsx';
import './share.css';

/** How one of the two is spoken of. */
interface Person {
  readonly name: string;
  /** “you”, “Lou”, “the one who asked”. */
  readonly within: string;
  /** “your answer here”, “Lou’s answer here”. */
  readonly answer: string;
  /** “you end”, “Lou ends”. */
  readonly ends: string;
  readonly isReader: boolean;
}

/** A name may run in another direction than the text around it. */
const apartFromText = (name: string): string => `\u2068${name}\u2069`;

const reader: Person = {
  name: 'You',
  within: 'you',
  answer: 'your answer here',
  ends: 'you end',
  isReader: true,
};

/** Whoever sent the answers, where no name was given. */
const somebody: Person = {
  name: 'Somebody',
  within: 'they',
  answer: 'their answer here',
  ends: 'they end',
  isReader: false,
};

/** One of two people without a name: “asked”, “was asked”. */
const whoever = (did: string): Person => ({
  name: `Whoever ${did}`,
  within: `the one who ${did}`,
  answer: `the answer of the one who ${did}`,
  ends: `the one who ${did} ends`,
  isReader: false,
});

const person = (name: string | undefined, otherwise: Person): Person => {
  if (name === undefined) return otherwise;
  const called = apartFromText(name);
  return { name: called, within: called, answer: `${called}’s answer here`, ends: `${called} ends`, isReader: false };
};

const HEADINGS: Readonly<Record<Apart, string>> = {
  none: 'Two opinions, one recommendation.',
  perhaps: 'Two opinions, and something still open.',
  verdict: 'Two opinions, two recommendations.',
  side: 'Two opinions, two sides.',
};

/** Returns the page's heading; a verdict on neither side is no side of its own in words. */
function headingOf(flow: Flow, { apart, verdicts }: Opinions, isAboutSafety: boolean): string {
  if (isAboutSafety) return 'Two opinions, and safety comes first.';
  const isSided = [...verdicts.first, ...verdicts.second].every((verdict) => sideOf(flow, verdict) !== null);
  return HEADINGS[apart === 'side' && !isSided ? 'verdict' : apart];
}

/** Returns in a sentence how far two sets of answers agree. */
function countSentence({ agreed, parted, only }: Opinions): string {
  const once = only.first.length + only.second.length;
  const alike = agreed.length === 0 ? 'You agree on no question' : `You agree on ${counted(agreed.length, 'question')}`;
  const apart =
    parted.length === 0
      ? 'part on none'
      : `part on ${parted.length === 1 ? 'one' : counted(parted.length, 'question').replace(/ .*/, '')}`;
  if (parted.length === 0 && once === 0) return 'You gave the same answer to every question.';
  const rest = once === 0 ? '' : ` ${capital(counted(once, 'question'))} came up for one of you only.`;
  return `${alike} and ${apart}.${rest}`;
}

const SIDE_BY_SIDE: Readonly<Record<Apart, string>> = {
  none: 'No single difference between you is sure to change a recommendation.',
  perhaps:
    'No single difference is sure to change a recommendation. It hangs on what one of you doesn’t know yet, or wasn’t asked.',
  verdict: 'No single difference decides it. It takes several together.',
  side: 'No single difference decides it. It takes several together.',
};

const headlines = (words: ResultWords, verdicts: readonly string[]): string =>
  listed(
    verdicts.map((verdict) => `“${words.verdicts[verdict]?.headline ?? verdict}”`),
    'or',
  );

function markOf(flow: Flow, walk: Walk): MarkKind {
  if (walk.at !== 'verdict') return 'level';
  return isSafety(flow, walk.verdict) ? 'settled' : (sideOf(flow, walk.verdict) ?? 'level');
}

/** One person's result, in short. */
function EndOf({
  flow,
  words,
  who,
  opinion: { walk, setAside, answers },
  onSee,
}: {
  readonly flow: Flow;
  readonly words: ResultWords;
  readonly who: Person;
  readonly opinion: Opinion;
  readonly onSee?: (() => void) | undefined;
}) {
  const verdict = walk.at === 'verdict' ? words.verdicts[walk.verdict] : undefined;
  return (
    <div className="opinion">
      <Who kind={markOf(flow, walk)}>{who.name}</Who>
      {verdict && (
        <>
          <p className="opinion-end">{verdict.headline}</p>
          <p>{verdict.gist}</p>
        </>
      )}
      {walk.at === 'depends' && (
        <>
          <p className="opinion-end">It depends.</p>
          <p>It can still be {headlines(words, walk.verdicts)}</p>
        </>
      )}
      {walk.at === 'question' && (
        <>
          <p className="opinion-end">Not at an end yet.</p>
          <p>Today the guide asks more than these answers tell.</p>
        </>
      )}
      {setAside.length > 0 && (
        <details>
          <summary>Some answers could not be used</summary>
          <SetAsideList link={{ answers, setAside }} />
        </details>
      )}
      {onSee && (
        <button type="button" className="textbtn" onClick={onSee}>
          See {who.isReader ? 'your' : 'this'} result in full
          {!who.isReader && <span className="vh">: {who.name}</span>}
        </button>
      )}
    </div>
  );
}

/** What an answer of the other's would do, in a sentence. */
function takenSentence(words: ResultWords, own: Person, other: Person, taken: Taken): string {
  const meets = taken.meets ? ` That is where ${other.ends}.` : '';
  return `With ${other.answer}, ${own.within} would come to ${headlines(words, taken.verdicts)}${meets}`;
}

function Answered({
  asking,
  answers,
}: {
  readonly asking: AskingWords;
  readonly answers: readonly (readonly [who: string, answer: Answer])[];
}) {
  return (
    <dl className="opinion-answers">
      {answers.map(([who, answer]) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd>{answerLabel(asking, answer)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Two opinions side by side: where they agree, where they part, and which difference matters most. */
export function OpinionsPage({
  flow,
  asking,
  scene,
  words,
  session,
}: FlowPageProps & { readonly words: ResultWords; readonly session?: Session }) {
  const { walk } = scene;
  const own: Opinion = { answers: walk.trail, setAside: [], walk };
  const pair = scene.pair ?? (scene.ask && { first: scene.ask, second: own });
  if (!pair) return null;
  const { first, second } = pair;
  const one = person(first.name, scene.pair ? whoever('asked') : somebody);
  const two = scene.pair ? person(second.name, whoever('was asked')) : reader;
  const found = opinions(flow, first.walk, second.walk);
  const { turning, parted, agreed, only, apart } = found;
  const isAboutSafety = [...found.verdicts.first, ...found.verdicts.second].some((verdict) => isSafety(flow, verdict));
  const see = (trail: Trail, isShared: boolean) => session && (() => session.alone(trail, isShared));
  return (
    <>
      {isAboutSafety && <QuickExit />}
      <main id="main" className="wrap opinions">
        <div className="page-head">
          <h1 tabIndex={-1}>{headingOf(flow, found, isAboutSafety)}</h1>
          <p className="lede">
            {asking.title} {countSentence(found)}
          </p>
        </div>
        <div className="opinion-ends">
          <EndOf {...{ flow, words }} who={one} opinion={first} onSee={see(first.walk.trail, true)} />
          <EndOf
            {...{ flow, words }}
            who={two}
            opinion={second}
            onSee={see(second.walk.trail, scene.pair !== undefined)}
          />
        </div>
        {isAboutSafety ? (
          <p className="notice" role="note">
            One answer here is about somebody’s safety, and such an answer decides by itself.{' '}
            <a href={href('safety/')}>What one can do</a>
          </p>
        ) : (
          <Part id="turning" label="The difference that matters most">
            {turning ? (
              <>
                <p className="opinion-question">{questionWords(asking, turning.first)}</p>
                <Answered
                  asking={asking}
                  answers={[
                    [one.name, turning.first],
                    [two.name, turning.second],
                  ]}
                />
                {turning.intoFirst && <p>{takenSentence(words, one, two, turning.intoFirst)}</p>}
                {turning.intoSecond && <p>{takenSentence(words, two, one, turning.intoSecond)}</p>}
              </>
            ) : (
              <p>
                {parted.length === 0
                  ? 'There is none: nothing that you were both asked parts you.'
                  : SIDE_BY_SIDE[apart]}
              </p>
            )}
          </Part>
        )}
        {parted.length > 0 && (
          <Part id="parted" label="Where you part">
            <ul role="list" className="opinion-list">
              {parted.map(({ question, first: left, second: right }) => (
                <li key={question}>
                  <p className="opinion-question">{questionWords(asking, left)}</p>
                  <Answered
                    asking={asking}
                    answers={[
                      [one.name, left],
                      [two.name, right],
                    ]}
                  />
                </li>
              ))}
            </ul>
          </Part>
        )}
        {only.first.length + only.second.length > 0 && (
          <Part id="only" label="Asked of one only">
            <ul role="list" className="opinion-list">
              {(
                [
                  [one, only.first],
                  [two, only.second],
                ] as const
              ).flatMap(([who, trail]) =>
                trail.map((answer) => (
                  <li key={answer}>
                    <p className="opinion-question">{questionWords(asking, answer)}</p>
                    <Answered asking={asking} answers={[[who.name, answer]]} />
                  </li>
                )),
              )}
            </ul>
          </Part>
        )}
        {agreed.length > 0 && (
          <Part id="agreed" label="Where you agree">
            <ul role="list" className="opinion-list">
              {agreed.map((answer) => (
                <li key={answer}>
                  <p className="opinion-question">{questionWords(asking, answer)}</p>
                  <p>{answerLabel(asking, answer)}</p>
                </li>
              ))}
            </ul>
          </Part>
        )}
        {scene.pair ? (
          <Part id="on" label="Go on">
            <p>
              {isAboutSafety
                ? 'Safety comes first. Talk about what would help, not about who is right.'
                : 'Talk about the difference first. Neither of you has to be wrong.'}
            </p>
            <div className="row">
              <button type="button" className="btn quiet" onClick={() => session?.restart()}>
                Answer the questions again
              </button>
            </div>
          </Part>
        ) : (
          <SendBack flow={flow} asking={asking} first={first} second={walk.trail} />
        )}
      </main>
    </>
  );
}

/** Sends both opinions back as a link. */
function SendBack({
  flow,
  asking,
  first,
  second,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly first: Opinion;
  readonly second: Trail;
}) {
  const [name, setName] = useState('');
  const names = { ...(first.name === undefined ? {} : { first: first.name }), second: name };
  const address = absolute(toPair(flow, first.walk.trail, second, names));
  const link = { address, title: asking.title, message: 'Here are both our answers, side by side.' };
  return (
    <Part id="back" label="Send both back" small="So that they see this page too">
      <p>
        They haven’t seen your answers. This link holds both, hidden but not locked: whoever has it can open it. Nothing
        is sent until you send it.
      </p>
      <NameField label="Your name, if you like" onName={setName} />
      <ShareTools key={address} link={link} label="Copy the link to both" />
    </Part>
  );
}
