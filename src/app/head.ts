// Runs in the head of every page, before anything is painted. It applies the theme, hides a page whose answers have to be
// restored first, and answers the reader until React takes over.
import { followAnchors } from './head/anchors.ts';
import { answerEarly } from './head/early.ts';
import { sayWhatIsMissing } from './head/failing.ts';
import { goOnLeaving } from './head/leaving.ts';
import { paintFirst } from './head/painting.ts';
import { hideUntilRestored } from './head/restoring.ts';
import { applyKeptTheme } from './head/theme.ts';

addEventListener('pageshow', goOnLeaving);
if (!goOnLeaving()) {
  applyKeptTheme();
  hideUntilRestored();
  paintFirst();
  answerEarly();
  followAnchors();
  sayWhatIsMissing();
}
