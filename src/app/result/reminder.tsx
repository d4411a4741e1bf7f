import { useId, useState } from 'react';
import { calendarFile, weeksAfter } from './calendar.ts';

/** Hands a text to the reader as a file. */
function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A reminder as a calendar file; it names nobody unless the reader types a name. */
export function ReminderForm({ after, title }: { readonly after: '1 week' | '2 weeks'; readonly title: string }) {
  const [name, setName] = useState('');
  const [isSaved, setSaved] = useState(false);
  const id = useId();
  const save = (): void => {
    const made = new Date();
    const nickname = name.trim();
    const file = calendarFile({
      title: nickname ? `${title}: ${nickname}` : title,
      day: weeksAfter(made, after === '1 week' ? 1 : 2),
      note: 'A reminder that you made with Counterpoint.',
      // randomUUID is missing where a site is served without TLS.
      id: `${[...crypto.getRandomValues(new Uint32Array(4))].join('-')}@counterpoint`,
      made,
    });
    download('reminder.ics', 'text/calendar', file);
    setSaved(true);
  };
  return (
    <form
      className="reminder"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>
        <label htmlFor={id}>A nickname for the entry, if you want one in it</label>
        <input
          id={id}
          type="text"
          maxLength={40}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </p>
      <button type="submit" className="btn quiet small">
        Remind me in {after === '1 week' ? 'a week' : 'two weeks'}
      </button>
      <p className="ui-note">
        A calendar file: “{title}”. It holds that title, the day, a line that names Counterpoint, and the nickname if
        you type one. Others who see your calendar will see it too.
      </p>
      <span className="vh" role="status">
        {isSaved ? 'The calendar file is saved. Open it to add the reminder.' : ''}
      </span>
    </form>
  );
}
