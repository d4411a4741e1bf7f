import { createHash } from 'node:crypto';
import { TRUSTED_TYPES_POLICY } from '../app/worker-names.ts';

/** The hashes of what stands inline in a page, each written `sha256-…`. */
export interface InlineHashes {
  readonly scriptHashes: readonly string[];
  readonly styleHashes: readonly string[];
}

/** Where Vite puts files whose names carry a hash of their content. */
const ASSETS = 'assets/';

const quoted = (hashes: readonly string[]): string => hashes.map((hash) => ` '${hash}'`).join('');

/** Returns the Content-Security-Policy of a page, fit for its meta tag. */
export const policy = ({ scriptHashes, styleHashes }: InlineHashes): string =>
  [
    `default-src 'self'`,
    `script-src 'self'${quoted(scriptHashes)}`,
    `style-src 'self'${quoted(styleHashes)}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${TRUSTED_TYPES_POLICY}`,
  ].join('; ');

/** The policy that goes out as a header: what a meta tag cannot say, and what holds for every file. */
const HEADER_POLICY = `frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'`;

/** The headers that every file is sent with. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': HEADER_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), ' +
    'gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Sent by hosts that speak TLS; plain HTTP ignores it. */
const TRANSPORT_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000',
};

/** Where the preview pictures are, for chats to show; they carry no hash in their names, since they stand in shared links. */
export const PREVIEWS = 'previews/';

const FOREVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';
const FOR_A_DAY = 'public, max-age=86400';

const isAskedFirst = (path: string): boolean =>
  path.endsWith('/') || /\.(?:html|webmanifest|txt|xml|json)$/.test(path) || path.endsWith('sw.js');

/** Returns the `cache-control` of a file, given its path below the site's root. */
export const cacheControl = (path: string): string => {
  if (path.startsWith(ASSETS)) return FOREVER;
  return isAskedFirst(path) ? ASK_FIRST : FOR_A_DAY;
};

/** Returns every header of a file that depends on the site alone, given its path below the site's root. */
export const headersOf = (path: string): Readonly<Record<string, string>> => ({
  ...SECURITY_HEADERS,
  'cache-control': cacheControl(path),
});

/** Returns the hash by which a policy allows an inline script or style. */
export const hashOf = (source: string): string =>
  `sha256-${createHash('sha256').update(source.replace(/\r\n?/g, '\n')).digest('base64')}`;

const TAGS =
  /<!--[\s\S]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>([\s\S]*?)<\/\1\s*>|<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const attributeIn = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/>]|$)`, 'i').exec(tag);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : undefined;
};

const runs = (attributes: string): boolean => {
  const type = attributeIn(attributes, 'type')?.trim().toLowerCase() ?? '';
  return ['', 'module', 'importmap', 'speculationrules', 'text/javascript', 'application/javascript'].includes(type);
};

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];

/** Returns the hashes of the inline scripts and styles of an HTML page; scripts that hold data need none. */
export const inlineHashes = (html: string): InlineHashes => {
  const inline = [...html.matchAll(TAGS)].map(([, name, attributes = '', source = '']) => ({
    name: name?.toLowerCase(),
    attributes,
    source,
  }));
  const scripts = inline.filter(
    ({ name, attributes }) => name === 'script' && attributeIn(attributes, 'src') === undefined && runs(attributes),
  );
  const styles = inline.filter(({ name }) => name === 'style');
  return {
    scriptHashes: unique(scripts.map(({ source }) => hashOf(source))),
    styleHashes: unique(styles.map(({ source }) => hashOf(source))),
  };
};

/** Returns the tags of a page that a policy of hashes would block: `style` and `on…` attributes, `javascript:` addresses. */
export const blockedTags = (html: string): readonly string[] =>
  [...html.matchAll(TAGS)]
    .map(([whole, name, attributes]) => (name ? `<${name}${attributes}>` : whole))
    .filter((tag) => !tag.startsWith('<!--'))
    .filter((tag) => {
      const names = tag.replace(/(["'])[\s\S]*?\1/g, '""');
      return (
        /\s(?:style|on[a-z]+)\s*=/i.test(names) ||
        /\s(?:href|src|action|formaction)\s*=\s*["']?\s*javascript:/i.test(tag)
      );
    });

/** A page holds something inline that its own policy would block. */
export class BlockedByPolicy extends Error {
  override readonly name = 'BlockedByPolicy';
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Where a page says that its policy goes; without it, the policy goes to the head's beginning. */
const POLICY_MARK = '<!--csp-->';

/** Returns the page with its policy in a meta tag, before anything that the policy judges; `page` names it in errors. */
export const lockDown = (html: string, page = 'A page'): string => {
  const blocked = blockedTags(html);
  if (blocked.length > 0) {
    throw new BlockedByPolicy(
      `${page} holds what its policy blocks. Use a class or a script file instead of: ${blocked[0]}`,
    );
  }
  const meta = `<meta http-equiv="Content-Security-Policy" content="${escaped(policy(inlineHashes(html)))}">`;
  const place = html.includes(POLICY_MARK) ? POLICY_MARK : /<head\b[^>]*>(?:\s*<meta\s+charset=[^>]*>)?/i;
  if (typeof place !== 'string' && !place.test(html))
    throw new BlockedByPolicy(`${page} has no head to put its policy into.`);
  return html.replace(place, (found) => (found === POLICY_MARK ? meta : found + meta));
};

const titled = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

const EVERYWHERE: Readonly<Record<string, string>> = { ...SECURITY_HEADERS, ...TRANSPORT_HEADERS };

/** How long a host may let files be kept; what is in none of these folders is asked for first. */
const KEPT: Readonly<Record<string, string>> = { [ASSETS]: FOREVER, [PREVIEWS]: FOR_A_DAY };

const underscoreHeaders = (base: string): string => {
  const block = (folder: string, headers: Readonly<Record<string, string>>): string =>
    [`${base}${folder}*`, ...Object.entries(headers).map(([name, value]) => `  ${titled(name)}: ${value}`)].join('\n');
  const kept = Object.entries(KEPT).map(([folder, value]) => block(folder, { 'cache-control': value }));
  return `${[block('', EVERYWHERE), ...kept].join('\n\n')}\n`;
};

const vercelJson = (base: string): string => {
  const rule = (source: string, headers: Readonly<Record<string, string>>) => ({
    source,
    headers: Object.entries(headers).map(([key, value]) => ({ key: titled(key), value })),
  });
  const headers = [
    rule(`${base}(.*)`, EVERYWHERE),
    ...Object.entries(KEPT).map(([folder, value]) => rule(`${base}${folder}(.*)`, { 'cache-control': value })),
  ];
  return `${JSON.stringify({ trailingSlash: true, cleanUrls: false, headers }, undefined, 2)}\n`;
};

/** Returns the lines to put inside nginx’s `server { … }`, given the base path. */
export const nginxSnippet = (base: string): string => {
  // A location that adds a header inherits none, so each names them all.
  const location = (match: string, cache: string, ...more: readonly string[]): string => {
    const lines = Object.entries(EVERYWHERE).map(([name, value]) => `add_header ${titled(name)} "${value}" always;`);
    // Not `always`: that a file is missing must not be kept for a year.
    const caching = `add_header Cache-Control "${cache}";`;
    return [`location ${match} {`, ...[...more, ...lines, caching].map((line) => `  ${line}`), '}'].join('\n');
  };
  return `${[
    `error_page 404 ${base}404.html;\nabsolute_redirect off;\ngzip on;`,
    'gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml;',
    location(base, ASK_FIRST),
    location(`= ${base}manifest.webmanifest`, ASK_FIRST, 'default_type application/manifest+json;'),
    ...Object.entries(KEPT).map(([folder, value]) => location(`${base}${folder}`, value)),
  ].join('\n\n')}\n`;
};

const apacheFile = (base: string): string => {
  const header = (name: string, value: string): string => `Header always set ${titled(name)} "${value}"`;
  // Not `always`: that a file is missing must not be kept for a year.
  const caching = (value: string): string => `Header set Cache-Control "${value}"`;
  return `${[
    `ErrorDocument 404 ${base}404.html`,
    'AddType application/manifest+json .webmanifest',
    'AddType font/woff2 .woff2',
    '<IfModule mod_headers.c>',
    ...Object.entries(EVERYWHERE).map(([name, value]) => `  ${header(name, value)}`),
    `  ${caching(ASK_FIRST)}`,
    ...Object.entries(KEPT).flatMap(([folder, value]) => [
      `  <If "%{REQUEST_URI} =~ m#^${base}${folder}#">`,
      `    ${caching(value)}`,
      '  </If>',
    ]),
    '</IfModule>',
    '<IfModule mod_deflate.c>',
    '  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/manifest+json image/svg+xml',
    '</IfModule>',
  ].join('\n')}\n`;
};

/** Returns the header files that common static hosts read, by name, to be written beside the pages. */
export const hostFiles = (base: string): Readonly<Record<string, string>> => ({
  _headers: underscoreHeaders(base),
  'vercel.json': vercelJson(base),
  '.htaccess': apacheFile(base),
  '.nojekyll': '',
});
