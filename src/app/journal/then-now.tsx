import { useEffect, useState } from 'react';
import type { Entry } from '../../journal/entry.ts';
import type { FlowLink } from './flow-link.ts';
import { type Now, nowOf } from './now.ts';

/** What the guide says today to the answers of a kept decision, where that is something else; loaded only then. */
export function ThenNow({ entry, flow }: { readonly entry: Entry; readonly flow: FlowLink | undefined }) {
  const [now, setNow] = useState<Now | 'loading' | 'failed'>('loading');
  useEffect(() => {
    if (!flow) return;
    let isWanted = true;
    nowOf(entry, flow.module).then(
      (found) => isWanted && setNow(found),
      () => isWanted && setNow('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [entry, flow]);
  if (!flow) return <p className="ui-note">The guide no longer has this dilemma. The words are kept as they were.</p>;
  if (now === 'loading') return null;
  if (now === 'failed') {
    return <p className="ui-note">Today’s guide could not be loaded, so we can’t say what it would answer now.</p>;
  }
  if (now.at === 'same') return <p className="ui-note">With these answers, the guide says the same today.</p>;
  return (
    <div className="notice" role="note">
      <p>The guide has changed since then.</p>
      <dl className="thennow">
        <div>
          <dt>Then</dt>
          <dd>{entry.words.headline}</dd>
        </div>
        <div>
          <dt>Now</dt>
          <dd>
            {now.at === 'verdict' && now.headline}
            {now.at === 'depends' && 'It depends on what you don’t know yet.'}
            {now.at === 'question' && `It asks something more: ${now.question}`}
          </dd>
        </div>
        {now.at === 'verdict' && now.why && (
          <div>
            <dt>Why</dt>
            <dd>{now.why}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
