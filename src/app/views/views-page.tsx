import { useState } from 'react';
import type { AskingWords, ViewCell, ViewsWords } from '../../content/words.ts';
import type { Flow, Side } from '../../domain/flow.ts';
import { isSafety, SIDES } from '../../reasoning/side.ts';
import { href } from '../base.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import { capital } from '../numbers.ts';
import { Mark, Who } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { Debate, OtherVoice, othersOf } from './debate.tsx';
import { answered, leaningsOf, questionsBehind, speaks, type Taken, type ViewRow } from './leanings.ts';
import { Rests } from './rests.tsx';
import { nameWithin, takenLine, verdictLine } from './verdict-line.ts';
import './views.css';

const CELL: Readonly<Record<Side, string>> = { closed: 'cell l', open: 'cell t' };

function Yours({ side }: { readonly side: Side }) {
  return (
    <p className="yours">
      <Mark kind={side} />
      Your answers leaned here
    </p>
  );
}

/** One side's cell of a row: what it says, or that its source is silent. */
function Cell({
  asking,
  words,
  side,
  cell,
  children,
}: {
  readonly asking: AskingWords;
  readonly words: ViewsWords;
  readonly side: Side;
  readonly cell: ViewCell;
  readonly children?: React.ReactNode;
}) {
  const { name } = asking.sides[side];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row stacks below 52rem, and a table's own rows cannot.
    <div role="cell" className={CELL[side]}>
      <div className="cellwho">
        <Who kind={side}>{name}</Who>
      </div>
      {speaks(cell) ? (
        <>
          <p>{cell.text}</p>
          <Rests words={words} claims={cell.claims} />
        </>
      ) : (
        <p className="silent">{capital(nameWithin(name))} doesn’t say. The source is silent on this.</p>
      )}
      {children}
    </div>
  );
}

function RowHead({
  flow,
  asking,
  row,
  leanings,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly row: ViewRow;
  /** Where the reader's answers leaned; undefined where there are none. */
  readonly leanings: readonly Side[] | undefined;
}) {
  const behind = questionsBehind(flow, row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the cells.
    // biome-ignore lint/a11y/useFocusableInteractive: see the cells.
    <div role="rowheader">
      <h3 className="rh">{row.question}</h3>
      {leanings?.length === 2 && <p className="ui-note">Your answers leaned both ways on this.</p>}
      {leanings?.length === 0 && <p className="ui-note">Your answers did not lean either way on this.</p>}
      {behind.length > 0 && (
        <p className="ui-note asked-in">
          The guide asks:{' '}
          {behind.map((question, index) => (
            <span key={question}>
              {index > 0 && ' · '}
              <a href={href(`${flow.id}/map/#q-${question}`)}>{asking.questions[question]?.question}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** The opposed views of a flow: the debate told whole, then row by row, marked with the reader's answers. */
export function ViewsPage({ flow, asking, scene, words }: FlowPageProps & { readonly words: ViewsWords }) {
  const [taken, setTaken] = useState<Taken>(new Set());
  const { walk } = scene;
  const settled = walk.at === 'verdict' && isSafety(flow, walk.verdict);
  const isMarked = answered(walk.trail) > 0 && !settled;
  const { elsewhere } = othersOf(asking, words);
  const { closed, open } = asking.sides;
  const toggle = (row: number, side: Side): void =>
    setTaken((before) => {
      const after = new Set(before);
      if (!after.delete(`${row} ${side}`)) after.add(`${row} ${side}`);
      return after;
    });
  const agreement = verdictLine(flow, asking, walk, taken);
  return (
    <main id="main" className="views">
      <div className="wrap page-head">
        <div>
          <p className="kicker">{asking.short}</p>
          <h1 tabIndex={-1}>{words.title}</h1>
        </div>
        <p className="lede">{words.lede}</p>
      </div>
      <Debate asking={asking} words={words} />
      <div className="wrap points">
        <div className="points-head">
          <h2 id="h-points">Point by point</h2>
          <p className="lede">
            Mark what weighs with you. At the end a sentence says whose arguments you took; nothing of it is kept.
          </p>
        </div>
        {settled && (
          <p className="notice">
            One of your answers settles this for safety, and none of it is up for debate.{' '}
            <a href={href('safety/')}>What you can do</a>
          </p>
        )}
        {/* biome-ignore-start lint/a11y: table roles on a grid whose rows stack below 52rem. */}
        <div className="versus" role="table" aria-labelledby="h-points">
          <div role="row" className="cap">
            <span role="columnheader">
              <span className="vh">Question</span>
            </span>
            {SIDES.map((side) => (
              <div key={side} role="columnheader" className="field" data-side={side}>
                <p className="name">
                  <Mark kind={side} />
                  <span>{asking.sides[side].name}</span>
                </p>
                <p className="dim">{asking.sides[side].stance}</p>
              </div>
            ))}
          </div>
          <div role="rowgroup" className="bodyrows">
            {words.rows.map((row, index) => {
              const leanings = isMarked ? leaningsOf(flow, walk.trail, row) : undefined;
              return (
                <div role="row" key={row.question}>
                  <RowHead flow={flow} asking={asking} row={row} leanings={leanings} />
                  {SIDES.map((side) => (
                    <Cell key={side} asking={asking} words={words} side={side} cell={row[side]}>
                      {leanings?.includes(side) && <Yours side={side} />}
                      {speaks(row[side]) && (
                        <label className="weigh">
                          <input
                            type="checkbox"
                            checked={taken.has(`${index} ${side}`)}
                            onChange={() => toggle(index, side)}
                          />
                          <span>
                            This weighs with me
                            <span className="vh">
                              : {asking.sides[side].name} on “{row.question}”
                            </span>
                          </span>
                        </label>
                      )}
                    </Cell>
                  ))}
                </div>
              );
            })}
            <div role="row">
              <div role="rowheader">
                <h3 className="rh">When would each give way?</h3>
              </div>
              {SIDES.map((side) => (
                <Cell key={side} asking={asking} words={words} side={side} cell={words.givesWay[side]} />
              ))}
            </div>
            <div role="row" className="agree">
              <div role="rowheader">
                <h3 className="rh">Where they agree</h3>
              </div>
              <div role="cell" className="cell" aria-colspan={2}>
                {speaks(words.agree) ? (
                  <>
                    <p>{words.agree.text}</p>
                    <Rests words={words} claims={words.agree.claims} />
                  </>
                ) : (
                  <p className="silent">The sources name no point on which they agree.</p>
                )}
              </div>
            </div>
          </div>
        </div>
        {/* biome-ignore-end lint/a11y: table roles on a grid whose rows stack below 52rem. */}
        <div className="sum">
          <p role="status" className="sum-line">
            {takenLine(asking, taken)} {agreement}
          </p>
          <p className="row">
            <a className="btn" href={href(`${flow.id}/`)}>
              {walk.at === 'question'
                ? walk.trail.length > 0
                  ? 'Go on with your questions'
                  : 'Answer for your own case'
                : 'Back to your result'}
            </a>
            <a className="btn quiet" href={href(`${flow.id}/map/`)}>
              See the whole guide as a map
            </a>
          </p>
          <p className="ui-note">
            Counting is not deciding. {closed.name === open.name ? 'Either half' : 'Either side'} may be right with one
            argument against five.
          </p>
        </div>
      </div>
      {elsewhere.length > 0 && (
        <div className="wrap">
          <Part id="h-others" label="Other voices" small="They speak to this, too, from outside the two sides.">
            <ul className="voices-beside" role="list">
              {elsewhere.map((other) => (
                <OtherVoice key={other.voice} words={words} other={other} />
              ))}
            </ul>
          </Part>
        </div>
      )}
      <div className="wrap">
        <Part id="h-about" label="Who speaks here" small="And where they are silent">
          <div className="prose">
            <Prose text={words.about} />
          </div>
        </Part>
      </div>
    </main>
  );
}
