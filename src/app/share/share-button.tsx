import { type ComponentType, useState } from 'react';
import type { Choice } from './links.ts';
import type { ShareProps } from './share-sheet.tsx';

type Sheet = ComponentType<ShareProps & { readonly first: Choice; readonly onClose: () => void }>;

type Shown = { readonly is: 'closed' | 'loading' | 'failed' } | { readonly is: 'open'; readonly Sheet: Sheet };

/** Opens the share sheet, whose code is loaded at the first press; `first` is the choice that it opens with. */
export function ShareButton({
  first = 'answers',
  label = first === 'ask' ? 'Ask somebody' : 'Share this result',
  ...props
}: ShareProps & { readonly first?: Choice; readonly label?: string }) {
  const [shown, setShown] = useState<Shown>({ is: 'closed' });
  const open = (): void => {
    setShown({ is: 'loading' });
    import('./share-sheet.tsx').then(
      ({ ShareSheet }) => setShown({ is: 'open', Sheet: ShareSheet }),
      () => setShown({ is: 'failed' }),
    );
  };
  return (
    <>
      <button type="button" className="btn quiet small" aria-haspopup="dialog" onClick={open}>
        {label}
      </button>
      {shown.is === 'failed' && (
        <span role="status">This part did not arrive. Check the connection, then press again.</span>
      )}
      {shown.is === 'open' && <shown.Sheet {...props} first={first} onClose={() => setShown({ is: 'closed' })} />}
    </>
  );
}
