import type { StepWords } from '../../content/words.ts';
import type { Trail } from '../../domain/answer.ts';
import { voiceOf } from '../../domain/claim.ts';
import { carried } from '../../link/carry.ts';
import { href } from '../base.ts';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { behindName } from '../parts/standing.ts';
import type { ResultPage } from './page.ts';
import { ReminderForm } from './reminder.tsx';
import { SourceRefs } from './said-by.tsx';
import { Script } from './script.tsx';

function DrawnFrom({ page, claims }: { readonly page: ResultPage; readonly claims: readonly string[] }) {
  const voices = [...new Set(claims.map((claim) => voiceOf(claim as `${string}/${string}`)))];
  return (
    <p className="by">
      Drawn from{' '}
      {voices.map((voice, index) => (
        <span key={voice}>
          {index > 0 && (index === voices.length - 1 ? ' and ' : ', ')}
          <a href={href(`voices/#${voice}`)}>{page.words.voices[voice]?.name}</a>
          {behindName(page.words.voices[voice]?.standing ?? 'unnamed')}
          <SourceRefs page={page} claims={[`${voice}/`]} />
        </span>
      ))}
    </p>
  );
}

function Follows({
  page,
  trail,
  follows,
}: {
  readonly page: ResultPage;
  readonly trail: Trail;
  readonly follows: NonNullable<StepWords['follows']>;
}) {
  const { flow, session } = page;
  const later = carried(flow.id, trail, follows.flow);
  const isCarried = later.length > 0;
  return (
    <p className="follow">
      <a
        href={href(`${follows.flow}/`)}
        onClick={(event) => {
          if (!session || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          session.goOn(follows.flow, later);
        }}
      >
        {follows.text}
      </a>
      <span className="ui-note">
        {' '}
        Another dilemma of this guide.{isCarried && ' What you said that means the same there is filled in for you.'}
      </span>
    </p>
  );
}

/** What to do next: concrete steps, with words to copy, lists to tick off, reminders, and where to go on. */
export function StepsPart({
  page,
  verdict,
  trail,
  isQuoted = true,
}: {
  readonly page: ResultPage;
  readonly verdict: string;
  readonly trail: Trail;
  /** Whether the voices that a step draws on are named. */
  readonly isQuoted?: boolean;
}) {
  const steps = page.words.verdicts[verdict]?.steps ?? [];
  return (
    <Part id="next" label="What to do next">
      <ol className="steps" role="list">
        {steps.map(({ title, text, claims, script, checklist, reminder, follows }) => (
          <li key={title}>
            <div>
              <h3>{title}</h3>
              <p>{text}</p>
              {isQuoted && claims.length > 0 && <DrawnFrom page={page} claims={claims} />}
              {script && <Script {...script} />}
              {checklist && (
                // What is ticked stays in the page: no browser is to fill it in again.
                <form autoComplete="off">
                  <ul className="checklist" role="list">
                    {checklist.map((item) => (
                      <li key={item}>
                        <label className="check">
                          <input type="checkbox" />
                          <span>{item}</span>
                        </label>
                      </li>
                    ))}
                  </ul>
                </form>
              )}
              {reminder && <ReminderForm {...reminder} />}
              {follows && <Follows page={page} trail={trail} follows={follows} />}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** What it is like to live with a verdict. */
export function LivingPart({
  page,
  verdict,
  label = 'What it is like to live with it',
}: {
  readonly page: ResultPage;
  readonly verdict: string;
  readonly label?: string;
}) {
  return (
    <Part id="living" label={label}>
      <div className="prose">
        <Prose text={page.words.verdicts[verdict]?.living ?? ''} />
      </div>
    </Part>
  );
}
