import type { Fault } from '../../content/fault.ts';
import type { Entry } from '../../content/front-matter.ts';
import { didYouMean } from '../../content/suggest.ts';
import { type Pointer, pointersIn, sections } from '../markdown.tsx';
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
  if (target === '') return 'the link has no address: write one, or remove the link';
  if (target.startsWith('http:')) return `the link “${target}” is not encrypted: begin it with https:`;
  if (/^[a-z][a-z\d+.-]*:/i.test(target))
    return `the link “${target}” would be left out of the page: begin it with https:, mailto: or tel:, or an address of the site with a slash`;
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

const pointerFault = (scope: Scope, { kind, target }: Pointer): string | undefined => {
  switch (kind) {
    case 'link':
      return linkFault(scope, target);
    case 'picture':
      return `the picture “${target}” would not be shown, for the words hold none: say what is to be seen, or link to it`;
    case 'unresolved':
      return `“${target}” has no address: write it as [words](/address/)`;
  }
};

/** Finds links in markdown that lead nowhere, and pictures, which the words cannot hold. */
export const links: Part = (scope) =>
  entriesOf(scope.content).flatMap(({ file, body, bodyLine }: Entry<unknown>): readonly Fault[] =>
    pointersIn(body).flatMap((pointer) => {
      const message = pointerFault(scope, pointer);
      return message === undefined ? [] : [{ file, line: bodyLine + pointer.line - 1, message }];
    }),
  );
