import type { Plugin } from 'vite';

/** The parts of a flow's words that are scripts of their own. */
export type WordsPart = 'flow' | 'result' | 'general' | 'views' | 'map';

/** `words:<flow>/<part>` is a module made from a flow's words: see `flowModuleSource`. */
const WORDS = /^words:([a-z-]+)\/(flow|result|general|views|map)$/;

/** Vite takes an id that begins with \0 for a plugin's own. */
const OWN = '\0';

/** Returns the id of the module that brings one part of a flow to the browser. */
export const wordsModule = (flow: string, part: WordsPart): string => `words:${flow}/${part}`;

/** Tells whether Vite's id is that of a module made from words. */
export const isWordsModule = (id: string | null): boolean => id?.startsWith(`${OWN}words:`) === true;

/** Returns the part of a plugin that makes modules from words. */
export const wordsModules = (
  sourceOf: (flow: string, part: WordsPart) => string | Promise<string>,
): Pick<Plugin, 'resolveId' | 'load'> => ({
  resolveId: (id) => (WORDS.test(id) ? `${OWN}${id}` : undefined),
  async load(id) {
    const [, flow, part] = (id.startsWith(OWN) && WORDS.exec(id.slice(1))) || [];
    return flow === undefined ? undefined : sourceOf(flow, part as WordsPart);
  },
});
