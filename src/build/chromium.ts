import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium as engine, type LaunchOptions } from 'playwright-core';

/** No Chromium could be found or installed; its message says what to do. */
export class NoChromium extends Error {
  override readonly name = 'NoChromium';
}

/** What the search for a browser looks at; tests replace it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly isExecutable: (path: string) => boolean;
  readonly exists: (path: string) => boolean;
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
  platform: process.platform,
  environment: process.env,
  isRoot: process.getuid?.() === 0,
  isExecutable,
  exists: existsSync,
  runs: (command, args) => {
    execFileSync(command, args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      // Only stderr: what a command prints may be read by another program.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  },
});

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const onPath = ({ environment }: Machine): readonly string[] =>
  (environment['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));

const usualPlaces = (machine: Machine): readonly string[] => {
  const { platform, environment } = machine;
  if (platform === 'darwin') {
    return ['', environment['HOME'] ?? ''].flatMap((start) => [
      `${start}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${start}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Chromium\\Application\\chrome.exe`,
      ]);
  }
  return [
    ...NAMES.map((name) => `/usr/bin/${name}`),
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    ...onPath(machine),
  ];
};

const ADVICE = 'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.';

const install = (machine: Machine): void => {
  const canInstall = machine.platform === 'linux' && machine.isRoot && machine.exists('/usr/bin/apt-get');
  if (!canInstall) throw new NoChromium(`No Chromium was found on this machine. ${ADVICE}`);
  try {
    machine.runs('apt-get', ['update', '-qq']);
    machine.runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } catch {
    throw new NoChromium(`No Chromium was found, and apt-get could not install it. ${ADVICE}`);
  }
};

/** Returns the path of a Chromium or Chrome; on Debian, as root, installs one where there is none. */
export const chromium = async (machine: Machine = thisMachine()): Promise<string> => {
  const named = machine.environment['CHROMIUM_PATH'];
  if (named) {
    if (machine.isExecutable(named)) return named;
    throw new NoChromium(`CHROMIUM_PATH is “${named}”, and that cannot be run. ${ADVICE}`);
  }
  const find = (): string | undefined => usualPlaces(machine).find(machine.isExecutable);
  const found = find();
  if (found) return found;
  install(machine);
  const installed = find();
  if (installed) return installed;
  throw new NoChromium(`Chromium was installed, and still cannot be found. ${ADVICE}`);
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium; each of its contexts begins empty, and its profile goes when it is closed. */
export const launch = async (options: LaunchOptions = {}): Promise<Browser> =>
  engine.launch({
    headless: true,
    ...options,
    executablePath: await chromium(),
    args: [...FLAGS, ...(options.args ?? [])],
  });
