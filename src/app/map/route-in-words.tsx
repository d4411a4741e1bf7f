import type { AskingWords } from '../../content/words.ts';
import { DONT_KNOW } from '../../domain/answer.ts';
import { href } from '../base.ts';
import { DONT_KNOW_LABEL } from '../flow/question-form.tsx';
import { listed } from '../numbers.ts';
import { Part } from '../parts/part.tsx';
import type { MapDrawing } from './drawing.ts';
import { EndLink } from './end-link.tsx';
import type { Route, Stop } from './route.ts';

const wayOf = (drawing: MapDrawing, name: string) => {
  const [question = '', option = '', index = ''] = name.split('.');
  return drawing.ways[question]?.[option]?.[Number(index)];
};

const unique = <T,>(values: readonly T[]): readonly T[] => [...new Set(values)];

function Onwards({
  asking,
  drawing,
  stop,
}: {
  readonly asking: AskingWords;
  readonly drawing: MapDrawing;
  readonly stop: Stop;
}) {
  const ways = stop.ways.flatMap((name) => wayOf(drawing, name) ?? []);
  const questions = unique(ways.flatMap(({ question }) => question ?? []));
  const verdicts = unique(ways.flatMap(({ verdict }) => verdict ?? []));
  const rules = unique(ways.flatMap(({ rules }) => rules));
  const because = drawing.rules.filter(({ rule }) => rules.includes(rule)).map(({ words }) => words);
  return (
    <span className="ui-note">
      {questions.length > 0 &&
        `This led on to ${listed(questions.map((question) => `question ${drawing.order.indexOf(question) + 1}`))}. `}
      {verdicts.length === 1 &&
        questions.length === 0 &&
        stop.option !== DONT_KNOW &&
        because.length === 1 &&
        `${because[0]}. `}
      {verdicts.length > 0 && (stop.option === DONT_KNOW ? 'It may end here: ' : 'It ended here: ')}
      {verdicts.map((verdict, index) => (
        <span key={verdict}>
          {index > 0 && ' or '}
          <EndLink drawing={drawing} verdict={verdict} />
        </span>
      ))}
      <span className="vh"> ({asking.questions[stop.question]?.topic})</span>
    </span>
  );
}

/** The reader's route as an ordered list; its numbers are those on the map. */
export function RouteInWords({
  asking,
  drawing,
  route,
}: {
  readonly asking: AskingWords;
  readonly drawing: MapDrawing;
  readonly route: Route;
}) {
  return (
    <Part id="h-route" label="Your route in words" small="The numbers are those on the map.">
      <ol className="route" role="list">
        {route.stops.map((stop) => (
          <li key={stop.question} value={drawing.order.indexOf(stop.question) + 1}>
            <span className="n" aria-hidden="true">
              {drawing.order.indexOf(stop.question) + 1}
            </span>
            <div>
              <a className="ui-note" href={`#q-${stop.question}`}>
                {asking.questions[stop.question]?.question}
              </a>
              <p>
                {stop.option === DONT_KNOW ? DONT_KNOW_LABEL : asking.questions[stop.question]?.labels[stop.option]}
              </p>
              <Onwards asking={asking} drawing={drawing} stop={stop} />
            </div>
          </li>
        ))}
      </ol>
      {route.verdicts.length === 0 && (
        <p className="ui-note">
          Your route stops here, at a question that you have not answered yet.{' '}
          <a href={href(`${drawing.flow}/`)}>Go on with the questions</a>
        </p>
      )}
    </Part>
  );
}
