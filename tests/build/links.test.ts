import { describe, expect, it } from 'vitest';
import { brokenLinks } from '../browser/links.ts';

const FILES = new Set(['index.html', 'about/index.html', 'assets/main.js']);
const faultsOf = (html: string, address = ''): readonly string[] =>
  brokenLinks(
    [
      { address, kind: 'home', html },
      { address: 'about/', kind: 'about', html: '<h2 id="privacy">Privacy</h2>' },
    ],
    FILES,
  );

describe('brokenLinks', () => {
  it('finds nothing where every link leads to a file, and every anchor to a name', () => {
    const html = `<p id="here"></p><a href="/about/#privacy">a</a><a href="#here">b</a><a href="about/">c</a>
      <a href="https://elsewhere.example/x/">d</a><script src="/assets/main.js"></script><a href="/#conduct=good">e</a>`;
    expect(faultsOf(html)).toEqual([]);
  });

  it('names the page and the link where there is no file', () => {
    expect(faultsOf('<a class="x" href="/voices/">a</a>')).toEqual(['/ links to /voices/, and there is nothing.']);
    expect(faultsOf('<a href="../no&amp;where/">a</a>', 'about/')).toEqual([
      '/about/ links to ../no&where/, and there is nothing.',
    ]);
    expect(faultsOf('<script src="/assets/old.js"></script>')).toHaveLength(1);
  });

  it('names the anchor that nothing bears, words about one apart', () => {
    expect(faultsOf('<a href="/about/#licences">a</a>')).toEqual([
      '/ links to /about/#licences, where nothing has that name.',
    ]);
    expect(faultsOf('<a href="#x">a</a><!-- <p id="x"> -->')).toHaveLength(1);
  });
});
