import { useEffect, useState } from 'react';
import { href } from '../base.ts';
import { AppearanceDialog } from './appearance-dialog.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { useSettings } from '../settings.ts';

/** True where a key press is meant for a field, not for the page. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'));

/** The foot of every page: what the guide is, and the ways to its sources, privacy, keys and appearance. */
export function Footer() {
  const [open, setOpen] = useState<'keys' | 'appearance' | null>(null);
  const { letters } = useSettings();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '?' || !letters || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      setOpen('keys');
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
                setOpen('keys');
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
                setOpen('appearance');
              }}
            >
              Appearance
            </a>
          </li>
        </ul>
      </div>
      {open === 'keys' && <KeyDialog onClose={() => setOpen(null)} />}
      {open === 'appearance' && <AppearanceDialog onClose={() => setOpen(null)} />}
    </footer>
  );
}
