// @vitest-environment node
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build, settingsFrom } from '../../src/build/build.ts';
import { outFolder, UnusableSetting } from '../../src/build/settings.ts';

const HOME = '<!doctype html>\n<html lang="en" data-page="home">\n';
const SKELETON = '<!doctype html>\n<html lang="en"<!--attributes-->>\n';

let above: string;
let project: string;
const write = (path: string, text: string): Promise<void> => writeFile(join(project, path), text);
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'counterpoint-out-'));
  project = join(above, 'project');
  for (const folder of ['src/app', 'content', 'dist', '.git', 'node_modules'])
    await mkdir(join(project, folder), { recursive: true });
  await write('index.html', SKELETON);
  await write('src/main.tsx', '');
});
afterEach(() => rm(above, { recursive: true }));

describe('the folder that a build empties', () => {
  it.each([
    ['', 'the project is in it'],
    ['.', 'the project is in it'],
    ['./', 'the project is in it'],
    ['..', 'the project is in it'],
    ['/', 'the project is in it'],
    ['src', 'it is in the project’s “src”'],
    ['src/app/made', 'it is in the project’s “src”'],
    ['dist/../content', 'it is in the project’s “content”'],
    ['content', 'it is in the project’s “content”'],
    ['public', 'it is in the project’s “public”'],
    ['tests', 'it is in the project’s “tests”'],
    ['docs/site', 'it is in the project’s “docs”'],
    ['.git', 'it is in the project’s “.git”'],
    ['.ci', 'it is in the project’s “.ci”'],
    ['.github', 'it is in the project’s “.github”'],
    ['node_modules/x', 'it is in the project’s “node_modules”'],
    ['index.html', 'it is a file'],
  ])('is not “%s”', async (out, why) => {
    await expect(outFolder(project, out)).rejects.toThrow(UnusableSetting);
    await expect(outFolder(project, out)).rejects.toThrow(why);
  });

  it('is none that a link leads to the project by', async () => {
    await symlink(project, join(above, 'link'));
    await symlink(join(project, 'src'), join(project, 'made'));
    await expect(outFolder(project, join(above, 'link'))).rejects.toThrow('the project is in it');
    await expect(outFolder(project, 'made')).rejects.toThrow('“src”');
  });

  it('is none that holds something else', async () => {
    const other = join(above, 'other');
    await mkdir(other);
    await writeFile(join(other, 'thesis.txt'), 'years of work');
    const refused = 'it holds something else than an earlier build';
    await expect(outFolder(project, other)).rejects.toThrow(refused);
    await writeFile(join(other, 'index.html'), '<!doctype html><html lang="en"><p>Another site</p>');
    await expect(outFolder(project, other)).rejects.toThrow(refused);
  });

  it('is new, empty, an earlier build, or dist', async () => {
    const other = join(above, 'other');
    expect(await outFolder(project, 'made/deep')).toBe(join(project, 'made/deep'));
    expect(await outFolder(project, '..site')).toBe(join(project, '..site'));
    expect(await outFolder(project, other)).toBe(other);
    await mkdir(other);
    expect(await outFolder(project, other)).toBe(other);
    await writeFile(join(other, 'index.html'), HOME);
    expect(await outFolder(project, other)).toBe(other);
    // A build that broke off before it wrote a page.
    await write('dist/left.js', '');
    expect(await outFolder(project, 'dist')).toBe(join(project, 'dist'));
  });

  it('is looked at before anything is emptied', async () => {
    await expect(build({ root: project, out: '.', base: '/', siteUrl: '' })).rejects.toThrow('the project is in it');
    expect(existsSync(join(project, 'src/main.tsx'))).toBe(true);
  });
});

describe('what the environment says', () => {
  it('may be nothing', () => {
    const nothing = { out: 'dist', base: '/', siteUrl: '' };
    expect(settingsFrom({})).toMatchObject(nothing);
    expect(settingsFrom({ OUT_DIR: '', BASE_PATH: '', SITE_URL: '' })).toMatchObject(nothing);
    expect(settingsFrom({ OUT_DIR: ' ', SITE_URL: ' ' })).toMatchObject(nothing);
  });

  it('is a path and an address, with and without slashes', () => {
    expect(settingsFrom({ BASE_PATH: 'guide', SITE_URL: 'https://example.org/' })).toMatchObject({
      base: '/guide/',
      siteUrl: 'https://example.org',
    });
  });

  it.each(['example.com', 'ftp://example.org', '//example.org', 'https://', 'https://a b', 'https://example.org/?x'])(
    'is no address: %s',
    (text) => {
      expect(() => settingsFrom({ SITE_URL: text })).toThrow(
        `SITE_URL has to be an absolute address such as https://example.org, and is “${text}”: begin it with https://.`,
      );
    },
  );

  it.each(['../up', '/a b/', '/"x"/', 'https://example.org/'])('is no base path: %s', (text) => {
    expect(() => settingsFrom({ BASE_PATH: text })).toThrow(
      `BASE_PATH has to be a path such as /guide/, and is “${text}”.`,
    );
  });
});
