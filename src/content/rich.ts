/** Formatted text as data: a string, or an element as tag, attributes and children. Made from markdown at build time. */
export type Rich = string | readonly [tag: string, attributes: Readonly<Record<string, string>> | null, ...Rich[]];
