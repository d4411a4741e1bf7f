import type { Standing } from '../../content/words.ts';

/** How a voice is known, in words; said wherever it speaks at length. */
export const STANDING: Readonly<Record<Standing, string>> = {
  named: 'Named in the source',
  credited: 'Named by the page that carries the text',
  unnamed: 'Unnamed',
  'second-hand': 'Known at second hand only',
  editor: 'This guide’s own voice',
};
