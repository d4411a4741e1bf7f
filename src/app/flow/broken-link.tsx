import type { AskingWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import type { Aside, ReadLink } from '../../link/share.ts';
import { href } from '../base.ts';
import { SetAsideList } from '../parts/set-aside.tsx';
import type { Place } from './scene.ts';

const said = (heading: string, happened: string): { readonly heading: string; readonly happened: string } => ({
  heading,
  happened,
});

/** Returns what happened to a link, by what could be found out about it. */
function happenedTo(why: Aside | undefined): ReturnType<typeof said> {
  if (why === 'cut-off')
    return said('This link has lost its end.', 'It holds somebody’s answers, and only some of it arrived.');
  if (why === 'altered') {
    return said(
      'This link has changed on its way.',
      'It holds somebody’s answers in a code, and the code no longer fits together.',
    );
  }
  return said('This link is missing a piece.', 'Part of it was probably lost on the way here.');
}

/** Said where nothing of a link could be used: what happened, what could be read, and ways on. */
export function BrokenLink({
  flow,
  asking,
  place,
  link,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly place: Place;
  readonly link: ReadLink;
}) {
  const { heading, happened } = happenedTo(link.setAside[0]?.why);
  return (
    <main id="main" className="wrap plain">
      <h1 tabIndex={-1}>{heading}</h1>
      <p className="lede">
        {happened} Ask whoever sent it for a fresh copy, or answer the questions yourself. It takes about two minutes.
      </p>
      <div className="row">
        <a className="btn" href={href(`${flow.id}/`)}>
          Answer the questions
        </a>
        {place.page === 'verdict' && (
          <a className="btn quiet" href={href(`${flow.id}/${place.verdict}/`)}>
            See the recommendation
          </a>
        )}
        <a className="btn quiet" href={href('')}>
          Choose a dilemma
        </a>
      </div>
      <details className="why">
        <summary>Show what could be read</summary>
        <div>
          <p>The dilemma: {asking.title}</p>
          <SetAsideList link={link} asking={asking} />
        </div>
      </details>
    </main>
  );
}
