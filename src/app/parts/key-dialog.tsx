import { Dialog } from './dialog.tsx';
import { LettersSwitch } from './settings-form.tsx';

/** What each key does, in the order in which a reader meets them. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['A to F, or 1 to 6', 'choose that answer'],
  ['↑ ↓', 'move between the answers'],
  ['Space', 'choose the answer in focus'],
  ['Enter', 'continue'],
  ['Esc', 'close what is open; three times in a row, on pages about harm, leave quickly'],
  ['?', 'open this list'],
];

/** The keys and what they do, as a table. */
export function KeyTable() {
  return (
    <table className="keytable">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">On a question</th>
        </tr>
      </thead>
      <tbody>
        {KEYS.map(([keys, does]) => (
          <tr key={keys}>
            <th scope="row">{keys}</th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The list of keys, with the switch for single letters. */
export function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog label="Keyboard" onClose={onClose}>
      <KeyTable />
      <LettersSwitch />
    </Dialog>
  );
}
