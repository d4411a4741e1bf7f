// @vitest-environment node
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launch } from '../../src/build/chromium.ts';
import {
  BlockedByPolicy,
  blockedTags,
  cacheControl,
  hashOf,
  hostFiles,
  inlineHashes,
  lockDown,
  nginxSnippet,
  policy,
  SECURITY_HEADERS,
} from '../../src/build/security.ts';
import { serve } from '../../src/commands/serve.ts';

const page = (head: string, body = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('policy', () => {
  it('allows nothing inline that is not named by its hash', () => {
    const directives = policy({ scriptHashes: ['sha256-a'], styleHashes: ['sha256-b'] }).split('; ');
    expect(directives).toContain(`default-src 'self'`);
    expect(directives).toContain(`script-src 'self' 'sha256-a'`);
    expect(directives).toContain(`style-src 'self' 'sha256-b'`);
    expect(directives).toContain(`require-trusted-types-for 'script'`);
    expect(directives.join()).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('hashOf', () => {
  it('is the hash of what the parser sees, whatever the line ends', () => {
    expect(hashOf(`alert('Hello, world.');`)).toBe('sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=');
    expect(hashOf('a\r\nb')).toBe(hashOf('a\nb'));
  });
});

describe('inlineHashes', () => {
  it('takes scripts and styles that stand inline, and each once', () => {
    const html = page(
      '<script>a</script><script type="module">b</script><script>a</script><style>c</style><style media="print">d</style>',
    );
    expect(inlineHashes(html)).toEqual({
      scriptHashes: [hashOf('a'), hashOf('b')],
      styleHashes: [hashOf('c'), hashOf('d')],
    });
  });

  it('leaves alone what is loaded, what is data, and what is a comment', () => {
    const html = page(
      '<script src="/a.js"></script><script type="application/json" id="x">{"<":1}</script><!-- <script>no</script> -->',
    );
    expect(inlineHashes(html)).toEqual({ scriptHashes: [], styleHashes: [] });
  });
});

describe('blockedTags', () => {
  it('finds what a policy of hashes would block', () => {
    for (const tag of [
      '<p style="color:red">',
      "<a onclick='x()'>",
      '<a href="javascript:void 0">',
      '<form action="javascript:x">',
    ]) {
      expect(blockedTags(page('', tag))).toEqual([tag]);
    }
  });

  it('finds nothing in words about such things', () => {
    const html = page(
      '<style>p{}</style>',
      '<p title="a style=b onclick=c" data-style="x">style=1 onclick=2</p><!-- <p style="x"> -->',
    );
    expect(blockedTags(html)).toEqual([]);
  });
});

describe('lockDown', () => {
  it('puts the policy before anything that it judges, and keeps the character set first', () => {
    expect(lockDown(page('<script>a</script>'))).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]+"><script>/,
    );
    expect(lockDown('<head><title>x</title><!--csp--><script>a</script></head>')).toMatch(/<\/title><meta http-equiv/);
  });

  it('names the page and the tag that its policy would block', () => {
    const broken = page('', '<p style="color:red">');
    expect(() => lockDown(broken, 'about/')).toThrow(BlockedByPolicy);
    expect(() => lockDown(broken, 'about/')).toThrow(
      'about/ holds what its policy blocks. Use a class or a script file instead of: <p style="color:red">',
    );
  });

  it('lets a browser run what the page was built with, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'counterpoint-security-'));
    const built = page('<script>window.ran = ["built"]</script><style>p{margin:7px}</style>', '<p>Words</p>');
    const injected = '<script>window.ran.push("injected")</script><img src="x" onerror="window.ran.push(1)">';
    await writeFile(join(folder, 'index.html'), lockDown(built).replace('</body>', `${injected}</body>`));
    const [{ address, close }, browser] = await Promise.all([serve({ root: folder, port: 0 }), launch()]);
    try {
      const tab = await browser.newPage();
      await tab.goto(address);
      expect(await tab.evaluate('window.ran')).toEqual(['built']);
      expect(await tab.evaluate('getComputedStyle(document.querySelector("p")).marginTop')).toBe('7px');
      const sink = tab.evaluate('document.body.innerHTML = "<b>x</b>"');
      await expect(sink).rejects.toThrow(/TrustedHTML/);
    } finally {
      await Promise.all([browser.close(), close()]);
      await rm(folder, { recursive: true });
    }
  }, 30_000);
});

describe('cacheControl', () => {
  it('keeps hashed files for good and asks first for everything that names them', () => {
    expect(cacheControl('assets/main-abc.js')).toContain('immutable');
    for (const path of ['/', 'about/', 'index.html', 'sw.js', 'manifest.webmanifest', 'sitemap.xml']) {
      expect(cacheControl(path)).toBe('no-cache');
    }
    expect(cacheControl('previews/home.png')).toBe('public, max-age=86400');
  });
});

describe('hostFiles', () => {
  it.each(['_headers', 'vercel.json', '.htaccess'])('sends every security header by %s', (name) => {
    const file = hostFiles('/sub/')[name] ?? '';
    for (const [header, value] of Object.entries(SECURITY_HEADERS)) {
      expect(file.toLowerCase()).toContain(header);
      expect(file).toContain(name === 'vercel.json' ? JSON.stringify(value) : value);
    }
    expect(file).toContain('/sub/assets/');
  });

  it('writes sound JSON for Vercel', () => {
    expect(JSON.parse(hostFiles('/')['vercel.json'] ?? '').headers[0].source).toBe('/(.*)');
  });
});

describe('the page about hosting', () => {
  it('shows the lines for nginx as they are made', async () => {
    expect(await readFile('docs/hosting.md', 'utf8')).toContain(nginxSnippet('/').trim());
  });
});
