import { useCallback, useState } from 'react';

/** Code that is loaded when it is asked for: not yet, on its way, there, or failed. */
export type Code<M> =
  | { readonly status: 'none' | 'loading' | 'failed' }
  | { readonly status: 'ready'; readonly module: M };

/** Returns code as far as it has come, and what fetches it; a fetch that failed may be tried again. */
export function useCode<M>(load: () => Promise<M>): readonly [Code<M>, () => void] {
  const [code, setCode] = useState<Code<M>>({ status: 'none' });
  const fetch = useCallback(() => {
    setCode((now) => (now.status === 'ready' ? now : { status: 'loading' }));
    load().then(
      (module) => setCode({ status: 'ready', module }),
      () => setCode({ status: 'failed' }),
    );
  }, [load]);
  return [code, fetch];
}
