import { type Entry, nameOf, questionWordsOf, wordsOf } from '../../journal/entry.ts';
import { type Pair, type Pattern, pairsIn, patternOf, type StripMark, stripOf } from '../../journal/pattern.ts';
import { capital, inWords } from '../numbers.ts';
import { Ticks } from '../parts/lean.tsx';
import { Mark, Who } from '../parts/mark.tsx';
import { Part } from '../parts/part.tsx';
import { markOf } from './entry-item.tsx';
import { patternSentence, stripWords } from './pattern-words.ts';

/** The strip of leans at one width: a ruled axis, and a mark a decision where its claims lean. */
function Strip({
  marks,
  width,
  step,
  unit,
  name,
}: {
  readonly marks: readonly StripMark[];
  readonly width: number;
  readonly step: number;
  readonly unit: number;
  readonly name: string;
}) {
  const middle = width / 2;
  const gap = unit + 4;
  const axis = (Math.max(1, ...marks.map(({ level }) => level)) + 1) * gap + 10;
  return (
    <svg className={name} viewBox={`0 0 ${width} ${axis + 12}`} aria-hidden="true">
      <Ticks middle={middle} step={step} from={axis} length={6} />
      {marks.map(({ id, net, side, level }) => {
        const x = middle + net * step;
        const y = axis - 5 - level * gap - unit / 2;
        if (side === 'closed')
          return <rect key={id} className="sq" x={x - unit / 2} y={y - unit / 2} width={unit} height={unit} />;
        if (side === 'open') return <circle key={id} className="ro" cx={x} cy={y} r={unit / 2 - 1} />;
        const half = unit / 2;
        return (
          <path key={id} className="bs" d={`M${x} ${y - half}l${half} ${half} ${-half} ${half} ${-half} ${-half}z`} />
        );
      })}
      <line className="axis" x1="0" x2={width} y1={axis} y2={axis} />
      <line className="axis" x1={middle} x2={middle} y1="6" y2={axis + 10} />
    </svg>
  );
}

function PairSide({
  entry,
  pair,
  which,
}: {
  readonly entry: Entry;
  readonly pair: Pair;
  readonly which: 'one' | 'other';
}) {
  return (
    <div>
      <Who kind={markOf(entry)}>{entry.words.headline.replace(/\.$/, '')}</Who>
      <h4>
        <a href={`#entry-${entry.id}`}>{nameOf(entry)}</a>
      </h4>
      <dl className="gave">
        {pair.differences.map((difference) => (
          <div key={difference.question}>
            <dt>{questionWordsOf(entry, difference.question)}</dt>
            <dd>{wordsOf(entry, difference[which])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What decisions look like together: one sentence, the strip of leans, and pairs to think about. */
export function PatternPart({ entries }: { readonly entries: readonly Entry[] }) {
  const pattern = patternOf(entries);
  return pattern && <Shown pattern={pattern} entries={entries} />;
}

function Shown({ pattern, entries }: { readonly pattern: Pattern; readonly entries: readonly Entry[] }) {
  const marks = stripOf(entries);
  const pairs = pairsIn(entries);
  return (
    <Part id="pattern" label="Your pattern">
      <p className="prose">{patternSentence(pattern)}</p>
      <figure className="strip lean">
        <div className="ends">
          <span className="who">
            <Mark kind="closed" />
            <span>Door closed</span>
          </span>
          <span className="who">
            <span>Door open</span>
            <Mark kind="open" />
          </span>
        </div>
        <Strip name="wid" marks={marks} width={720} step={34} unit={18} />
        <Strip name="nar" marks={marks} width={340} step={16.4} unit={14} />
        <figcaption className="ui-note">
          One mark a decision: its shape is how it ended, its place is where the claims lean.
          <span className="vh"> {stripWords(marks)}</span>
        </figcaption>
      </figure>
      {pairs.length > 0 && (
        <>
          <h3>{pairs.length === 1 ? 'One pair' : `${capital(inWords(pairs.length))} pairs`} to think about</h3>
          <p className="ui-note">
            The same dilemma, close answers, different endings. That may be wisdom, or a day’s mood. It is worth knowing
            which.
          </p>
          {pairs.map((pair) => (
            <div className="pair" key={pair.one.id + pair.other.id}>
              <PairSide entry={pair.one} pair={pair} which="one" />
              <PairSide entry={pair.other} pair={pair} which="other" />
            </div>
          ))}
        </>
      )}
    </Part>
  );
}
