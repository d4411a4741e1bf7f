// @vitest-environment node
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsBuild } from '../../src/commands/needs-build.ts';

const [EARLIER, BUILT, LATER] = [1000, 2000, 3000];
let project: string;

const write = async (path: string, content: string, time: number): Promise<void> => {
  await writeFile(join(project, path), content);
  await utimes(join(project, path), time, time);
};

const age = (path: string): Promise<void> => utimes(join(project, path), EARLIER, EARLIER);

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'counterpoint-start-'));
  await mkdir(join(project, 'src/flows'), { recursive: true });
  await mkdir(join(project, 'dist'));
  await write('src/flows/index.ts', '', EARLIER);
  await write('package.json', '', EARLIER);
  await write('dist/index.html', '', BUILT);
  await write('dist/manifest.webmanifest', JSON.stringify({ scope: '/' }), BUILT);
  await age('src/flows');
  await age('src');
});
afterEach(() => rm(project, { recursive: true }));

describe('needsBuild', () => {
  it('leaves a build alone that is newer than all that it is made of', async () => {
    expect(await needsBuild(project, '/')).toBe(false);
  });

  it('builds where there is no build', async () => {
    await rm(join(project, 'dist'), { recursive: true });
    expect(await needsBuild(project, '/')).toBe(true);
  });

  it('builds where a source has changed since, or one is gone', async () => {
    await write('src/flows/index.ts', 'changed', LATER);
    expect(await needsBuild(project, '/')).toBe(true);
    await rm(join(project, 'src/flows/index.ts'));
    expect(await needsBuild(project, '/')).toBe(true);
  });

  it('builds where the build is for another base path, or says none', async () => {
    expect(await needsBuild(project, '/sub/')).toBe(true);
    await write('dist/manifest.webmanifest', 'half a fi', BUILT);
    expect(await needsBuild(project, '/')).toBe(true);
  });
});
