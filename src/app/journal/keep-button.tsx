import { useRef, useState } from 'react';
import type { Keepable } from './kept-result.ts';
import { useCode } from './use-code.ts';

const loadForm = () => import('./keep-form.tsx');

/** “Keep in my journal” on a result; nothing of the journal is loaded, opened or stored before it is pressed. */
export function KeepButton(result: Keepable) {
  // Another result has not been kept yet.
  return <KeepOnce key={result.trail.join()} {...result} />;
}

function KeepOnce(result: Keepable) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [form, fetchForm] = useCode(loadForm);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="keep">
      <button
        ref={button}
        type="button"
        className="btn quiet small"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          if (!isOpen) fetchForm();
        }}
      >
        Keep in my journal
      </button>
      {isOpen && form.status === 'ready' && <form.module.KeepForm {...result} onClose={close} />}
      {isOpen && form.status === 'failed' && (
        <p className="ui-note" role="alert">
          The journal could not be loaded. Your answers are safe; close this and press again when you are online.
        </p>
      )}
    </div>
  );
}
