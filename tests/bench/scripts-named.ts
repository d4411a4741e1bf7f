/** Returns the paths, below the site, of the scripts that a page of a site at `/` names: its own, preloaded and of its flow. */
export const scriptsNamed = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/(?:src|href|data-flow)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path as string)),
];
