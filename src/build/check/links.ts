import type { Fault } from '../../content/fault.ts';
import type { Entry } from '../../content/front-matter.ts';
import { entriesOf } from './entries.ts';
import type { Part, Scope } from './scope.ts';
import { didYouMean } from './suggest.ts';

/** Returns the address of every page, with a slash at both ends. */
function addresses({ content, flows }: Scope): readonly string[] {
  return [
    '/',
    ...['voices', 'journal', 'safety', 'about'].map((page) => `/${page}/`),
    ...flows.flatMap(({ id, verdicts }) =>
      ['', 'views/', 'map/', 'depends/', ...Object.keys(verdicts).map((verdict) => `${verdict}/`)].map(
        (place) => `/${id}/${place}`,
      ),
    ),
    ...Object.keys(content.flows).map((id) => `/${id}/`),
  ];
}

/** Returns the anchors that links may name on a page: on that of the voices, each voice and each claim. */
function anchors({ content }: Scope, address: string): readonly string[] | undefined {
  if (address !== '/voices/') return undefined;
  return Object.entries(content.voices).flatMap(([voice, { data }]) => [
    voice,
    ...Object.keys(data.claims).map((claim) => `${voice}/${claim}`),
  ]);
}

function linkFault(scope: Scope, target: string): string | undefined {
  if (/^(?:https:|mailto:|tel:)/.test(target)) return undefined;
  if (target.startsWith('http:')) return `the link “${target}” is not encrypted: begin it with https:`;
  if (!target.startsWith('/'))
    return `the link “${target}” is relative: begin an address of the site with a slash, such as /safety/`;
  const [path = '', anchor] = target.split('#');
  const all = addresses(scope);
  if (!all.includes(path)) {
    const slashed = `${path}/`;
    const meant = all.includes(slashed) ? `did you mean “${slashed}”? ` : didYouMean(path, all);
    return `no page has the address “${path}”: ${meant}correct the link, or remove it`;
  }
  const known = anchors(scope, path);
  if (anchor === undefined || known?.includes(anchor)) return undefined;
  return `the page ${path} has no place “#${anchor}”: ${didYouMean(anchor, known ?? [])}correct the link, or leave the anchor out`;
}

const linksIn = (body: string): readonly { readonly target: string; readonly at: number }[] =>
  body
    .split('\n')
    .flatMap((row, at) => [...row.matchAll(/\]\(\s*<?([^)\s>]*)/g)].map(([, target = '']) => ({ target, at })));

/** Finds links in markdown that lead nowhere. */
export const links: Part = (scope) =>
  entriesOf(scope.content).flatMap(({ file, body, bodyLine }: Entry<unknown>): readonly Fault[] =>
    linksIn(body).flatMap(({ target, at }) => {
      const message = linkFault(scope, target);
      return message === undefined ? [] : [{ file, line: bodyLine + at, message }];
    }),
  );
