import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program could not be found or installed; its message says which, and what to do. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** A program that a browser engine is driven by, and where it comes from. */
export interface Program {
  readonly names: readonly string[];
  /** Beside the folders of `PATH`. */
  readonly places: readonly string[];
  /** The environment variable that names it. */
  readonly variable: string;
  /** Debian's package. */
  readonly package: string;
}

/** Firefox. */
export const FIREFOX: Program = {
  names: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS', 'C:\\Program Files\\Mozilla Firefox'],
  variable: 'FIREFOX_PATH',
  package: 'firefox-esr',
};

/** The driver of WebKitGTK; it starts a browser of its own. */
export const WEBKIT_DRIVER: Program = {
  names: ['WebKitWebDriver'],
  places: ['/usr/libexec/webkit2gtk-4.1', '/usr/lib/webkit2gtk-4.1'],
  variable: 'WEBKIT_DRIVER_PATH',
  package: 'webkit2gtk-driver',
};

/** A screen that nobody sees, for a browser that cannot do without one. */
export const XVFB: Program = { names: ['Xvfb'], places: [], variable: 'XVFB_PATH', package: 'xvfb' };

/** What the search looks at; tests replace it. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly isExecutable: (path: string) => boolean;
  readonly runs: (command: string, args: readonly string[]) => void;
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const thisMachine = (): Machine => ({
  environment: process.env,
  isRoot: process.getuid?.() === 0,
  isExecutable,
  runs: (command, args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  },
});

const APT = '/usr/bin/apt-get';

/** Returns the path of a program; on Debian, as root, installs it where it is missing. */
export function find(program: Program, machine: Machine = thisMachine()): string {
  const { names, places, variable } = program;
  const [name = ''] = names;
  const advice = `Install it, or set ${variable} to its executable.`;
  const given = machine.environment[variable];
  if (given) {
    if (machine.isExecutable(given)) return given;
    throw new NotInstalled(`${variable} is “${given}”, and that cannot be run.`);
  }
  const look = (): string | undefined =>
    [...(machine.environment['PATH'] ?? '').split(delimiter), ...places]
      .filter((folder) => folder !== '')
      .flatMap((folder) => names.map((each) => join(folder, each)))
      .find(machine.isExecutable);
  const found = look();
  if (found !== undefined) return found;
  if (!machine.isRoot || !machine.isExecutable(APT))
    throw new NotInstalled(`${name} is not on this machine. ${advice}`);
  try {
    machine.runs(APT, ['update', '-qq']);
    machine.runs(APT, ['install', '-y', '-qq', '--no-install-recommends', program.package]);
  } catch {
    throw new NotInstalled(`${name} is not on this machine, and apt-get could not install it. ${advice}`);
  }
  const installed = look();
  if (installed === undefined)
    throw new NotInstalled(`${program.package} was installed, and ${name} is still not found. ${advice}`);
  return installed;
}
