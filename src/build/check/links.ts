import type { Fault } from '../../content/fault.ts';
import type { Entry } from '../../content/front-matter.ts';
import { didYouMean } from '../../content/suggest.ts';
import { sections } from '../markdown.tsx';
import { slugOf } from '../words.ts';
import { entriesOf } from './entries.ts';
import type { Part, Scope } from './scope.ts';

/** The pages beside those of the flows. */
const PLAIN = ['voices', 'journal', 'safety', 'about'] as const;

/** Returns the address of every page, with a slash at both ends. */
function addresses({ content, flows }: Scope): readonly string[] {
  return [
    '/',
    ...PLAIN.map((page) => `/${page}/`),
    ...flows.flatMap(({ id, verdicts }) =>
      ['', 'views/', 'map/', 'depends/', ...Object.keys(verdicts).map((verdict) => `${verdict}/`)].map(
        (place) => `/${id}/${place}`,
      ),
    ),
    ...Object.keys(content.flows).map((id) => `/${id}/`),
  ];
}

/** Returns the places on a page that a link may name; none on a page of a flow. */
function anchors({ content }: Scope, address: string): readonly string[] {
  const page = PLAIN.find((id) => address === `/${id}/`);
  const body = page === undefined ? '' : (content.pages[page]?.body ?? '');
  const headings = [...sections(body).byHeading.keys()].map(slugOf);
  if (page === 'about') return [...headings, ...Object.keys(content.sources).map((source) => `source-${source}`)];
  if (page !== 'voices') return headings;
  return Object.entries(content.voices).flatMap(([voice, { data }]) => [
    voice,
    ...Object.keys(data.claims).map((claim) => `${voice}-${claim}`),
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
    const meant = all.includes(slashed) ? `did you mean “${slashed}”? If not, ` : didYouMean(path, all);
    return `no page has the address “${path}”: ${meant}correct the link, or remove it`;
  }
  const known = anchors(scope, path);
  if (anchor === undefined || known.includes(anchor)) return undefined;
  return `the page ${path} has no place “#${anchor}”: ${didYouMean(anchor, known)}correct the link, or leave the anchor out`;
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
