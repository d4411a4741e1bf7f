import type { AskingWords, ResultWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import { type Now, type Said, thenNow } from '../../link/then-now.ts';
import type { Scene } from '../flow/scene.ts';
import { listed } from '../numbers.ts';
import { Prose } from '../parts/prose.tsx';
import './share.css';

function saidWords(words: ResultWords, said: Said): string {
  if (said.at === 'depends') return 'It depends.';
  return said.headline ?? words.verdicts[said.verdict]?.headline ?? 'A recommendation that the guide does not know.';
}

function NowWords({
  asking,
  words,
  now,
}: {
  readonly asking: AskingWords;
  readonly words: ResultWords;
  readonly now: Now;
}) {
  if (now.at === 'question') return 'One more question has to be answered first.';
  if (now.at === 'verdict') return words.verdicts[now.verdict]?.headline ?? now.verdict;
  const unknown = now.unknowns.map((question) => asking.questions[question]?.topic ?? question);
  return `It depends on ${listed(unknown)}.`;
}

function Why({ asking, words, now }: { readonly asking: AskingWords; readonly words: ResultWords; readonly now: Now }) {
  if (now.at === 'question') return `The guide now asks: “${asking.questions[now.question]?.question ?? now.question}”`;
  if (now.at === 'depends') return 'The link leaves that unknown, and today’s rules need it.';
  const rules = now.rules.flatMap((rule) => words.rules[rule] ?? []);
  return (
    <>
      {listed(
        rules.map(({ rule }) => rule),
        'or',
      )}
      . {rules.length === 1 && rules[0] && <Prose text={rules[0].because} />}
    </>
  );
}

/** Said above a result where a link named another one: what it said then, what its answers lead to now, and why. */
export function ThenNowNotice({
  flow,
  asking,
  words,
  scene,
}: {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly words: ResultWords;
  readonly scene: Scene;
}) {
  const found = thenNow(flow, scene.place, scene.walk);
  if (!found) return null;
  const { said, now } = found;
  return (
    <div className="notice then-now" role="note">
      <p>
        The guide has changed since this link was made, or the link itself was altered. The same answers lead elsewhere
        today.
      </p>
      <dl>
        <div>
          <dt>Then</dt>
          <dd>{saidWords(words, said)}</dd>
        </div>
        <div>
          <dt>Now</dt>
          <dd>
            <NowWords asking={asking} words={words} now={now} />
          </dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd>
            <Why asking={asking} words={words} now={now} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
