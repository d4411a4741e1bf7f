import type { SideWords } from '../../content/words.ts';
import type { Side } from '../../domain/flow.ts';
import type { LeanLine } from '../../reasoning/lean.ts';
import type { Marks } from '../../reasoning/tally.ts';
import { Mark } from './mark.tsx';

/** The two ends of a flow's axis, in its own words. */
export type Ends = Readonly<Record<Side, Pick<SideWords, 'end'>>>;

/** Returns a lean in a sentence; it names the ends, since claims of several voices are counted. */
export function leanSentence({ kind, side, hi, lo }: LeanLine, ends: Ends): string {
  const end = side === null ? '' : ends[side].end;
  switch (kind) {
    case 'nothing':
      return 'Nothing counted yet.';
    case 'level':
      return `Level, ${hi} each.`;
    case 'shade':
      return `A shade towards ${end}, ${hi} to ${lo}.`;
    case 'leaning':
      return `Leaning to ${end}, ${hi} to ${lo}.`;
    case 'far':
      return `Far towards ${end}, ${hi} to ${lo}.`;
    case 'settled':
      return 'That answer settles it.';
  }
}

const MIDDLE = 180;
const AXIS = 32;
/** From one tick to the next, in units of the figure. */
const STEP = 17.2;

/** The ticks of a ruled axis, ten to either side of its middle, as one element: each costs the browser time. */
export function Ticks(place: {
  readonly middle: number;
  readonly step: number;
  readonly from: number;
  readonly length: number;
}) {
  const { middle, step, from, length } = place;
  const ticks = Array.from({ length: 21 }, (_, index) => index - 10).filter((tick) => tick !== 0);
  const at = (tick: number): number => Math.round((middle + tick * step) * 10) / 10;
  return <path className="tick" d={ticks.map((tick) => `M${at(tick)} ${from}v${length}`).join('')} />;
}

interface Placed {
  readonly at: number;
  readonly key: string;
}

/** Places one side's marks outward from the post: 2 between points, 7 between answers; the unit shrinks rather than clip. */
function placed(rows: readonly Marks[], side: Side): { readonly unit: number; readonly marks: readonly Placed[] } {
  const groups = rows.map((row) => row[side]).filter((claims) => claims.length > 0);
  const points = groups.flat().length;
  const width = 7 + points * 17 + Math.max(0, groups.length - 1) * 5;
  const scale = Math.min(1, (MIDDLE - 4) / width);
  let from = 7 * scale;
  const marks: Placed[] = [];
  for (const claims of groups) {
    for (const claim of claims) {
      marks.push({ at: from, key: claim });
      from += 17 * scale;
    }
    from += 5 * scale;
  }
  return { unit: 15 * scale, marks };
}

/** The lean as a figure: a ruled axis, a mark a claim on either side of the post, a diamond at the net; and in words. */
export function LeanFigure({
  rows,
  line,
  ends,
  note,
}: {
  readonly rows: readonly Marks[];
  readonly line: LeanLine;
  readonly ends: Ends;
  readonly note: string;
}) {
  const closed = placed(rows, 'closed');
  const open = placed(rows, 'open');
  const net = MIDDLE + Math.max(-10, Math.min(10, line.net)) * STEP;
  return (
    <figure className="lean">
      <div className="ends">
        <span className="who">
          <Mark kind="closed" />
          <span>{ends.closed.end}</span>
        </span>
        <span className="who">
          <span>{ends.open.end}</span>
          <Mark kind="open" />
        </span>
      </div>
      <svg viewBox="0 0 360 48" aria-hidden="true">
        {closed.marks.map(({ at, key }) => (
          <rect
            key={key}
            className="sq"
            x={MIDDLE - at - closed.unit}
            y={23 - closed.unit}
            width={closed.unit}
            height={closed.unit}
          />
        ))}
        {open.marks.map(({ at, key }) => (
          <circle
            key={key}
            className="ro"
            cx={MIDDLE + at + open.unit / 2}
            cy={23 - open.unit / 2}
            r={open.unit / 2 - 1.1}
          />
        ))}
        <Ticks middle={MIDDLE} step={STEP} from={AXIS} length={5} />
        <line className="axis" x1="0" x2="360" y1={AXIS} y2={AXIS} />
        <line className="axis" x1={MIDDLE} x2={MIDDLE} y1="0" y2="41" />
        <path className="net" d={`M${net} ${AXIS - 7} l7 7 -7 7 -7 -7z`} />
      </svg>
      <figcaption>
        <p>{leanSentence(line, ends)}</p>
        <p className="ui-note">{note}</p>
      </figcaption>
    </figure>
  );
}
