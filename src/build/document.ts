import { END, LATER } from '../app/head/painting.ts';
import type { Page } from './pages.ts';
import { SITE } from './pages.ts';

/** What a page's HTML file is made of. */
export interface DocumentParts {
  readonly page: Page;
  /** The base path, with a slash at both ends. */
  readonly base: string;
  /** The site's absolute address without a slash at the end; empty where it is not known. */
  readonly siteUrl: string;
  /** The prerendered body: masthead and main, then the footer. */
  readonly app: string;
  readonly footer: string;
  /** The page's styles: one inline `style`, or links to the sources in the dev server. */
  readonly styles: string;
  /** The font faces; without them the page is set in what the device has. */
  readonly faces?: string;
  /** Scripts that run in the head before anything is painted. */
  readonly headScript: string;
  /** The module that takes over. */
  readonly entry: string;
  readonly preloads: readonly string[];
  /** The flow's own module, where the page is of a flow. */
  readonly flowModule?: string;
  /** The preview picture, below the base path. */
  readonly picture: string;
  /** Markup behind the body's content: templates of questions and the table that routes them. */
  readonly fragments?: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Returns text as it may stand in HTML, in attributes too. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Returns data as it may stand inside a script element. */
export const jsonInScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** Returns what the journal's page is made of, as the script element from which the browser reads it. */
export const journalData = (props: unknown): string =>
  `<script type="application/json" id="journal-data">${jsonInScript(props)}</script>`;

function head(parts: DocumentParts): string {
  const { page, base, siteUrl } = parts;
  const meta = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}">`;
  const og = (property: string, content: string): string =>
    `<meta property="og:${property}" content="${escaped(content)}">`;
  // Without a known address a preview cannot be absolute; the relative one still serves most readers.
  const absolute = (address: string): string => `${siteUrl}${base}${address}`;
  // The page for unknown addresses has none of its own.
  const hasAddress = siteUrl !== '' && page.kind !== 'not-found';
  // A page of questions paints its first one before it fetches its fonts and its code: src/app/head/painting.ts.
  const isAnsweredEarly = page.kind === 'questions';
  const code = [
    // `async`, so that the page is ready, and answers, before its code has come.
    `<script type="module" async src="${escaped(parts.entry)}"></script>`,
    ...parts.preloads.map((file) => `<link rel="modulepreload" href="${escaped(file)}">`),
  ].join('\n');
  const faces = parts.faces ? `<style>${parts.faces}</style>` : '';
  return [
    '<meta charset="utf-8">',
    '<!--csp-->',
    ...(isAnsweredEarly ? [`<link rel="expect" href="#${END}" blocking="render">`] : []),
    meta('viewport', 'width=device-width, initial-scale=1'),
    `<title>${escaped(page.title)}</title>`,
    meta('description', page.description),
    meta('referrer', 'no-referrer'),
    meta('color-scheme', 'light dark'),
    `<meta name="theme-color" content="#f9fafc" media="(prefers-color-scheme: light)">`,
    `<meta name="theme-color" content="#0f1419" media="(prefers-color-scheme: dark)">`,
    ...(page.hidden ? [meta('robots', 'noindex')] : []),
    ...(hasAddress ? [`<link rel="canonical" href="${escaped(absolute(page.address))}">`] : []),
    og('type', 'website'),
    og('site_name', SITE),
    og('title', page.previewTitle),
    og('description', page.description),
    ...(hasAddress ? [og('url', absolute(page.address))] : []),
    og('image', absolute(parts.picture)),
    og('image:width', '1200'),
    og('image:height', '630'),
    og('image:alt', page.previewTitle),
    og('locale', 'en_GB'),
    meta('twitter:card', 'summary_large_image'),
    meta('twitter:title', page.previewTitle),
    meta('twitter:description', page.description),
    meta('twitter:image', absolute(parts.picture)),
    ...(isAnsweredEarly ? [`<template id="${LATER}">${faces}${code}</template><noscript>${faces}</noscript>`] : []),
    `<script>${parts.headScript}</script>`,
    parts.styles,
    // No preload of the font: Chromium would hold back the first paint for it, by up to a tenth of a second.
    ...(isAnsweredEarly ? [] : [faces]),
    `<link rel="icon" href="${base}favicon.svg" type="image/svg+xml">`,
    `<link rel="apple-touch-icon" href="${base}apple-touch-icon.png">`,
    `<link rel="manifest" href="${base}manifest.webmanifest">`,
    ...(isAnsweredEarly ? [] : [code]),
  ].join('\n');
}

/** What a page says where its code does not come, with what is safe all the same; src/app/head/failing.ts shows it. */
const undeliveredWords = (safe: string): string =>
  [
    '<div id="undelivered" class="wrap" role="alert" hidden><div class="notice">',
    `<p>The rest of this page did not arrive. ${safe} Check the connection, then reload.</p>`,
    '<p><button type="button" class="textbtn">Reload the page</button></p></div></div>\n',
  ].join('');

/** Returns what stands above a page: on one that holds what the reader has given, what to say where its code does not come. */
function aboveOf({ page, flowModule }: DocumentParts): string {
  if (flowModule) return undeliveredWords('Your answers are safe.');
  return page.kind === 'journal' ? undeliveredWords('Nothing that you kept is lost.') : '';
}

/** Fills the skeleton (`index.html`) with a page; `<!--csp-->` stands where its policy goes. */
export function documentOf(skeleton: string, parts: DocumentParts): string {
  const { page, flowModule } = parts;
  const attributes = ` data-page="${page.kind}"${flowModule ? ` data-flow="${escaped(flowModule)}"` : ''}`;
  const marks: Readonly<Record<string, string>> = {
    attributes,
    head: head(parts),
    above: aboveOf(parts),
    app: parts.app,
    foot: parts.footer,
    fragments: parts.fragments ?? '',
  };
  return skeleton
    .replace(/<!-- [\s\S]*? -->\n/, '')
    .replace(/<!--(attributes|head|above|app|foot|fragments)-->/g, (_, mark: string) => marks[mark] ?? '');
}
