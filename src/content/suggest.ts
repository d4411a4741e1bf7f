/** Returns in how many single letters two words differ: added, dropped, changed, or swapped with a neighbour. */
export function distance(from: string, to: string): number {
  const table: number[][] = [];
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (let row = 0; row <= from.length; row++) {
    table.push([]);
    for (let column = 0; column <= to.length; column++) {
      const changed = at(row - 1, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      table[row]?.push(
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
              changed,
              isSwap ? at(row - 2, column - 2) + 1 : changed,
            ),
      );
    }
  }
  return at(from.length, to.length);
}

/** Returns the name that somebody most likely meant, or undefined where none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const near = [...names]
    .map((other) => ({ other, away: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, away }) => away <= Math.max(1, Math.floor(Math.min(name.length, other.length) / 3)))
    .sort((a, b) => a.away - b.away);
  return near[0]?.other;
}

/** Returns “did you mean …? If not, ” to stand before what else mends a fault, or nothing where no name is near. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const meant = nearest(name, names);
  return meant === undefined ? '' : `did you mean “${meant}”? If not, `;
}
