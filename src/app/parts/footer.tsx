import { type ComponentType, useEffect, useState } from 'react';
import { href } from '../base.ts';
import { useSettings } from '../settings.ts';
import { NEWER_VERSION } from '../worker-names.ts';

/** True where a key press is meant for a field, not for the page. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'));

type OpenDialog = ComponentType<{ readonly onClose: () => void }>;

const loadKeys = async (): Promise<OpenDialog> => (await import('./key-dialog.tsx')).KeyDialog;
const loadAppearance = async (): Promise<OpenDialog> => (await import('./appearance-dialog.tsx')).AppearanceDialog;

/** The foot of every page: what the guide is, and the ways to its sources, privacy, keys and appearance. */
export function Footer() {
  const [Open, setOpen] = useState<OpenDialog | null>(null);
  const { letters } = useSettings();
  const open = (load: () => Promise<OpenDialog>, address: string): void => {
    load().then(
      (dialog) => setOpen(() => dialog),
      // Its code did not come: the same stands on a page.
      () => location.assign(href(address)),
    );
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '?' || !letters || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      loadKeys().then(
        (dialog) => setOpen(() => dialog),
        () => {},
      );
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [letters]);
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          Counterpoint is a guide to thinking, not a rulebook. Your answers stay in this browser unless you choose to
          share a link.
        </p>
        <ul role="list">
          <li>
            <a href={href('about/#sources')}>Sources</a>
          </li>
          <li>
            <a href={href('about/#privacy')}>Privacy</a>
          </li>
          <li>
            <a
              href={href('about/#keyboard')}
              onClick={(event) => {
                event.preventDefault();
                open(loadKeys, 'about/#keyboard');
              }}
            >
              Keyboard
            </a>
          </li>
          <li>
            <a
              href={href('about/#appearance')}
              onClick={(event) => {
                event.preventDefault();
                open(loadAppearance, 'about/#appearance');
              }}
            >
              Appearance
            </a>
          </li>
        </ul>
        {/* Filled by newer-version.tsx; a live region has to be there before its words. */}
        <p id={NEWER_VERSION} className="newer" role="status" />
      </div>
      {Open && <Open onClose={() => setOpen(null)} />}
    </footer>
  );
}
