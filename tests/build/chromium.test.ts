// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { chromium, launch, type Machine, NoChromium } from '../../src/build/chromium.ts';

const bare: Machine = {
  platform: 'linux',
  environment: {},
  isRoot: false,
  isExecutable: () => false,
  exists: () => false,
  runs: () => undefined,
};
const having = (...paths: readonly string[]): Pick<Machine, 'isExecutable'> => ({
  isExecutable: (path) => paths.includes(path),
});

describe('chromium', () => {
  it('takes the browser that CHROMIUM_PATH names before any other', async () => {
    const machine = {
      ...bare,
      environment: { CHROMIUM_PATH: '/my/chrome' },
      ...having('/my/chrome', '/usr/bin/chromium'),
    };
    expect(await chromium(machine)).toBe('/my/chrome');
  });

  it('says so where CHROMIUM_PATH names nothing that runs', async () => {
    const machine = { ...bare, environment: { CHROMIUM_PATH: '/my/chrome' }, ...having('/usr/bin/chromium') };
    await expect(chromium(machine)).rejects.toThrow('CHROMIUM_PATH is “/my/chrome”, and that cannot be run.');
  });

  it('looks in the usual places of each system', async () => {
    expect(await chromium({ ...bare, ...having('/usr/bin/google-chrome') })).toBe('/usr/bin/google-chrome');
    expect(await chromium({ ...bare, environment: { PATH: '/a:/b' }, ...having('/b/chromium') })).toBe('/b/chromium');
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(await chromium({ ...bare, platform: 'darwin', ...having(mac) })).toBe(mac);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const environment = { PROGRAMFILES: 'C:\\Program Files' };
    expect(await chromium({ ...bare, platform: 'win32', environment, ...having(windows) })).toBe(windows);
  });

  it('installs one on Debian as root, the lists fetched first', async () => {
    const commands: string[] = [];
    const machine: Machine = {
      ...bare,
      isRoot: true,
      exists: (path) => path === '/usr/bin/apt-get',
      isExecutable: (path) => path === '/usr/bin/chromium' && commands.length === 2,
      runs: (command, [verb]) => commands.push(`${command} ${verb}`),
    };
    expect(await chromium(machine)).toBe('/usr/bin/chromium');
    expect(commands).toEqual(['apt-get update', 'apt-get install']);
  });

  it('says what to do where it can neither find nor install one', async () => {
    const advice = /Install Chromium or Chrome, or set CHROMIUM_PATH to its executable\.$/;
    await expect(chromium(bare)).rejects.toThrow(advice);
    const failing: Machine = {
      ...bare,
      isRoot: true,
      exists: () => true,
      runs: () => {
        throw new Error('no network');
      },
    };
    await expect(chromium(failing)).rejects.toThrow(NoChromium);
    await expect(chromium(failing)).rejects.toThrow(advice);
    await expect(chromium({ ...bare, isRoot: true, exists: () => true })).rejects.toThrow('still cannot be found');
  });
});

describe('launch', () => {
  it('starts a browser that opens a page', async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setContent('<title>Counterpoint</title>');
      expect(await page.title()).toBe('Counterpoint');
    } finally {
      await browser.close();
    }
  }, 30_000);
});
