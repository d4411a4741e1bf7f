/** Returns in how many single letters two words differ, by adding, dropping, changing or swapping two neighbours. */
export function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let at = 1; at <= from.length; at++) {
    const row = [at];
    for (let to_ = 1; to_ <= to.length; to_++) {
      const same = from[at - 1] === to[to_ - 1];
      const best = Math.min(
        (rows[at - 1]?.[to_] ?? 0) + 1,
        (row[to_ - 1] ?? 0) + 1,
        (rows[at - 1]?.[to_ - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = at > 1 && to_ > 1 && from[at - 1] === to[to_ - 2] && from[at - 2] === to[to_ - 1];
      row.push(swapped ? Math.min(best, (rows[at - 2]?.[to_ - 2] ?? 0) + 1) : best);
    }
    rows.push(row);
  }
  return rows[from.length]?.[to.length] ?? 0;
}

/** Returns the name that somebody most likely meant, or undefined where none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const near = [...names]
    .map((other) => ({ other, away: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, away }) => away <= Math.max(1, Math.floor(Math.min(name.length, other.length) / 3)))
    .sort((a, b) => a.away - b.away);
  return near[0]?.other;
}

/** Returns the question “did you mean …?” with a space after it, or nothing where no name is near. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const meant = nearest(name, names);
  return meant === undefined ? '' : `did you mean “${meant}”? `;
}
