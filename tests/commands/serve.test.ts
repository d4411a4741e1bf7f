// @vitest-environment node
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOf, preferredEncoding, type Served, serve, servingFrom } from '../../src/commands/serve.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const WORDS = 'Is a link a promise? '.repeat(200);
let root: string;
let site: Served;
let below: Served;

const ask = (from: Served, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(from.address);
    const request = send({ hostname, port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', failed);
    request.end();
  });

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-serve-'));
  root = join(folder, 'dist');
  await mkdir(join(root, 'accept-coworker'), { recursive: true });
  await mkdir(join(root, 'assets'));
  await mkdir(join(root, 'empty'));
  await writeFile(join(folder, 'secret.txt'), 'a secret');
  await symlink(join(folder, 'secret.txt'), join(root, 'linked.txt'));
  await writeFile(join(root, 'index.html'), '<h1>Home</h1>');
  await writeFile(join(root, '404.html'), '<h1>There is nothing at this address.</h1>');
  await writeFile(join(root, '.hidden'), 'hidden');
  await writeFile(join(root, 'sw.js'), '// worker');
  await writeFile(join(root, 'manifest.webmanifest'), '{}');
  await writeFile(join(root, 'icon.png'), 'png');
  await writeFile(join(root, 'accept-coworker/index.html'), `<p>${WORDS}</p>`);
  await writeFile(join(root, 'assets/app-abcdefgh.js'), `// ${WORDS}`);
  await writeFile(join(root, 'assets/other-abcdefgh.js'), 'plain');
  await writeFile(join(root, 'assets/other-abcdefgh.js.br'), brotliCompressSync('compressed before'));
  site = await serve({ root, port: 0 });
  below = await serve({ root, port: 0, base: '/sub/' });
});

afterAll(async () => {
  await Promise.all([site.close(), below.close()]);
  await rm(join(root, '..'), { recursive: true });
});

describe('the static server', () => {
  it('answers a folder with its page', async () => {
    const { status, headers, body } = await ask(site, '/');
    expect([status, headers['content-type'], String(body)]).toEqual([200, 'text/html; charset=utf-8', '<h1>Home</h1>']);
  });

  it('sends a folder without its slash on to the slash, the query kept', async () => {
    const { status, headers } = await ask(site, '/accept-coworker?from=chat');
    expect([status, headers.location]).toEqual([301, '/accept-coworker/?from=chat']);
  });

  it('answers an unknown address with the page for it and status 404', async () => {
    for (const path of ['/nowhere/', '/nowhere', '/empty', '/empty/', '/index.html/', '/assets/gone.js']) {
      const { status, body } = await ask(site, path);
      expect([path, status, String(body)]).toEqual([path, 404, '<h1>There is nothing at this address.</h1>']);
    }
  });

  it('knows the type of each file', async () => {
    const typeAt = async (path: string) => (await ask(site, path)).headers['content-type'];
    expect(await typeAt('/assets/app-abcdefgh.js')).toBe('text/javascript; charset=utf-8');
    expect(await typeAt('/manifest.webmanifest')).toBe('application/manifest+json; charset=utf-8');
    expect(await typeAt('/icon.png')).toBe('image/png');
  });

  it('compresses words with brotli, then gzip, and leaves pictures alone', async () => {
    const brotli = await ask(site, '/accept-coworker/', { 'accept-encoding': 'gzip, deflate, br' });
    expect([brotli.headers['content-encoding'], brotli.headers.vary]).toEqual(['br', 'accept-encoding']);
    expect(String(brotliDecompressSync(brotli.body))).toBe(`<p>${WORDS}</p>`);
    const zipped = await ask(site, '/accept-coworker/', { 'accept-encoding': 'gzip' });
    expect(String(gunzipSync(zipped.body))).toBe(`<p>${WORDS}</p>`);
    const picture = await ask(site, '/icon.png', { 'accept-encoding': 'br' });
    expect(picture.headers['content-encoding']).toBeUndefined();
  });

  it('sends a file that was compressed before as it is', async () => {
    const { body } = await ask(site, '/assets/other-abcdefgh.js', { 'accept-encoding': 'br' });
    expect(String(brotliDecompressSync(body))).toBe('compressed before');
  });

  it('says how long each file may be kept', async () => {
    const cacheAt = async (path: string) => (await ask(site, path)).headers['cache-control'];
    expect(await cacheAt('/assets/app-abcdefgh.js')).toContain('immutable');
    expect(await cacheAt('/')).toBe('no-cache');
    expect(await cacheAt('/accept-coworker/')).toBe('no-cache');
    expect(await cacheAt('/sw.js')).toBe('no-cache');
    expect(await cacheAt('/nowhere')).toBe('no-cache');
  });

  it('answers 304 to a reader who has the file already, in the same encoding', async () => {
    const first = await ask(site, '/accept-coworker/', { 'accept-encoding': 'br' });
    const etag = String(first.headers.etag);
    const again = await ask(site, '/accept-coworker/', { 'accept-encoding': 'br', 'if-none-match': `"x", W/${etag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const other = await ask(site, '/accept-coworker/', { 'accept-encoding': 'gzip', 'if-none-match': etag });
    expect(other.status).toBe(200);
  });

  it('notices that a file has changed', async () => {
    await writeFile(join(root, 'changing.txt'), 'before');
    expect(String((await ask(site, '/changing.txt')).body)).toBe('before');
    await writeFile(join(root, 'changing.txt'), 'afterwards');
    expect(String((await ask(site, '/changing.txt')).body)).toBe('afterwards');
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, body } = await ask(site, '/', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, '13', 0]);
  });

  it('answers no other method', async () => {
    const { status, headers } = await ask(site, '/', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('sends the security headers with everything, errors included', async () => {
    for (const path of ['/', '/nowhere', '/accept-coworker', '/assets/app-abcdefgh.js', '/%']) {
      const { headers } = await ask(site, path);
      expect(headers['content-security-policy'], path).toContain(`frame-ancestors 'none'`);
      expect(headers['referrer-policy'], path).toBe('no-referrer');
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
  });

  it('never leaves the site’s folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/linked.txt',
      '/.hidden',
      '/%00',
      '//secret.txt',
      '//example.org/..',
    ]) {
      const { status, headers, body } = await ask(site, path);
      expect([path, status, headers.location]).toEqual([path, 404, undefined]);
      expect(String(body)).not.toContain('secret');
    }
  });

  it('answers malformed percent-encoding with 400', async () => {
    for (const path of ['/%', '/%zz', '/%c3%28']) expect([path, (await ask(site, path)).status]).toEqual([path, 400]);
    expect((await ask(site, '/?q=100%')).status).toBe(200);
  });

  it('lives below a base path and nowhere else', async () => {
    expect(below.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sub\/$/);
    expect((await ask(below, '/sub/')).status).toBe(200);
    expect((await ask(below, '/sub')).headers.location).toBe('/sub/');
    expect((await ask(below, '/sub/accept-coworker')).headers.location).toBe('/sub/accept-coworker/');
    expect((await ask(below, '/')).status).toBe(404);
    expect((await ask(below, '/subway/')).status).toBe(404);
  });

  it('takes the next free port where one is taken', async () => {
    const taken = Number(new URL(site.address).port);
    const next = await serve({ root, port: taken });
    expect(Number(new URL(next.address).port)).toBeGreaterThan(taken);
    await next.close();
  });
});

describe('preferredEncoding', () => {
  it('follows the weights', () => {
    expect(preferredEncoding('br;q=0.5, gzip;q=0.9')).toBe('gzip');
    expect(preferredEncoding('br;q=0, gzip')).toBe('gzip');
    expect(preferredEncoding('*')).toBe('br');
    expect(preferredEncoding('identity')).toBe('identity');
    expect(preferredEncoding(undefined)).toBe('identity');
  });
});

describe('pathOf', () => {
  it('reads the whole address that a proxy sends', () => {
    expect(pathOf('http://example.org/about/?a#b')).toBe('/about/');
    expect(pathOf('http://example.org')).toBe('/');
  });
});

describe('servingFrom', () => {
  it('takes an option before the environment', () => {
    expect(servingFrom({ port: '5000' }, { PORT: '6000', BASE_PATH: 'sub' })).toEqual({ port: 5000, base: '/sub/' });
    expect(servingFrom({}, { PORT: '' })).toEqual({ base: '/' });
  });
});

describe('the serve command', () => {
  const command = (...args: string[]): Promise<{ status: number | null; said: string }> =>
    new Promise((done) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/serve.ts', ...args], {
        env: { ...process.env, PORT: '' },
      });
      let said = '';
      child.stderr.on('data', (part: Buffer) => (said += String(part)));
      child.on('close', (status) => done({ status, said }));
    });

  it.each([
    ['--port', 'ninety'],
    ['--port', '70000'],
    ['--prot', '80'],
    ['--base', '/a b/'],
    ['--root', 'no-such-folder'],
    ['--port'],
    ['stray'],
  ])('answers %s %s with a sentence and status 2', async (...args) => {
    const { status, said } = await command('--root', root, ...args);
    expect(status).toBe(2);
    expect(said).toMatch(/^\P{Lowercase}?.*\. Try --help\.\n$/u);
    expect(said).not.toContain('    at ');
  });
});
