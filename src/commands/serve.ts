import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headersOf } from '../build/security.ts';
import { baseFrom } from '../build/settings.ts';
import { portFrom, readOptions, run, UnusableOption } from './options.ts';

/** What to serve and where; an absent port means 4173 or the next free one, and 0 any free one. */
export interface Serving {
  readonly root: string;
  readonly port?: number;
  readonly base?: string;
  readonly host?: string;
  /** False where nothing is compressed, for tests that open much and measure nothing. */
  readonly compresses?: boolean;
}

/** A running server: its address, base path included, and a way to end it. */
export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const DEFAULT_PORT = 4173;
const PORTS_TRIED = 50;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const typeOf = (path: string): string => TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
const isWorthCompressing = (path: string): boolean => typeOf(path).includes('charset') || extname(path) === '.ico';

type Encoding = 'br' | 'gzip' | 'identity';
const ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

/** Returns the encoding that a request prefers among those offered here, from its `accept-encoding`. */
export const preferredEncoding = (accepted: string | undefined): Encoding => {
  const weights = new Map(
    (accepted ?? '').split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
    }),
  );
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  if (weightOf('br') > 0 && weightOf('br') >= weightOf('gzip')) return 'br';
  return weightOf('gzip') > 0 ? 'gzip' : 'identity';
};

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

const compress = (content: Buffer, encoding: Encoding): Promise<Buffer> | Buffer => {
  if (encoding === 'identity') return content;
  if (encoding === 'gzip') return compressWithGzip(content, { level: 9 });
  return compressWithBrotli(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
};

interface Body {
  readonly content: Buffer;
  readonly encoding: Encoding;
  readonly etag: string;
}

const contentOf = async (file: string, encoding: Encoding): Promise<Buffer> => {
  if (encoding !== 'identity') {
    const precompressed = await readFile(file + ENDINGS[encoding]).catch(() => undefined);
    if (precompressed) return precompressed;
  }
  return compress(await readFile(file), encoding);
};

const makeBody = async (file: string, encoding: Encoding): Promise<Body> => {
  const content = await contentOf(file, encoding);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  return { content, encoding, etag: `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"` };
};

/** Returns a function that reads and compresses each file once, and again only when the file has changed. */
const bodies = (): ((file: string, encoding: Encoding) => Promise<Body>) => {
  const kept = new Map<string, { readonly version: string; readonly body: Promise<Body> }>();
  return async (file, encoding) => {
    const { mtimeMs, size } = await stat(file);
    const key = `${encoding} ${file}`;
    const version = `${mtimeMs} ${size}`;
    const known = kept.get(key);
    if (known?.version === version) return known.body;
    const body = makeBody(file, encoding);
    kept.set(key, { version, body });
    return body.catch((problem: unknown) => {
      kept.delete(key);
      throw problem;
    });
  };
};

/** Returns the path that a request names, decoded, or undefined where it is malformed or climbs out of the site. */
export const pathOf = (target: string): string | undefined => {
  const [written = ''] = target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1);
  try {
    const path = decodeURIComponent(written || '/');
    const parts = path.split('/').slice(1);
    const isSound = path.startsWith('/') && !/[\\\0]/.test(path) && !parts.slice(0, -1).includes('');
    return isSound && !parts.some((part) => part.startsWith('.') && part !== '.well-known') ? path : undefined;
  } catch {
    return undefined;
  }
};

const isMalformed = (target: string): boolean => {
  try {
    decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
    return false;
  } catch {
    return true;
  }
};

type Found = { readonly file: string; readonly path: string } | { readonly redirect: string } | undefined;

const kindOf = async (file: string): Promise<'file' | 'folder' | undefined> => {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'folder' : undefined;
};

const isInside = async (root: string, file: string): Promise<boolean> =>
  (await realpath(file)).startsWith((await realpath(root)) + sep);

const addressed = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const find = async (root: string, base: string, target: string): Promise<Found> => {
  const path = pathOf(target);
  if (path === undefined) return undefined;
  const query = /\?[^#]*/.exec(target)?.[0] ?? '';
  if (`${path}/` === base) return { redirect: base + query };
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  const inFolder = below === '' || below.endsWith('/');
  const file = join(root, below, inFolder ? 'index.html' : '');
  const kind = await kindOf(file);
  if (kind === 'file') return (await isInside(root, file)) ? { file, path: below } : undefined;
  const isPage = kind === 'folder' && (await kindOf(join(file, 'index.html'))) === 'file';
  return isPage ? { redirect: `${addressed(path)}/${query}` } : undefined;
};

const matches = (wanted: string | undefined, etag: string): boolean =>
  wanted !== undefined &&
  (wanted.trim() === '*' || wanted.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag));

type Headers = Readonly<Record<string, string | number>>;

const end = (response: ServerResponse, status: number, headers: Headers, content: Buffer | string = ''): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(content) });
  response.end(response.req.method === 'HEAD' ? undefined : content);
};

const plain = (response: ServerResponse, status: number, words: string, headers: Headers = {}): void =>
  end(response, status, { ...headersOf('/'), ...headers, 'content-type': 'text/plain; charset=utf-8' }, `${words}\n`);

const respond = (root: string, base: string, compresses: boolean) => {
  const bodyOf = bodies();

  const send = async (
    request: IncomingMessage,
    response: ServerResponse,
    file: string,
    path: string,
    status: number,
  ) => {
    const accepted = request.headers['accept-encoding'];
    const encoding = compresses && isWorthCompressing(file) ? preferredEncoding(accepted) : 'identity';
    const { content, etag } = await bodyOf(file, encoding);
    const headers: Headers = {
      ...headersOf(path === '' ? '/' : path),
      etag,
      ...(isWorthCompressing(file) ? { vary: 'accept-encoding' } : {}),
    };
    if (status === 200 && matches(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const described = { ...headers, 'content-type': typeOf(file) };
    end(
      response,
      status,
      encoding === 'identity' ? described : { ...described, 'content-encoding': encoding },
      content,
    );
  };

  const notFound = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const page = join(root, '404.html');
    if ((await kindOf(page)) === 'file') await send(request, response, page, '404.html', 404);
    else plain(response, 404, 'There is nothing at this address.');
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      plain(response, 405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
      return;
    }
    if (isMalformed(target)) {
      plain(response, 400, 'This address is malformed.');
      return;
    }
    const found = await find(root, base, target);
    if (!found) await notFound(request, response);
    else if ('redirect' in found) plain(response, 301, 'This page has moved.', { location: found.redirect });
    else await send(request, response, found.file, found.path, 200);
  };
};

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });

const isTaken = (problem: unknown): boolean => (problem as NodeJS.ErrnoException).code === 'EADDRINUSE';

const listenFrom = async (server: Server, port: number, host: string, tries: number): Promise<void> => {
  try {
    await listen(server, port, host);
  } catch (problem) {
    if (!isTaken(problem) || tries <= 1 || port === 0 || port === 65_535) throw problem;
    await listenFrom(server, port + 1, host, tries - 1);
  }
};

/** Serves a built site as a static host would, and returns where; a port that is taken gives way to the next free one. */
export const serve = async ({
  root,
  port = DEFAULT_PORT,
  base = '/',
  host = '127.0.0.1',
  compresses = true,
}: Serving): Promise<Served> => {
  const answer = respond(resolve(root), base, compresses);
  const server = createServer((request, response) => {
    answer(request, response).catch((problem: unknown) => {
      console.error(problem);
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'Something went wrong on this server.');
    });
  });
  await listenFrom(server, port, host, PORTS_TRIED);
  const bound = server.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { address: `http://${name}:${actual}${base}`, close };
};

/** What `--help` prints for the commands that serve. */
export const SERVE_OPTIONS = `  --port <number>  the port, or the next free one (PORT; default ${DEFAULT_PORT})
  --host <name>    the address to listen on (default 127.0.0.1)
  --base <path>    the path below which the site lives (BASE_PATH; default /)`;

/** Returns where to serve, from a command's options and the environment. */
export const servingFrom = (
  options: Readonly<Partial<Record<'port' | 'host' | 'base', string>>>,
  environment: Readonly<Record<string, string | undefined>>,
): Omit<Serving, 'root'> => {
  const portText = options.port ?? (environment['PORT'] || undefined);
  const { host } = options;
  return {
    ...(portText === undefined ? {} : { port: portFrom(portText, options.port === undefined ? 'PORT' : '--port') }),
    ...(host === undefined ? {} : { host }),
    base: baseFrom(
      options.base ?? environment['BASE_PATH'] ?? '/',
      options.base === undefined ? 'BASE_PATH' : '--base',
    ),
  };
};

/** Serves until the process is told to end, and prints the address. */
export const serveUntilStopped = async (serving: Serving): Promise<void> => {
  const { address, close } = await serve(serving);
  console.log(`Counterpoint is at ${address} (stop it with Ctrl+C)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
};

const HELP = `Serves the built site as a static host would.

  --root <folder>  the built site (default dist)
${SERVE_OPTIONS}`;

const main = async (args: readonly string[]): Promise<void> => {
  const options = readOptions(args, ['root', 'port', 'host', 'base']);
  if (options.help) {
    console.log(HELP);
    return;
  }
  const serving = servingFrom(options, process.env);
  const root = options.root ?? 'dist';
  if ((await kindOf(join(root, 'index.html'))) !== 'file') {
    throw new UnusableOption(
      `There is no built site in “${root}”: run “npm run build” first, or name its folder with --root.`,
    );
  }
  await serveUntilStopped({ root, ...serving });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
