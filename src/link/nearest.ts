/** Returns how many letters have to be added, dropped, replaced or swapped with their neighbour to make one word of another. */
function lettersApart(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const cells = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const at = (up: number, left: number): number => (up === 0 ? cells : rows[row - up])?.[column - left] ?? 0;
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = row > 1 && column > 1 && isSwapped ? at(2, 2) + 1 : Number.POSITIVE_INFINITY;
      cells.push(Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (isSame ? 0 : 1), swapped));
    }
    rows.push(cells);
  }
  return rows[one.length]?.[other.length] ?? 0;
}

/** The longest word that is compared with others. */
const LONGEST = 40;

/** Returns the one candidate that a word may be a misspelling or a beginning of; undefined where none or several are as near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length < 2 || word.length > LONGEST) return undefined;
  const begun = word.length < 3 ? [] : candidates.filter((candidate) => candidate.startsWith(word));
  if (begun.length === 1) return begun[0];
  const most = word.length < 5 ? 1 : 2;
  const near = candidates
    .map((candidate) => ({ candidate, apart: lettersApart(word, candidate) }))
    .filter(({ apart }) => apart <= most)
    .sort((first, second) => first.apart - second.apart);
  const [best, next] = near;
  return best && best.apart < (next?.apart ?? Number.POSITIVE_INFINITY) ? best.candidate : undefined;
}
