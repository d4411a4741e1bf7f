/** Returns the address of a page of this site (`accept-coworker/map/`) under whatever base path it is served. */
export const href = (address: string): string => `${import.meta.env.BASE_URL}${address}`;

/** Returns the part of a path that lies below the base path (`accept-coworker/map/`). */
export const belowBase = (pathname: string): string =>
  pathname.startsWith(import.meta.env.BASE_URL) ? pathname.slice(import.meta.env.BASE_URL.length) : pathname.slice(1);
