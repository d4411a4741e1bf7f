import { questionOf, type Trail } from '../../domain/answer.ts';
import { Part } from '../parts/part.tsx';
import { labelOf, type ResultPage, rowId } from './page.ts';

/** The reader's answers, each with a way to change it, and the way to begin again. */
export function AnswersPart({
  page,
  trail,
  changed,
  note,
}: {
  readonly page: ResultPage;
  readonly trail: Trail;
  /** The question whose answer was just changed: the reader lands on its row. */
  readonly changed?: string | undefined;
  readonly note?: React.ReactNode;
}) {
  const { asking, session } = page;
  return (
    <Part id="answers" label="Your answers">
      {note}
      <dl className="said">
        {trail.map((answer) => {
          const question = questionOf(answer);
          const asked = asking.questions[question]?.question;
          const landing = question === changed ? { 'data-landing': '', tabIndex: -1 } : {};
          return (
            <div key={question} id={rowId(question)} {...landing}>
              <dt>{asked}</dt>
              <dd>{labelOf(asking, answer)}</dd>
              <dd>
                <button type="button" className="textbtn" onClick={() => session?.change(question)}>
                  Change<span className="vh">: {asked}</span>
                </button>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="again">
        <button type="button" className="btn quiet small" onClick={() => session?.restart()}>
          Start again
        </button>
      </p>
    </Part>
  );
}
