/** Something wrong in a file of words: where it is, what is wrong, and how to mend it. */
export interface Fault {
  /** The file, relative to the project (`content/…`). */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** What is wrong, and what was expected. */
  readonly message: string;
}

/** Returns a fault as one line: `content/…:line: what is wrong`. */
export const faultLine = ({ file, line, message }: Fault): string => `${file}:${line}: ${message}`;

/** Thrown where content cannot be used; its message is one line a fault. */
export class FaultyContent extends Error {
  override readonly name = 'FaultyContent';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'));
    this.faults = faults;
  }
}
