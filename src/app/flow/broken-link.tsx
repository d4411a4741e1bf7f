import type { Flow } from '../../domain/flow.ts';
import type { ReadLink } from '../../link/share.ts';
import { href } from '../base.ts';
import { SetAsideList } from '../parts/set-aside.tsx';

/** Said where nothing of a link could be used: what happened, what could be read, and ways on. */
export function BrokenLink({ flow, link }: { readonly flow: Flow; readonly link: ReadLink }) {
  return (
    <main id="main" className="wrap plain">
      <h1 tabIndex={-1}>This link is missing a piece.</h1>
      <p className="lede">
        Part of it was probably lost on the way here. Ask whoever sent it for a fresh copy, or answer the questions
        yourself; it takes about two minutes.
      </p>
      <div className="row">
        <a className="btn" href={href(`${flow.id}/`)}>
          Answer the questions
        </a>
        <a className="btn quiet" href={href('')}>
          Choose a dilemma
        </a>
      </div>
      <details className="why">
        <summary>Show what could be read</summary>
        <div>
          <SetAsideList link={link} />
        </div>
      </details>
    </main>
  );
}
