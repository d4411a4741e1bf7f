import { useEffect, useState } from 'react';
import { questionOf, type Trail } from '../../domain/answer.ts';
import { keepable, type Walk } from '../../domain/walk.ts';
import { counted } from '../numbers.ts';
import { headlineOf, labelOf, type ResultPage } from './page.ts';

/** Returns what a walk comes to, as a headline. */
export const outcomeOf = (page: ResultPage, walk: Walk): string =>
  walk.at === 'verdict' ? headlineOf(page, walk.verdict) : 'It depends';

/** Says a sentence to screen readers, once, after the page has turned. */
export function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    // A live region speaks of what changes in it: it has to be there, empty, before.
    const timer = setTimeout(() => setSaid(text), 100);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="vh" role="status">
      {said}
    </p>
  );
}

/** Returns what a change did, in sentences. */
function changeSentences(page: ResultPage, former: Trail, walk: Walk): readonly string[] {
  const { asking, flow } = page;
  const before = new Map(former.map((answer) => [questionOf(answer), answer]));
  const now = new Map(walk.trail.map((answer) => [questionOf(answer), answer]));
  const swapped = walk.trail.filter((answer) => (before.get(questionOf(answer)) ?? answer) !== answer);
  const added = walk.trail.filter((answer) => !before.has(questionOf(answer)));
  const dropped = former.filter((answer) => !now.has(questionOf(answer)));
  const sentences = swapped.map((answer) => {
    const from = before.get(questionOf(answer));
    const asked = asking.questions[questionOf(answer)]?.question;
    return `“${asked}” was “${from ? labelOf(asking, from) : ''}” and is now “${labelOf(asking, answer)}”.`;
  });
  if (added.length > 0) sentences.push(`That asked ${counted(added.length, 'more question')}.`);
  if (dropped.length > 0)
    sentences.push(
      `${counted(dropped.length, 'answer')} of yours ${dropped.length === 1 ? 'is' : 'are'} no longer needed.`,
    );
  const was = outcomeOf(page, keepable(flow, former).walk);
  const is = outcomeOf(page, walk);
  sentences.push(
    was === is ? `The recommendation is still: ${is}.` : `The recommendation was “${was}” and is now “${is}”.`,
  );
  return sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

/** Tells whether a change has changed the recommendation. */
export const hasChanged = (page: ResultPage, former: Trail, walk: Walk): boolean =>
  outcomeOf(page, keepable(page.flow, former).walk) !== outcomeOf(page, walk);

/** Says what a change did, and offers to take it back. */
export function ChangeNotice({
  page,
  former,
  walk,
}: {
  readonly page: ResultPage;
  readonly former: Trail;
  readonly walk: Walk;
}) {
  return (
    <div className="notice changed" role="note" aria-label="What you changed">
      {changeSentences(page, former, walk).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <button type="button" className="btn quiet small" onClick={() => page.session?.undo()}>
        Undo
      </button>
    </div>
  );
}

/** Said where answers came with somebody's link. */
export function SharedLine({ page }: { readonly page: ResultPage }) {
  return (
    <div className="wrap shared">
      <p>
        Somebody shared these answers with you.{' '}
        <button type="button" className="textbtn" onClick={() => page.session?.restart()}>
          Answer for yourself
        </button>
      </p>
    </div>
  );
}
