import { useState } from 'react';

/** A list longer than this many dilemmas can be narrowed. */
export const MANY = 20;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/** Tells whether a text holds every word that is sought, or its beginning, whatever the case and the accents. */
export function isSought(text: string, sought: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}']+/u);
  const parts = plain(sought)
    .split(/\s+/)
    .filter((part) => part !== '');
  return parts.every((part) => words.some((word) => word.startsWith(part)));
}

/** Shows the rows of the list that hold what is sought, hides the others, and returns how many are shown. */
function narrow(sought: string): number {
  const rows = [...document.querySelectorAll<HTMLElement>('.dilemmas > li')];
  for (const row of rows) row.hidden = !isSought(row.textContent ?? '', sought);
  return rows.filter((row) => !row.hidden).length;
}

/** Narrows the list of dilemmas, which stands in the page as it was prerendered. */
export function DilemmaFilter() {
  const [shown, setShown] = useState<number>();
  const seek = (sought: string): void => {
    const count = narrow(sought);
    setShown(sought.trim() === '' ? undefined : count);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the last years do not know the search element.
    <div role="search" className="filter">
      <label>
        Find a dilemma
        <input type="search" autoComplete="off" onChange={({ target }) => seek(target.value)} />
      </label>
      <p role="status">
        {shown === undefined ? '' : shown === 0 ? 'None fits. Try fewer letters.' : `${shown} shown.`}
      </p>
    </div>
  );
}
