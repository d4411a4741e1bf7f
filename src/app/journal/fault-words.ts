import type { JournalFault } from '../../journal/faults.ts';
import type { Misfit } from '../../journal/transfer.ts';

const FAULTS: Readonly<Record<JournalFault['name'], string>> = {
  JournalBlocked: 'This browser won’t let us keep a journal.',
  JournalFull: 'This browser has no room left for the journal. Nothing was changed.',
  JournalNewer: 'A newer version of this site has written the journal. Reload the page to go on.',
  JournalHeld: 'Another tab holds the journal open. Close the other tabs of this site, and try again.',
  JournalInterrupted: 'That was cut off half-way. The journal is as it was before.',
};

/** Returns what went wrong with the journal in a sentence or two. */
export const faultWords = ({ name }: JournalFault): string => FAULTS[name];

const MISFITS: Readonly<Record<Misfit, string>> = {
  'too-large': 'This file is larger than 5 MB. A journal never is, so it was not opened.',
  empty: 'This file is empty.',
  'cut-off': 'This copy is cut off before its end. Try to get the whole file again.',
  unreadable: 'This file cannot be read as a copy of a journal. A copy ends in .json.',
  foreign: 'This file was not saved by this journal.',
  newer: 'This copy was saved by a newer version of the site. Reload the page, and try again.',
  damaged: 'This copy is not as it was saved: something in it has been changed or lost.',
};

/** Returns why a file cannot be used, in a sentence or two; nothing has been changed. */
export const misfitWords = (misfit: Misfit, entry?: number): string =>
  `${MISFITS[misfit]}${entry === undefined ? '' : ` The damage begins at decision ${entry}.`} Nothing here was changed.`;
