// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { FIREFOX, find, type Machine, NotInstalled } from './find.ts';

const bare: Machine = { environment: { PATH: '/bin' }, isRoot: false, isExecutable: () => false, runs: () => {} };

describe('find', () => {
  it('takes what the environment names, and says so where that cannot be run', () => {
    const environment = { FIREFOX_PATH: '/my/firefox' };
    expect(find(FIREFOX, { ...bare, environment, isExecutable: () => true })).toBe('/my/firefox');
    expect(() => find(FIREFOX, { ...bare, environment })).toThrow(
      'FIREFOX_PATH is “/my/firefox”, and that cannot be run.',
    );
  });

  it('looks along the path', () => {
    expect(find(FIREFOX, { ...bare, isExecutable: (path) => path === '/bin/firefox' })).toBe('/bin/firefox');
  });

  it('says what to do where it can neither find nor install', () => {
    expect(() => find(FIREFOX, bare)).toThrow(NotInstalled);
    expect(() => find(FIREFOX, bare)).toThrow('Install it, or set FIREFOX_PATH to its executable.');
  });

  it('installs Debian’s package as root, the lists fetched first', () => {
    const commands: string[] = [];
    const machine: Machine = {
      ...bare,
      isRoot: true,
      isExecutable: (path) => path === '/usr/bin/apt-get' || (path === '/bin/firefox-esr' && commands.length === 2),
      runs: (_, [verb, ...rest]) => commands.push(`${verb} ${rest.at(-1)}`),
    };
    expect(find(FIREFOX, machine)).toBe('/bin/firefox-esr');
    expect(commands).toEqual(['update -qq', 'install firefox-esr']);
  });
});
