/** The one Trusted Types policy that the app may make: it vouches for the service worker's address. */
export const TRUSTED_TYPES_POLICY = 'counterpoint';

/** What a page posts to a waiting worker when its reader wants the newer version now. */
export const TAKE_OVER = 'take-over';

/** The id of the place in the footer where a newer version is offered. */
export const NEWER_VERSION = 'newer';
