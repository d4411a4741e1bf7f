const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Returns the sitemap of pages, given their addresses below the site's own, which ends in a slash (`https://example.org/guide/`). */
export const sitemap = (addresses: readonly string[], siteUrl: string): string =>
  `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `  <url><loc>${escaped(new URL(address, siteUrl).href)}</loc></url>`),
    '</urlset>',
  ].join('\n')}\n`;

/** Returns `robots.txt`, which names the sitemap where the site's own address is known. */
export const robots = (siteUrl?: string): string =>
  ['User-agent: *', 'Allow: /', ...(siteUrl ? [`Sitemap: ${new URL('sitemap.xml', siteUrl).href}`] : []), ''].join(
    '\n',
  );
