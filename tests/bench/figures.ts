/** The middle of some measurements, and their range. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Returns the median of some numbers: of an even count, the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}

/** Returns the figure that some measurements make. */
export const figureOf = (numbers: readonly number[]): Figure => ({
  median: medianOf(numbers),
  least: Math.min(...numbers),
  most: Math.max(...numbers),
});

/** Returns the figure of every measured thing over several runs. */
export function figuresOf<Name extends string>(runs: readonly Readonly<Record<Name, number>>[]): Record<Name, Figure> {
  const names = Object.keys(runs[0] ?? {}) as Name[];
  return Object.fromEntries(names.map((name) => [name, figureOf(runs.map((run) => run[name]))])) as Record<
    Name,
    Figure
  >;
}

/** Returns how many times the floor something is; where the floor is nothing there is no ratio. */
export const ratioOf = (found: Figure, floor: Figure): number | undefined =>
  floor.median > 0 ? found.median / floor.median : undefined;

/** Returns rows of cells as aligned lines: the first column to the left, the others to the right. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
