import type { AskingWords } from '../../content/words.ts';
import { DONT_KNOW } from '../../domain/answer.ts';
import type { Flow } from '../../domain/flow.ts';
import type { FlowPageProps } from '../flow/page-props.ts';
import { counted } from '../numbers.ts';
import { Mark } from '../parts/mark.tsx';
import type { MapDrawing } from './drawing.ts';
import { GuideInWords } from './guide-in-words.tsx';
import { type Route, routeOf } from './route.ts';
import { RouteInWords } from './route-in-words.tsx';
import { SheetPicture } from './sheet.tsx';
import './map.css';

function descriptionOf(asking: AskingWords, drawing: MapDrawing, route: Route): string {
  const questions = counted(drawing.order.length, 'question');
  const ends = counted(Object.keys(drawing.verdicts).length, 'end');
  const whole = `${questions}, one below another, and ${ends}. Each answer leads on to a later question, or out to an end: to the left or marked with a square where the end is “${asking.sides.closed.end}”, to the right or marked with a ring where it is “${asking.sides.open.end}”, with a diamond where it is neither.`;
  const yours =
    route.stops.length === 0
      ? ''
      : ` Your route runs through ${counted(route.stops.length, 'question')}${route.verdicts.length === 0 ? '' : ` to ${route.verdicts.map((verdict) => drawing.verdicts[verdict]?.headline.replace(/\.$/, '')).join(', or ')}`}.`;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}${yours} The same is written out below.`;
}

/** What the lines and marks of the drawing mean. */
function Legend({ asking, hasRoute }: { readonly asking: AskingWords; readonly hasRoute: boolean }) {
  const { closed, open } = asking.sides;
  return (
    <ul className="key" role="list">
      {hasRoute && (
        <li>
          <svg className="stroke" viewBox="0 0 34 8" aria-hidden="true">
            <path className="path" d="M3 4H31" />
          </svg>
          Your route
        </li>
      )}
      <li>
        <svg className="stroke" viewBox="0 0 34 8" aria-hidden="true">
          <path className="alt" d="M0 4H34" />
        </svg>
        {hasRoute ? 'Other ways' : 'A way on, or out'}
      </li>
      <li>
        <Mark kind="closed" />
        An argument for “{closed.end}”, or an end on that side
      </li>
      <li>
        <Mark kind="open" />
        The same for “{open.end}”
      </li>
      <li>
        <Mark kind="level" />
        An end on neither side
      </li>
    </ul>
  );
}

const said = (flow: Flow, drawing: MapDrawing, { walk }: FlowPageProps['scene']): Route =>
  routeOf(flow, drawing, walk.trail);

/** The whole of a flow: a drawing with the reader's route through it, and the same in words. */
export function MapPage({ flow, asking, scene, drawing }: FlowPageProps & { readonly drawing: MapDrawing }) {
  const route = said(flow, drawing, scene);
  const hasRoute = route.stops.length > 0;
  const title = hasRoute ? 'Map of the guide, with your route' : 'Map of the guide';
  const description = descriptionOf(asking, drawing, route);
  const unknowns = route.stops.filter(({ option }) => option === DONT_KNOW).length;
  return (
    <main id="main" className="map-page">
      <div className="wrap page-head">
        <div>
          <p className="kicker">{asking.short}</p>
          <h1 tabIndex={-1}>{hasRoute ? 'The route you took' : 'The whole guide'}</h1>
        </div>
        <p className="lede">
          Every question that this guide can ask, every place where it can end, and why. Ends on the left say “
          {asking.sides.closed.end}”, those on the right lean to “{asking.sides.open.end}” or to neither side.
        </p>
      </div>
      <div className="wrap">{hasRoute && <RouteInWords asking={asking} drawing={drawing} route={route} />}</div>
      <div className="wrap map">
        <Legend asking={asking} hasRoute={hasRoute} />
        <p className="ui-note lost">
          The numbers 1 to {drawing.order.length} stand for the questions; “→ 3” leads on to question 3.
          {unknowns > 0 && ' Where you said that you don’t know yet, your route forks.'}
        </p>
        <SheetPicture id="broad" {...{ drawing, route, title, description }} sheet={drawing.wide} />
        <SheetPicture id="narrow" {...{ drawing, route, title, description }} sheet={drawing.narrow} />
      </div>
      <div className="wrap" id="words">
        <GuideInWords flow={flow} asking={asking} drawing={drawing} />
      </div>
    </main>
  );
}
