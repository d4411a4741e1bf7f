import { type ReactNode, useEffect, useRef } from 'react';

/** A modal dialog of the browser's own, open as long as it is rendered; Escape, its button and the backdrop close it. */
export function Dialog({
  label,
  onClose,
  children,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // The browser closes it on Escape; a press on the backdrop is a pointer's shortcut for the same.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the Close button do the same by keyboard.
    <dialog
      ref={dialog}
      aria-labelledby="dialog-label"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
    >
      <div className="dialog">
        <h2 id="dialog-label">{label}</h2>
        {children}
        <div className="row">
          <button type="button" className="btn quiet small" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}
