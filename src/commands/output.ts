/** Writes to standard output; a reader that has seen enough (`| head`) ends the command without a complaint. */
export function print(text: string): void {
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem;
  });
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
