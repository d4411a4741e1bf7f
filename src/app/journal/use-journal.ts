import { useCallback, useEffect, useState } from 'react';
import type { Journal } from '../../journal/entry.ts';
import { faultFrom, type JournalFault } from '../../journal/faults.ts';
import { readJournal, subscribe } from '../../journal/store.ts';

/** The journal as far as it is known: still being read, read, or not to be had. */
export type JournalState =
  | { readonly status: 'reading' }
  | { readonly status: 'ready'; readonly journal: Journal }
  | { readonly status: 'failed'; readonly fault: JournalFault };

/** Returns the journal as it stands, in step with every tab, and what reads it again. */
export function useJournal(): { readonly state: JournalState; readonly retry: () => void } {
  const [state, setState] = useState<JournalState>({ status: 'reading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads again.
  useEffect(() => {
    let latest = 0;
    const read = (): void => {
      latest += 1;
      const mine = latest;
      readJournal().then(
        (journal) => mine === latest && setState({ status: 'ready', journal }),
        (problem: unknown) => mine === latest && setState({ status: 'failed', fault: faultFrom(problem, true) }),
      );
    };
    // A tab that was asleep may have missed what the others told.
    const wake = (): void => {
      if (!document.hidden) read();
    };
    const end = subscribe(read);
    document.addEventListener('visibilitychange', wake);
    read();
    return () => {
      latest = -1;
      end();
      document.removeEventListener('visibilitychange', wake);
    };
  }, [tries]);
  return { state, retry: useCallback(() => setTries((count) => count + 1), []) };
}
