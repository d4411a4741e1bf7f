import { changeSettings, DEFAULTS, type Settings, useSettings } from '../settings.ts';

const THEMES: readonly (readonly [theme: Settings['theme'], label: string])[] = [
  ['auto', 'Auto: as this device has it'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

function Check({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: string;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  );
}

/** The switch for single letters as shortcuts. */
export function LettersSwitch() {
  const { letters } = useSettings();
  return (
    <Check checked={letters} onChange={(isOn) => changeSettings({ letters: isOn })}>
      Letters, digits and ? work as shortcuts
    </Check>
  );
}

/** How pages look and behave: theme, letters, lean; and a reset. */
export function SettingsForm() {
  const { theme, lean } = useSettings();
  return (
    <div className="settings">
      <fieldset className="checks">
        <legend>Theme</legend>
        {THEMES.map(([value, label]) => (
          <label className="check" key={value}>
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => changeSettings({ theme: value })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="checks">
        <legend>On the questions</legend>
        <Check checked={lean} onChange={(isShown) => changeSettings({ lean: isShown })}>
          Show the lean while I answer
        </Check>
        <LettersSwitch />
      </fieldset>
      <p className="ui-note">These are kept in this browser.</p>
      <button type="button" className="textbtn" onClick={() => changeSettings(DEFAULTS)}>
        Set everything back
      </button>
    </div>
  );
}
