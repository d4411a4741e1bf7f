import { execFile, execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { htmlExceptions } from './exceptions.ts';

/** Why the HTML checker could not be run. */
export class NoChecker extends Error {
  override readonly name = 'NoChecker';
}

const runs = (command: string, args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

function java(): string {
  if (runs('java', ['-version'])) return 'java';
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && runs('apt-get', ['--version']);
  if (canInstall && runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'default-jre-headless']))
    return 'java';
  throw new NoChecker('it needs Java, and there is none here; install a Java runtime.');
}

function jar(): string {
  try {
    // The package exports its jar's path as a String object.
    return String(createRequire(import.meta.url)('vnu-jar'));
  } catch {
    // Told below.
  }
  throw new NoChecker('the package vnu-jar is not installed.');
}

interface Message {
  readonly type: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/** Runs the Nu HTML checker over every page below a folder; returns its errors, and how many pages it read. */
export async function checkHtml(root: string): Promise<{ readonly pages: number; readonly faults: readonly string[] }> {
  const [command, path] = [java(), jar()];
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
  const said = await new Promise<string>((done) => {
    const args = [
      '-Xss1m',
      '-jar',
      path,
      '--format',
      'json',
      '--errors-only',
      ...files.map((file) => join(root, file)),
    ];
    // Its exit code says that there are errors; what they are stands on stderr.
    execFile(command, args, { maxBuffer: 64_000_000 }, (_, __, stderr) => done(stderr));
  });
  const { messages } = JSON.parse(said) as { readonly messages: readonly Message[] };
  const faults = messages
    .filter(({ type, message }) => type !== 'info' && !htmlExceptions.some(({ matches }) => message.match(matches)))
    .map(
      ({ url, message, extract = '' }) =>
        `${url.slice(url.indexOf(root) + root.length)}: ${message} ${extract.replace(/\s+/g, ' ').slice(0, 120)}`,
    );
  return { pages: files.length, faults };
}
