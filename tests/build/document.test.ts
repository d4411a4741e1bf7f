// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DocumentParts, documentOf, jsonInScript } from '../../src/build/document.ts';
import type { Page } from '../../src/build/pages.ts';

const SKELETON = readFileSync('index.html', 'utf8');

const PAGE: Page = {
  address: 'accept-coworker/ignore/',
  kind: 'verdict',
  flow: 'accept-coworker',
  verdict: 'ignore',
  title: 'Ignore the request – Counterpoint',
  previewTitle: 'Ignore the request',
  description: 'What to do, and why.',
};

const documentFor = (page: Partial<Page> = {}, parts: Partial<DocumentParts> = {}): Document => {
  const html = documentOf(SKELETON, {
    page: { ...PAGE, ...page },
    base: '/guide/',
    siteUrl: 'https://example.org',
    app: '<main><h1>Words</h1></main>',
    footer: '<footer>Foot</footer>',
    styles: '<style>p{}</style>',
    headScript: 'void 0',
    entry: '/guide/assets/main.js',
    preloads: ['/guide/assets/react.js'],
    picture: 'previews/accept-coworker-ignore.png',
    ...parts,
  });
  return new DOMParser().parseFromString(html, 'text/html');
};

const contentOf = (page: Document, name: string): string | null =>
  page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? null;
const canonicalOf = (page: Document): string | null =>
  page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;

describe('a page’s head', () => {
  it('names its address and its picture in full where the site’s address is known', () => {
    const page = documentFor();
    expect(canonicalOf(page)).toBe('https://example.org/guide/accept-coworker/ignore/');
    expect(contentOf(page, 'og:url')).toBe('https://example.org/guide/accept-coworker/ignore/');
    expect(contentOf(page, 'og:image')).toBe('https://example.org/guide/previews/accept-coworker-ignore.png');
    expect(contentOf(page, 'twitter:image')).toBe(contentOf(page, 'og:image'));
  });

  it('names the home page by the base path alone', () => {
    expect(canonicalOf(documentFor({ address: '', kind: 'home' }))).toBe('https://example.org/guide/');
  });

  it('names no address, and its picture from the host’s root, where the site’s address is not known', () => {
    const page = documentFor({}, { siteUrl: '' });
    expect(canonicalOf(page)).toBeNull();
    expect(contentOf(page, 'og:url')).toBeNull();
    expect(contentOf(page, 'og:image')).toBe('/guide/previews/accept-coworker-ignore.png');
  });

  it('names no address for the page that is shown at unknown ones', () => {
    const page = documentFor({ address: '404.html', kind: 'not-found', hidden: true });
    expect([canonicalOf(page), contentOf(page, 'og:url'), contentOf(page, 'robots')]).toEqual([null, null, 'noindex']);
  });

  it('loads everything from below the base path by addresses that hold at any depth', () => {
    const loaded = [...documentFor().querySelectorAll('link:not([rel="canonical"]), script[src]')];
    const addresses = loaded.map((tag) => tag.getAttribute('href') ?? tag.getAttribute('src'));
    expect(addresses).toContain('/guide/assets/main.js');
    expect(addresses.filter((address) => !address?.startsWith('/guide/'))).toEqual([]);
  });

  it('asks search engines to leave out what is hidden, and nothing else', () => {
    expect(contentOf(documentFor(), 'robots')).toBeNull();
    expect(contentOf(documentFor({ hidden: true }), 'robots')).toBe('noindex');
  });

  it('tells no other site where the reader comes from', () => {
    expect(contentOf(documentFor(), 'referrer')).toBe('no-referrer');
  });

  it('says in a preview what is meant for it, and not what the tab is called', () => {
    const page = documentFor({ title: 'Question 4 – A title' });
    expect([page.title, contentOf(page, 'og:title')]).toEqual(['Question 4 – A title', 'Ignore the request']);
  });

  it('brings its font faces and its code at once, but on a page of questions, which is painted first', () => {
    const parts = { faces: '@font-face{}' };
    const styles = (root: ParentNode | undefined) =>
      [...(root?.querySelectorAll('style') ?? [])].map((each) => each.textContent);
    const result = documentFor({}, parts);
    expect(styles(result)).toEqual(['p{}', '@font-face{}']);
    expect(result.querySelector('script[type="module"]')).not.toBeNull();
    const questions = documentFor({ kind: 'questions', address: 'accept-coworker/' }, parts);
    expect(questions.querySelector('script[type="module"]')).toBeNull();
    const later = questions.querySelector('template')?.content;
    expect(styles(later)).toEqual(['@font-face{}']);
    expect(later?.querySelector('script[type="module"]')).not.toBeNull();
    // Without scripts nobody takes them out of the template.
    expect(styles(questions.querySelector('noscript') ?? undefined)).toEqual(['@font-face{}']);
  });

  it('holds words with signs of markup as words', () => {
    const words = 'One "quoted" & <b>two</b>';
    const page = documentFor({ title: words, previewTitle: words, description: words });
    expect([page.title, contentOf(page, 'description'), contentOf(page, 'og:image:alt')]).toEqual([
      words,
      words,
      words,
    ]);
    expect(page.querySelector('b')).toBeNull();
  });
});

describe('a page’s body', () => {
  it('holds the page, its foot and what else it needs, and says which module brings its flow', () => {
    const page = documentFor(
      {},
      { fragments: '<template data-question="heat"></template>', flowModule: '/guide/x.js' },
    );
    expect(page.querySelector('#app h1')?.textContent).toBe('Words');
    expect(page.querySelector('#foot footer')?.textContent).toBe('Foot');
    expect(page.querySelector('template')?.dataset['question']).toBe('heat');
    expect(page.documentElement.dataset).toMatchObject({ page: 'verdict', flow: '/guide/x.js' });
    expect(page.documentElement.outerHTML).not.toContain('<!--app-->');
  });

  it('can say that its code did not come where it is of a flow, or the journal, each with what is safe', () => {
    const said = (page: Document) => page.getElementById('undelivered')?.textContent;
    expect(said(documentFor({}, { flowModule: '/guide/x.js' }))).toContain('Your answers are safe.');
    expect(said(documentFor({ kind: 'journal', address: 'journal/' }))).toContain('Nothing that you kept is lost.');
    expect(said(documentFor({ kind: 'about', address: 'about/' }))).toBeUndefined();
    expect(documentFor({ kind: 'journal' }).getElementById('undelivered')?.hidden).toBe(true);
  });

  it('takes a dollar sign in its words as it stands', () => {
    expect(documentFor({}, { app: '<p>$& costs $1</p>' }).querySelector('#app p')?.textContent).toBe('$& costs $1');
  });
});

describe('jsonInScript', () => {
  it('cannot end the script that it stands in', () => {
    const data = { words: '</script><script>alert(1)</script>' };
    expect(jsonInScript(data)).not.toContain('<');
    expect(JSON.parse(jsonInScript(data))).toEqual(data);
  });
});
