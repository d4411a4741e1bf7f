import type { BuiltPage } from './built.ts';

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, (_, decimal, hexadecimal, name) => {
    if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name as 'amp'] ?? '';
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16));
  });

const valuesOf = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, value = '']) => unescaped(value));

/** A page's markup without what is only words: comments, scripts and styles. */
const markupOf = (html: string): string =>
  html.replace(/<!--[\s\S]*?-->|(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');

/** Any address will do: links are looked at as a browser resolves them. */
const ORIGIN = 'https://counterpoint.example/';

/**
 * Returns a sentence for every link of these pages, their pictures, scripts and sheets included, that leads nowhere: no
 * file, or no element of the name after the `#`. `files` are those of the site, below its folder; links elsewhere are left alone.
 */
export function brokenLinks(pages: readonly BuiltPage[], files: ReadonlySet<string>): readonly string[] {
  const idsAt = new Map(
    pages.map(({ address, html }) => [address, new Set(valuesOf(markupOf(html), /<[^>]+?\sid="([^"]*)"/g))]),
  );
  return pages.flatMap(({ address, html }) => {
    const links = valuesOf(
      markupOf(html),
      /<(?:a|link|script|img|use|source|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g,
    );
    return [...new Set(links)].flatMap((link) => {
      const { origin, pathname, hash } = new URL(link, ORIGIN + address);
      if (`${origin}/` !== ORIGIN) return [];
      const path = decodeURIComponent(pathname.slice(1));
      const says = (fault: string): readonly string[] => [`/${address} links to ${link}, ${fault}`];
      if (!files.has(/(^|\/)$/.test(path) ? `${path}index.html` : path)) return says('and there is nothing.');
      const anchor = decodeURIComponent(hash.slice(1));
      // A fragment with answers in it is read by the page’s own code.
      if (anchor === '' || anchor.includes('=') || idsAt.get(path)?.has(anchor)) return [];
      return says('where nothing has that name.');
    });
  });
}
