import type { Trail } from '../../domain/answer.ts';
import type { Side } from '../../domain/flow.ts';
import type { Change, Changes, Firmness, Opened } from '../../reasoning/changes.ts';
import { inWords, listed } from '../numbers.ts';
import { Part } from '../parts/part.tsx';
import { type ResultPage, supposing, topicOf } from './page.ts';
import { strengthSentence } from './strength.ts';
import { VerdictChoice } from './verdict-choice.tsx';
import { BecauseOf } from './why.tsx';

/** The most pairs of changes that are offered. */
const MOST_PAIRS = 4;

/** Returns the changes to offer: for each other verdict the surest one, none twice. */
function offered({ verdicts }: Changes): readonly Change[] {
  const best = verdicts.map(({ certain, possible }) => certain[0] ?? possible[0]);
  const unique = [...new Set(best)].filter((change) => change !== undefined);
  // What is sure comes before what hangs on more.
  return [
    ...unique.filter(({ leads }) => leads.kind === 'verdict'),
    ...unique.filter(({ leads }) => leads.kind !== 'verdict'),
  ];
}

const more = ({ least, most }: Opened): string => {
  const from = Math.max(1, least);
  const count = from === most ? inWords(most) : `${inWords(from)} ${most - from === 1 ? 'or' : 'to'} ${inWords(most)}`;
  return `${count} more question${most === 1 ? '' : 's'}`;
};

function Outcomes({ page, change }: { readonly page: ResultPage; readonly change: Change }) {
  const { leads } = change;
  const verdicts = leads.kind === 'verdict' ? [leads.verdict] : leads.verdicts;
  return (
    <span className="outcomes">
      {leads.kind === 'opens' && <span className="ui-note">opens {more(leads.opens)}:</span>}
      {leads.kind === 'depends' && <span className="ui-note">then it depends on what you don’t know yet:</span>}
      <VerdictChoice page={page} verdicts={verdicts} />
      {leads.kind === 'verdict' && leads.opens && (
        <span className="ui-note">after {more(leads.opens)}, whatever you answer</span>
      )}
    </span>
  );
}

function ChangeRow({ page, change }: { readonly page: ResultPage; readonly change: Change }) {
  const clause = supposing(
    page,
    change.swaps.map(({ to }) => to),
  );
  return (
    <li>
      <span className="if">{clause}</span>
      <span className="then">
        <Outcomes page={page} change={change} />
        <button type="button" className="textbtn" onClick={() => page.session?.take(change.trail)}>
          Make this change<span className="vh">: {clause}</span>
        </button>
      </span>
    </li>
  );
}

/** What would change a result: each change a control that makes it; what would not; and how firm that leaves it. */
export function ChangesPart({
  page,
  changes,
  firm,
  side,
  trail,
}: {
  readonly page: ResultPage;
  readonly changes: Changes;
  readonly firm: Firmness;
  readonly side: Side | null;
  readonly trail: Trail;
}) {
  const singles = offered(changes);
  const pairs = changes.pairs.slice(0, MOST_PAIRS);
  const turning = firm.turnedBy.map(({ answer }) => answer);
  return (
    <Part id="change" label="What would change this" small="Each of these was tried out for you">
      <p className="lead-in">{strengthSentence(firm, side, trail)}</p>
      <BecauseOf
        page={page}
        trail={trail}
        answers={turning}
        lead={`${side === null ? 'It would take a side' : 'The other side would win'} with another answer to`}
        last="or"
      />
      {singles.length > 0 && (
        <ul className="shift" role="list">
          {singles.map((change) => (
            <ChangeRow page={page} change={change} key={change.swaps[0].to} />
          ))}
        </ul>
      )}
      {pairs.length > 0 && (
        <>
          <p className="lead-in">No single change is sure to lead elsewhere. Two together would:</p>
          <ul className="shift" role="list">
            {pairs.map((change) => (
              <ChangeRow page={page} change={change} key={change.swaps.map(({ to }) => to).join()} />
            ))}
          </ul>
        </>
      )}
      {changes.idle.length > 0 && (
        <p className="idle">
          Whatever you say about{' '}
          {listed(
            changes.idle.map((question) => topicOf(page.asking, question)),
            'or',
          )}
          , the recommendation stays.
        </p>
      )}
    </Part>
  );
}
