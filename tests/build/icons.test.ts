// @vitest-environment node
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconDrawing, manifest, writeIcons } from '../../src/build/icons.ts';
import { DARK_INKS, INKS } from '../../src/build/inks.ts';

const FLOWS = [
  { id: 'accept-coworker', title: 'Should I accept this coworker’s request?', short: 'A coworker asks' },
  { id: 'build-ally', title: 'How do I turn a colleague into an ally?' },
];
const made = JSON.parse(manifest({ base: '/sub/', description: 'A guide.', flows: FLOWS }));

describe('writeIcons', () => {
  it('writes every picture that the manifest and the pages name, at its size', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'counterpoint-icons-'));
    await writeIcons(folder);
    const sizeOf = async (name: string) => {
      const png = await readFile(join(folder, name));
      return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
    };
    const named: readonly { src: string; sizes: string; type: string }[] = made.icons;
    for (const { src, sizes, type } of named) {
      if (type === 'image/png') expect([src, await sizeOf(src.replace('/sub/', ''))]).toEqual([src, sizes]);
    }
    expect(await sizeOf('apple-touch-icon.png')).toBe('180x180');
    await rm(folder, { recursive: true });
  });
});

describe('iconDrawing', () => {
  it('keeps the marks of a maskable icon where no launcher cuts', () => {
    const [, x = '0', y = '0'] = /<rect x="(\d[^"]*)" y="([^"]*)"/.exec(iconDrawing('maskable')) ?? [];
    const fromMiddle = Math.hypot(50 - Number(x), 50 - Number(y));
    expect(fromMiddle).toBeGreaterThan(20);
    expect(fromMiddle).toBeLessThanOrEqual(40);
  });
});

describe('manifest', () => {
  it('lives below the base path', () => {
    expect([made.start_url, made.scope, made.id]).toEqual(['/sub/', '/sub/', '/sub/']);
  });

  it('can be installed: a name, a display mode, and icons of 192 and 512 pixels, a maskable one among them', () => {
    expect([made.name, made.display]).toEqual(['Counterpoint', 'standalone']);
    const purposes = made.icons.map(({ sizes, purpose }: { sizes: string; purpose: string }) => `${sizes} ${purpose}`);
    expect(purposes).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
  });

  it('has a shortcut to each dilemma', () => {
    expect(made.shortcuts.map(({ name, url }: { name: string; url: string }) => [name, url])).toEqual([
      ['Should I accept this coworker’s request?', '/sub/accept-coworker/'],
      ['How do I turn a colleague into an ally?', '/sub/build-ally/'],
    ]);
    expect(made.shortcuts[0].short_name).toBe('A coworker asks');
  });
});

describe('favicon.svg', () => {
  it('is drawn in the inks of the site, light and dark', async () => {
    const icon = await readFile('public/favicon.svg', 'utf8');
    for (const ink of [INKS.closedMark, INKS.openField, INKS.openMark, DARK_INKS.closedMark, DARK_INKS.openMark]) {
      expect(icon).toContain(ink);
    }
  });
});
