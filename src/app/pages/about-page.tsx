import type { SourceWords } from '../../content/words.ts';
import { href } from '../base.ts';
import { KeyTable } from '../parts/key-dialog.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { LICENCES } from './licences.ts';
import { PlainPage, type PlainWords } from './plain-page.tsx';

/** One row of the self-assessment. */
export interface AssessedRow {
  readonly row: string;
  readonly met: 'met' | 'partly' | 'not';
  readonly evidence: string;
}

/** A library that reaches the reader's browser. */
export interface ShippedLibrary {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** What the page about the guide is made of. */
export interface AboutProps {
  readonly words: PlainWords;
  readonly written: string;
  readonly review: string;
  readonly sources: readonly (SourceWords & { readonly id: string })[];
  readonly assessment: Readonly<Record<'question-pages' | 'decision-aids', readonly AssessedRow[]>>;
  readonly libraries: readonly ShippedLibrary[];
}

const MET = { met: 'Met', partly: 'Partly met', not: 'Not met' } as const;

function Assessment({ caption, rows }: { readonly caption: string; readonly rows: readonly AssessedRow[] }) {
  return (
    // On a phone its rows are set as blocks; there a table keeps its roles only where they are written down.
    <table className="assessed" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Asked for
          </th>
          <th scope="col" role="columnheader">
            Here
          </th>
          <th scope="col" role="columnheader">
            Evidence
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ row, met, evidence }) => (
          <tr key={row} role="row">
            <th scope="row" role="rowheader">
              {row}
            </th>
            <td role="cell" data-met={met}>
              {MET[met]}
            </td>
            <td role="cell">{evidence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the guide decides, what it rests on, what it keeps, and how it measures up. */
export function AboutPage({ words, written, review, sources, assessment, libraries }: AboutProps) {
  return (
    <PlainPage
      words={words}
      current="about/"
      above={
        <p className="ui-note dates">
          Written {written}. Next review by {review}.
        </p>
      }
      extra={{
        sources: (
          <ol className="sources" role="list">
            {sources.map(({ id, title, kind, author, took, quality }) => (
              <li key={id} id={`source-${id}`}>
                <h3>{title}</h3>
                <p>
                  {kind}, {author}.
                </p>
                <p>{took}</p>
                <p>{quality}</p>
              </li>
            ))}
          </ol>
        ),
        keyboard: (
          <>
            <KeyTable />
            <h3 id="appearance">Appearance</h3>
            {/* main.tsx brings it to life. */}
            <div id="settings">
              <SettingsForm />
            </div>
          </>
        ),
        'how-it-measures-up': (
          <>
            <Assessment caption="Question pages" rows={assessment['question-pages']} />
            <Assessment caption="Aids to a decision" rows={assessment['decision-aids']} />
          </>
        ),
        licences: (
          <>
            <ul className="libraries">
              {libraries.map(({ name, version, licence }) => (
                <li key={name}>
                  {name} {version}, {licence}
                </li>
              ))}
            </ul>
            <p className="ui-note">
              <a href={href(LICENCES)}>The licences of these libraries, in full</a>
            </p>
          </>
        ),
      }}
    />
  );
}
