import type { SideWords } from './words.ts';

type Speaker = Pick<SideWords, 'voice' | 'name'>;

/** Returns the two sides of a flow as a title names them: by their voices, unless one voice speaks for both. */
export const pairOf = ({ closed, open }: { readonly closed: Speaker; readonly open: Speaker }): string =>
  closed.voice === open.voice ? 'Both views' : `${closed.name} and ${open.name}`;
