import type { ReactNode } from 'react';
import type { Rich } from '../../content/rich.ts';
import { Masthead, SITE_NAV } from '../parts/masthead.tsx';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';

/** A section of a plain page. */
export interface PlainSection {
  readonly id: string;
  readonly title: string;
  readonly text: Rich;
}

/** The words of a page that is mostly read. */
export interface PlainWords {
  readonly title: string;
  readonly lede: string;
  readonly lead: Rich;
  readonly sections: readonly PlainSection[];
}

/** A page that is mostly read: a head, a lead, and its sections; `extra` stands behind a section's text, by its id. */
export function PlainPage({
  words,
  current,
  above,
  extra = {},
}: {
  readonly words: PlainWords;
  readonly current?: string;
  readonly above?: ReactNode;
  readonly extra?: Readonly<Record<string, ReactNode>>;
}) {
  return (
    <>
      <Masthead nav={SITE_NAV} {...(current === undefined ? {} : { current })} />
      <main id="main">
        <div className="wrap page-head">
          <h1>{words.title}</h1>
          <p className="lede">{words.lede}</p>
        </div>
        <div className="wrap">
          {above}
          <div className="prose lead">
            <Prose text={words.lead} />
          </div>
          {words.sections.map(({ id, title, text }) => (
            <Part key={id} id={id} label={title}>
              <div className="prose">
                <Prose text={text} />
              </div>
              {extra[id]}
            </Part>
          ))}
        </div>
      </main>
    </>
  );
}

/** A page that says one thing and shows the way on. */
export function MessagePage({ words, children }: { readonly words: PlainWords; readonly children: ReactNode }) {
  return (
    <>
      <Masthead nav={SITE_NAV} />
      <main id="main" className="wrap plain">
        <h1>{words.title}.</h1>
        <p className="lede">{words.lede}</p>
        <div className="prose">
          <Prose text={words.lead} />
        </div>
        <div className="row on">{children}</div>
      </main>
    </>
  );
}
