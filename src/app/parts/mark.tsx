/** What a mark stands for: a side, neither, or a matter that one answer settles. */
export type MarkKind = 'closed' | 'open' | 'level' | 'settled';

/** The mark of a side: a square, a ring, a diamond, or a ring around a square. Always stands beside a word. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {kind === 'closed' && <rect className="sq" width="16" height="16" />}
      {kind === 'open' && <circle className="ro" cx="8" cy="8" r="6.9" />}
      {kind === 'level' && <path className="bs" d="M8 .5 15.5 8 8 15.5 .5 8z" />}
      {kind === 'settled' && (
        <>
          <circle className="bo" cx="8" cy="8" r="6.9" />
          <rect className="bs" x="5" y="5" width="6" height="6" />
        </>
      )}
    </svg>
  );
}

/** A voice's or a side's name behind its mark. */
export function Who({ kind, children }: { readonly kind: MarkKind; readonly children: React.ReactNode }) {
  return (
    <p className="who">
      <Mark kind={kind} />
      <span>{children}</span>
    </p>
  );
}
