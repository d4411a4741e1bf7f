import { href } from './base.ts';
import { TAKE_OVER, TRUSTED_TYPES_POLICY } from './worker-names.ts';

const SCRIPT = href('sw.js');

/** How long a newer version may take to take over, and how long a tab lets pass between two looks for one, in milliseconds. */
const LONGEST = 4000;
const BETWEEN_LOOKS = 3_600_000;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Returns the worker's address as browsers with Trusted Types want it: vouched for, and no other. */
function vouched(): string {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return SCRIPT;
  const createScriptURL = (url: string): string => {
    if (url !== SCRIPT) throw new TypeError(`${url} is not the service worker`);
    return url;
  };
  return trustedTypes.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL }).createScriptURL(SCRIPT);
}

/** Reloads the page under the newer version, which keeps the reader's place; other tabs go on as they are. */
function takeNewer({ waiting }: ServiceWorkerRegistration): void {
  const reload = (): void => location.reload();
  if (!waiting) {
    // Another tab has let it in already.
    reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  setTimeout(reload, LONGEST);
  waiting.postMessage(TAKE_OVER);
}

/** Calls `tell` once a newer version than that of this page is there. */
function whenNewer(registration: ServiceWorkerRegistration, tell: () => void): void {
  const look = (): void => {
    if (registration.waiting && registration.active) tell();
  };
  const follow = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  look();
  // Another tab may let the newer version in; this page still runs the earlier one.
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) serviceWorker.addEventListener('controllerchange', tell);
}

/** A tab may stay open for days: it looks for a newer version when its reader comes back to it. */
function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < BETWEEN_LOOKS) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

/** Registers the service worker, and offers newer versions. Where a browser refuses, it rejects; the site answers as before. */
export async function keepOffline(): Promise<void> {
  if (!navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.register(vouched(), { scope: href(''), updateViaCache: 'none' });
  let isOffered = false;
  whenNewer(registration, () => {
    if (isOffered) return;
    isOffered = true;
    import('./parts/newer-version.tsx').then(
      ({ offerNewer }) => offerNewer(() => takeNewer(registration)),
      // The next page that the reader opens offers it.
      () => {},
    );
  });
  lookNowAndThen(registration);
}
