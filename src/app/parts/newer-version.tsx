import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { NEWER_VERSION } from '../worker-names.ts';

/** Forms in whose middle nobody is to be interrupted. */
const ASKING = 'form[data-question], form.ruleform, form.keepform';

const isAsking = (): boolean => document.querySelector(ASKING) !== null;

function watchPage(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Says that a newer version is ready, save while a question is being asked. */
export function NewerVersion({ onReload }: { readonly onReload: () => void }) {
  if (useSyncExternalStore(watchPage, isAsking)) return null;
  return (
    <>
      A newer version is ready.{' '}
      <button type="button" className="textbtn" onClick={onReload}>
        Reload
      </button>
    </>
  );
}

/** Offers the newer version at the foot of the page, where a live region waits for it. */
export function offerNewer(onReload: () => void): void {
  const place = document.getElementById(NEWER_VERSION);
  if (place) createRoot(place).render(<NewerVersion onReload={onReload} />);
}
