import { href } from '../base.ts';
import type { Card, EndBox, EndKind, MapDrawing, OptionBox, Sheet, TextBlock } from './drawing.ts';
import type { Route } from './route.ts';

const MARK = 6;

/** A mark in a drawing, its middle at a point. */
function MarkShape({ kind, x, y }: { readonly kind: EndKind; readonly x: number; readonly y: number }) {
  switch (kind) {
    case 'closed':
      return <rect className="sq" x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} />;
    case 'open':
      return <circle className="ro" cx={x} cy={y} r={MARK - 1} />;
    case 'level':
      return <path className="bs" d={`M${x} ${y - 7}l7 7-7 7-7-7z`} />;
    case 'settled':
      return (
        <>
          <circle className="bo" cx={x} cy={y} r={MARK} />
          <rect className="bs" x={x - 2.5} y={y - 2.5} width="5" height="5" />
        </>
      );
  }
}

/** A text set in lines. */
function Lines({ text, className }: { readonly text: TextBlock; readonly className?: string }) {
  const { x, y, step, first, isEnd, lines } = text;
  return (
    <text className={isEnd ? `${className ?? ''} to` : className} x={first ?? x} y={y}>
      {lines.length === 1
        ? lines[0]
        : lines.map((line, index) =>
            index === 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text never change.
              <tspan key={index}>{line}</tspan>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text never change.
              <tspan key={index} x={x} dy={step}>
                {line}
              </tspan>
            ),
          )}
    </text>
  );
}

function OptionTexts({ option }: { readonly option: OptionBox }) {
  return (
    <>
      {option.marks.map(({ side, x, y }) => (
        <MarkShape key={x} kind={side} x={x} y={y} />
      ))}
      <Lines text={option.label} />
      {option.notes.map((note) => (
        <Lines key={`${note.x} ${note.y}`} text={note} className="note" />
      ))}
    </>
  );
}

function CardShape({ card, isStop }: { readonly card: Card; readonly isStop: boolean }) {
  const { badge, number, title, options } = card;
  return (
    <>
      <circle className={isStop ? 'num on' : 'num'} cx={badge.x} cy={badge.y} r="14" />
      <text className={isStop ? 'numt on' : 'numt'} x={badge.x} y={badge.y + 5}>
        {number}
      </text>
      <Lines text={title} className="q" />
      {options.map((option) => (
        <OptionTexts key={option.option} option={option} />
      ))}
    </>
  );
}

function EndShape({ end, isTaken }: { readonly end: EndBox; readonly isTaken: boolean }) {
  const { x, y, width, height, kind, mark, title, rules } = end;
  return (
    <g className={isTaken ? 'end taken' : 'end'} data-kind={kind}>
      <rect className="box" x={x} y={y} width={width} height={height} rx="3" />
      <MarkShape kind={kind} x={mark.x} y={mark.y} />
      <Lines text={title} className="h" />
      {rules.map((rule) => (
        <Lines key={rule.y} text={rule} className="note" />
      ))}
    </g>
  );
}

/** Returns the boxes of the options that a route has chosen. */
const chosenIn = (sheet: Sheet, route: Route): readonly OptionBox[] =>
  sheet.cards.flatMap((card) => {
    const stop = route.stops.find(({ question }) => question === card.question);
    return card.options.filter(({ option }) => option === stop?.option);
  });

/** One drawing of the map, with the reader's route drawn through it. */
export function SheetPicture({
  id,
  sheet,
  drawing,
  route,
  title,
  description,
}: {
  readonly id: string;
  readonly sheet: Sheet;
  readonly drawing: MapDrawing;
  readonly route: Route;
  readonly title: string;
  readonly description: string;
}) {
  const { width, height, cards, ends } = sheet;
  const edges = route.stops.flatMap(({ ways }) => ways).flatMap((name) => sheet.edges[name] ?? []);
  const taken = new Set(edges.map(({ end }) => end));
  const stops = new Set(route.stops.map(({ question }) => question));
  const view = `0 0 ${width} ${height}`;
  return (
    <div className={`sheet ${id}`}>
      <svg viewBox={view} width={width} height={height} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{description}</desc>
        {cards.map(({ question, x, y, width, height }) => (
          <rect key={question} className="card" x={x} y={y} width={width} height={height} rx="3" />
        ))}
        <path className="hair" d={sheet.rules} />
        {chosenIn(sheet, route).map(({ x, y, width, height }) => (
          <rect key={y} className="chosen" x={x} y={y} width={width} height={height} />
        ))}
        <path className="alt" d={sheet.lines} />
        <path className="arrow" d={sheet.arrows} />
        {edges.map(({ path }) => (
          <path key={path} className="path" d={path} />
        ))}
        {cards.map((card) => (
          <CardShape key={card.question} card={card} isStop={stops.has(card.question)} />
        ))}
        {ends.map((end, index) => (
          <EndShape key={`${end.x} ${end.y}`} end={end} isTaken={taken.has(index)} />
        ))}
      </svg>
      {/* For the pointer only: the list below carries the same links for everybody. */}
      <svg className="over" viewBox={view} aria-hidden="true">
        {cards.map(({ question, x, y, width, height }) => (
          <a key={question} href={`#q-${question}`} tabIndex={-1}>
            <rect x={x} y={y} width={width} height={height} />
          </a>
        ))}
        {ends.map(({ verdict, x, y, width, height }) => (
          <a key={`${x} ${y}`} href={href(`${drawing.flow}/${verdict}/`)} tabIndex={-1}>
            <rect x={x} y={y} width={width} height={height} />
          </a>
        ))}
      </svg>
    </div>
  );
}
