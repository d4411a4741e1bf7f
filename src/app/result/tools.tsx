import type { ReactNode } from 'react';

/** What can be done with a result as a whole: share it, print it, keep it. */
export function Tools({ children, note }: { readonly children?: ReactNode; readonly note?: string }) {
  return (
    <div className="tools">
      <div className="wrap">
        {children}
        <button type="button" className="btn quiet small" onClick={() => window.print()}>
          Print
        </button>
        {note && <span className="ui-note">{note}</span>}
      </div>
    </div>
  );
}
