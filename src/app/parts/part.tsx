import type { ReactNode } from 'react';

/** A section of a page: a hanging label, a body, and notes in the margin where there are any. */
export function Part({
  id,
  label,
  small,
  notes,
  notesLabel,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly small?: string;
  readonly notes?: ReactNode;
  readonly notesLabel?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="part" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {label}
        {small && <small>{small}</small>}
      </h2>
      <div className={notes ? 'body' : 'body wide'}>{children}</div>
      {notes && (
        <aside className="notes" aria-label={notesLabel ?? `Notes on: ${label}`}>
          {notes}
        </aside>
      )}
    </section>
  );
}
