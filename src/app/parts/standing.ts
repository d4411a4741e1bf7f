import type { Standing } from '../../content/words.ts';

/** How a voice is known, in words; said wherever it speaks at length. */
export const STANDING: Readonly<Record<Standing, string>> = {
  named: 'Named in the source',
  credited: 'Named by the page that carries the text',
  unnamed: 'Unnamed',
  'second-hand': 'Known at second hand only',
  editor: 'This guide’s own voice',
};

/** How a voice is known, in a word or two behind its name; a voice that is named needs none. */
const BEHIND_NAME: Readonly<Partial<Record<Standing, string>>> = {
  unnamed: 'unnamed',
  'second-hand': 'at second hand',
  editor: 'our own view',
};

/** Returns how a voice is known, to stand behind its name: “, at second hand”; nothing for one that is named. */
export const behindName = (standing: Standing): string => {
  const known = BEHIND_NAME[standing];
  return known === undefined ? '' : `, ${known}`;
};
