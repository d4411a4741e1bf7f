import { changeSettings, DEFAULTS, type Settings, useSettings } from '../settings.ts';
import { Dialog } from './dialog.tsx';

const THEMES: readonly (readonly [theme: Settings['theme'], label: string])[] = [
  ['auto', 'Auto: as this device has it'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** How pages look and behave: theme, letters, lean; and a reset. */
export function AppearanceDialog({ onClose }: { readonly onClose: () => void }) {
  const settings = useSettings();
  return (
    <Dialog label="Appearance" onClose={onClose}>
      <fieldset className="checks">
        <legend>Theme</legend>
        {THEMES.map(([theme, label]) => (
          <label className="check" key={theme}>
            <input
              type="radio"
              name="theme"
              checked={settings.theme === theme}
              onChange={() => changeSettings({ theme })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="checks">
        <legend>On the questions</legend>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.lean}
            onChange={({ target }) => changeSettings({ lean: target.checked })}
          />
          <span>Show the lean while I answer</span>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.letters}
            onChange={({ target }) => changeSettings({ letters: target.checked })}
          />
          <span>Letters work as shortcuts</span>
        </label>
      </fieldset>
      <p className="ui-note">These are kept in this browser.</p>
      <button type="button" className="textbtn" onClick={() => changeSettings(DEFAULTS)}>
        Set everything back
      </button>
    </Dialog>
  );
}
