import { askingWords, resultWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import { acceptCoworker } from '../../../src/flows/accept-coworker.ts';

// What a flow's own script brings to the browser, as far as the journal asks for it.
const content = loadContent('.');

export const flow = acceptCoworker;
export const asking = askingWords(content, acceptCoworker);
export const result = async () => resultWords(content, acceptCoworker);
