import { holdsLink } from '../../link/entry.ts';

/** After this many milliseconds a page is shown as it was prerendered, whatever keeps its code. */
const LONGEST = 5000;

/** Hides a page whose history entry or link holds answers, until they are shown; never for longer than `LONGEST`. */
export function hideUntilRestored(): void {
  const { dataset } = document.documentElement;
  const state = history.state as { answers?: readonly string[]; changing?: string } | null;
  const holdsAnswers = Array.isArray(state?.answers) && (state.answers.length > 0 || state.changing !== undefined);
  if (!dataset['flow'] || !(holdsAnswers || holdsLink(location.hash))) return;
  dataset['restoring'] = '';
  setTimeout(() => delete dataset['restoring'], LONGEST);
}
