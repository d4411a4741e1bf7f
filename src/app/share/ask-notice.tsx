import type { Opinion } from '../../link/opinion.ts';

/** Said above a question that somebody has sent: who asks, and that their answers stay hidden until the end. */
export function AskNotice({ opinion, isBegun }: { readonly opinion: Opinion; readonly isBegun: boolean }) {
  return (
    <div className="notice" role="note">
      <p>
        <b>
          <bdi>{opinion.name ?? 'Somebody'}</bdi> asks for your opinion.
        </b>{' '}
        {!isBegun &&
          'Answer for their case, as you see it. Their answers stay hidden until you are done; then you see both side by side. Nothing is sent unless you send it.'}
      </p>
    </div>
  );
}
