import { describe, expect, it } from 'vitest';
import { toRich } from '../../src/build/markdown.tsx';

describe('markdown as data', () => {
  it.each(['https://example.org/', 'mailto:a@example.org', 'tel:112', '/safety/'])('keeps the link %s', (href) => {
    expect(toRich(`[a](${href})`)).toEqual(['div', null, ['p', null, ['a', { href }, 'a']]]);
  });

  it('keeps no link that could run code', () => {
    expect(toRich('[a](javascript:alert)')).toEqual(['div', null, ['p', null, ['a', { href: '' }, 'a']]]);
  });
});
