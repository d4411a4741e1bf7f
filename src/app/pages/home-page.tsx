import type { SideWords } from '../../content/words.ts';
import { href } from '../base.ts';
import { Who } from '../parts/mark.tsx';
import { Masthead, SITE_NAV } from '../parts/masthead.tsx';
import { Part } from '../parts/part.tsx';
import { DilemmaFilter, MANY } from './dilemma-filter.tsx';

/** One dilemma in the list. */
export interface DilemmaEntry {
  readonly id: string;
  readonly short: string;
  readonly hint: string;
  /** The median number of questions over every path. */
  readonly questions: number;
}

/** What the home page is made of. */
export interface HomeProps {
  readonly question: string;
  readonly bridge: string;
  readonly deciding: { readonly label: string; readonly note: string };
  readonly treats: {
    readonly label: string;
    readonly items: readonly { readonly title: string; readonly text: string }[];
  };
  readonly sides: { readonly closed: SideWords; readonly open: SideWords };
  readonly dilemmas: readonly DilemmaEntry[];
}

/** The question, its two opposite answers, and the dilemmas. */
export function HomePage({ question, bridge, deciding, treats, sides, dilemmas }: HomeProps) {
  return (
    <>
      <Masthead nav={SITE_NAV} current="" />
      <main id="main">
        <div className="wrap home-q">
          <h1>{question}</h1>
        </div>
        <section className="spread home-spread" aria-label="Two answers">
          {(['closed', 'open'] as const).map((side) => (
            <div key={side} className="field" data-side={side}>
              <Who kind={side}>
                {sides[side].name} {sides[side].stance}
              </Who>
              <p className="say">{sides[side].say}</p>
              <p>{sides[side].text}</p>
            </div>
          ))}
        </section>
        <div className="wrap">
          <div className="bridge">
            <p>{bridge}</p>
          </div>
          <Part id="deciding" label={deciding.label} small={deciding.note}>
            {dilemmas.length > MANY && (
              <div id="filter">
                <DilemmaFilter />
              </div>
            )}
            <ol className="dilemmas" role="list">
              {dilemmas.map(({ id, short, hint, questions }, index) => (
                <li key={id}>
                  <a href={href(`${id}/`)}>
                    <span className="n" aria-hidden="true">
                      {index + 1}
                    </span>
                    <h3>{short}</h3>
                    <span className="len">about {questions} questions</span>
                    <span className="hint">{hint}</span>
                  </a>
                </li>
              ))}
            </ol>
          </Part>
          <Part id="treats" label={treats.label}>
            <div className="trio">
              {treats.items.map(({ title, text }) => (
                <div key={title}>
                  <h3>{title}</h3>
                  <p>{text}</p>
                </div>
              ))}
            </div>
          </Part>
        </div>
      </main>
    </>
  );
}
