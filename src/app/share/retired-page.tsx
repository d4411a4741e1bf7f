import { href } from '../base.ts';

/** The page at the address of a recommendation, or of a dilemma, that the guide no longer has: what it said, and ways on. */
export function RetiredPage({
  headline,
  title,
  flow,
}: {
  /** What the recommendation said; undefined on the page of a dilemma that is gone. */
  readonly headline?: string;
  /** The dilemma's title. */
  readonly title: string;
  /** The dilemma's id, where the guide still has it. */
  readonly flow?: string;
}) {
  return (
    <main id="main" className="wrap plain">
      <h1 tabIndex={-1}>{headline ?? title}</h1>
      <p className="lede">
        {headline === undefined
          ? 'The guide no longer has this dilemma.'
          : `This is what the guide once said on “${title}” It no longer gives this recommendation, and today’s questions may lead elsewhere.`}
      </p>
      <div className="row">
        {flow !== undefined && (
          <a className="btn" href={href(`${flow}/`)}>
            Answer today’s questions
          </a>
        )}
        <a className={flow === undefined ? 'btn' : 'btn quiet'} href={href('')}>
          Choose a dilemma
        </a>
      </div>
    </main>
  );
}
