import { askingWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import { flowById } from '../../../src/flows/index.ts';

/** The first flow, and the words of its questions. */
export function firstFlow() {
  const flow = flowById('accept-coworker');
  if (!flow) throw new Error('there is no flow accept-coworker');
  return { flow, asking: askingWords(loadContent('.'), flow) };
}
