import { memo } from 'react';
import type { AskingWords } from '../../content/words.ts';
import { voiceOf } from '../../domain/claim.ts';
import type { Side } from '../../domain/flow.ts';
import type { LeanLine } from '../../reasoning/lean.ts';
import { SIDES } from '../../reasoning/side.ts';
import type { Tally } from '../../reasoning/tally.ts';
import { capital, counted } from '../numbers.ts';
import { LeanFigure } from '../parts/lean.tsx';
import { Who } from '../parts/mark.tsx';
import { behindName } from '../parts/standing.ts';

/** What a side's voice says to the last answer: a claim of its own that the answer raised; at the start, its opening; else nothing. */
function remark(asking: AskingWords, tally: Tally, side: Side): string | undefined {
  const { voice, opening } = asking.sides[side];
  const last = tally.rows.at(-1);
  if (last === undefined) return opening;
  const raised = [...last[side], ...last.pause, ...last.how, ...last.closed, ...last.open];
  const own = raised.find(
    (claim) =>
      voiceOf(claim) === voice && (asking.sides.closed.voice !== asking.sides.open.voice || last[side].includes(claim)),
  );
  return own && asking.lines[own];
}

/** The lean so far: the figure, its sentence, and what each side's voice says to the last answer. */
export const LeanCard = memo(function LeanCard({
  asking,
  tally,
  line,
  isShown,
  isChanging,
  onShow,
}: {
  readonly asking: AskingWords;
  readonly tally: Tally;
  readonly line: LeanLine;
  readonly isShown: boolean;
  /** Whether the question shown is one of those counted, being changed. */
  readonly isChanging: boolean;
  readonly onShow: (isShown: boolean) => void;
}) {
  if (!isShown) {
    return (
      <aside aria-labelledby="lean-h" className="lean-card">
        <h2 id="lean-h">The lean so far</h2>
        <p className="ui-note">Hidden until the end.</p>
        <button type="button" className="textbtn" onClick={() => onShow(true)}>
          Show the lean
        </button>
      </aside>
    );
  }
  const answers = tally.rows.length;
  const note =
    answers === 0
      ? 'Your answer joins when you continue. Counts don’t decide.'
      : `${capital(counted(answers, 'answer'))} counted. ${isChanging ? 'Yours to this question is one of them.' : 'This one joins when you continue.'} Counts don’t decide.`;
  return (
    <aside aria-labelledby="lean-h" className="lean-card">
      <h2 id="lean-h">The lean so far</h2>
      <LeanFigure rows={tally.rows} line={line} ends={asking.sides} note={note} />
      <div className="hear">
        {SIDES.map((side) => {
          const said = remark(asking, tally, side);
          return (
            <div key={side} data-side={side}>
              <Who kind={side}>{asking.sides[side].name + behindName(asking.sides[side].standing)}</Who>
              {said ? <p>{said}</p> : <div className="ui-note">Does not speak to this.</div>}
            </div>
          );
        })}
      </div>
      <button type="button" className="textbtn" onClick={() => onShow(false)}>
        Hide the lean until the end
      </button>
    </aside>
  );
});
