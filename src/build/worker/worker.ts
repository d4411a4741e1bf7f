// The service worker, as it runs in the browser; `service-worker.ts` compiles it and puts the plan before it.
//
// A small worker of our own rather than workbox: it is read in five minutes, adds no dependency, and does two things that
// a generated one does not: it keeps an earlier version's files until the last tab of that version is gone, and it
// answers an unknown address with the site's 404 page when there is no network.
import type { FlowPlan, Plan } from './plan.ts';

// TypeScript's library for workers cannot stand beside the one for pages, so the few names needed are declared here.
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Tab {
  readonly id: string;
  readonly url: string;
}
interface Worker {
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly Tab[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

declare const PLAN: Plan;
declare const HASH_LENGTH: number;
declare const TAKE_OVER: string;

const worker = self as unknown as Worker;
const PREFIX = `counterpoint:${PLAN.base}:`;
const OWN = PREFIX + PLAN.version;
const ELDERS = `${PLAN.base}.elders`;
const AT_ONCE = 4;

const urlOf = (path: string): string => PLAN.base + path;
const isPlanned = (path: string): boolean => Object.hasOwn(PLAN.files, path);

/** The path of an address below the base, without its query; undefined for an address outside the site. */
const pathOf = (address: string): string | undefined => {
  const { origin, pathname } = new URL(address);
  if (origin !== location.origin || !pathname.startsWith(PLAN.base)) return undefined;
  return pathname.slice(PLAN.base.length).replace(/(^|\/)index\.html$/, '$1');
};

const earlierCaches = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);

const hashOf = async (bytes: ArrayBuffer): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH_LENGTH);
};

/** Fetches a file and makes sure that it is the one that was built: a host may be half-way through publishing. */
const fetched = async (path: string, hash: string): Promise<Response> => {
  const response = await fetch(urlOf(path), { cache: 'no-cache', priority: 'low' });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await hashOf(bytes)) !== hash) throw new Error(`${path} is not what was built`);
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.delete('vary');
  // A fresh response: one that was redirected may not answer a navigation.
  return new Response(bytes, { headers });
};

const keptEarlier = async (path: string, hash: string): Promise<Response | undefined> => {
  for (const name of await earlierCaches()) {
    const known = await (await caches.open(name)).match(urlOf(path));
    if (known && (await hashOf(await known.clone().arrayBuffer())) === hash) return known;
  }
  return undefined;
};

const keep = async (path: string, hash: string): Promise<void> => {
  const cache = await caches.open(OWN);
  // What an interrupted installation has fetched is not fetched again.
  if (await cache.match(urlOf(path))) return;
  await cache.put(urlOf(path), (await keptEarlier(path, hash)) ?? (await fetched(path, hash)));
};

/** Keeps files, a few at a time. It stops at a failure; the next attempt begins where this one ended. */
const keepAll = async (files: Readonly<Record<string, string>>): Promise<void> => {
  const left = Object.entries(files);
  let failure: unknown;
  const takeTurns = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      await keep(...next).catch((problem: unknown) => {
        failure = problem;
        left.length = 0;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  if (failure) throw failure;
};

const openTabs = async (): Promise<readonly string[]> => {
  const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return tabs.filter(({ url }) => pathOf(url) !== undefined).map(({ id }) => id);
};

const forgetEarlier = async (): Promise<void> => {
  await Promise.all((await earlierCaches()).map((name) => caches.delete(name)));
  await (await caches.open(OWN)).delete(ELDERS);
};

const activate = async (): Promise<void> => {
  const tabs = await openTabs();
  // Tabs that are open now may run an earlier version, whose files stay until the last of them is gone.
  if (tabs.length > 0 && (await earlierCaches()).length > 0) {
    await (await caches.open(OWN)).put(ELDERS, new Response(JSON.stringify(tabs)));
  } else {
    await forgetEarlier();
  }
  await worker.clients.claim();
};

/** Forgets earlier versions once no tab is left that was open when this version took over. */
const sweep = async (): Promise<void> => {
  const noted = await (await caches.open(OWN)).match(ELDERS);
  if (!noted) return;
  const elders = (await noted.json()) as readonly string[];
  const tabs = await openTabs();
  if (!elders.some((id) => tabs.includes(id))) await forgetEarlier();
};

const kept = async (path: string): Promise<Response | undefined> => {
  try {
    return await (await caches.open(OWN)).match(urlOf(path));
  } catch {
    return undefined; // Storage is blocked or broken: the network is left.
  }
};

const keptAnywhere = async (path: string): Promise<Response | undefined> => {
  try {
    const names = [OWN, ...(await earlierCaches())];
    const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(urlOf(path))));
    return found.find((response) => response !== undefined);
  } catch {
    return undefined;
  }
};

const keptWithStatus = async (path: string, status: number): Promise<Response | undefined> => {
  const page = await keptAnywhere(path);
  return page && new Response(page.body, { status, headers: page.headers });
};

const flowOf = (path: string): string => path.split('/', 1)[0] ?? '';

/** The page to show where there is no network: one that exists and is not kept, or an address at which there is nothing. */
const pageInstead = (path: string): Promise<Response | undefined> => {
  const exists = isPlanned(path) || PLAN.later.includes(flowOf(path));
  return exists ? keptWithStatus('offline/', 503) : keptWithStatus('404.html', 404);
};

const keepFlow = async (flow: string): Promise<void> => {
  const response = await fetch(urlOf(`${flow}/offline.json`), { cache: 'no-cache', priority: 'low' });
  const plan = (await response.json()) as FlowPlan;
  if (plan.version === PLAN.version) await keepAll(plan.files);
};

const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

const answer = async (event: Fetching, path: string): Promise<Response> => {
  const { request } = event;
  const isPage = request.mode === 'navigate';
  const known = await kept(path);
  if (known) return known;
  if (isPage && isPlanned(`${path}/`)) return Response.redirect(`${urlOf(path)}/${new URL(request.url).search}`, 302);
  try {
    // A file of an earlier version may be gone from the host.
    const older = !isPage && !isPlanned(path) ? await keptAnywhere(path) : undefined;
    const response = older ?? (await fetch(request));
    const hash = isPlanned(path) ? PLAN.files[path] : undefined;
    if (hash !== undefined) event.waitUntil(quietly(keep(path, hash)));
    const flow = flowOf(path);
    if (isPage && response.ok && PLAN.later.includes(flow)) event.waitUntil(quietly(keepFlow(flow)));
    return response;
  } catch (problem) {
    const instead = (await keptAnywhere(path)) ?? (isPage ? await pageInstead(path) : undefined);
    if (instead) return instead;
    throw problem;
  }
};

worker.addEventListener('install', (event) => event.waitUntil(keepAll(PLAN.files)));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));

worker.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { method, url, mode, headers } = event.request;
  const path = pathOf(url);
  if (method !== 'GET' || path === undefined || headers.has('range')) return;
  if (mode === 'navigate') event.waitUntil(quietly(sweep()));
  const isOurs = isPlanned(path) || path.startsWith('assets/') || mode === 'navigate';
  if (isOurs) event.respondWith(answer(event, path));
});
