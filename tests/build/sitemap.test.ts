// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { robots, sitemap } from '../../src/build/sitemap.ts';

describe('sitemap', () => {
  it('lists whole addresses, escaped', () => {
    const made = sitemap(['', 'accept-coworker/', 'a&b/'], 'https://example.org/guide/');
    expect([...made.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
      'https://example.org/guide/',
      'https://example.org/guide/accept-coworker/',
      'https://example.org/guide/a&#38;b/',
    ]);
  });
});

describe('robots', () => {
  it('names the sitemap where the site’s address is known', () => {
    expect(robots('https://example.org/guide/')).toContain('Sitemap: https://example.org/guide/sitemap.xml');
    expect(robots()).toBe('User-agent: *\nAllow: /\n');
  });
});
