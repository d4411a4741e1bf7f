import { describe, expect, it } from 'vitest';
import { type Page, sitePages } from '../../src/build/pages.ts';
import { loadContent } from '../../src/content/load.ts';
import { flows } from '../../src/flows/index.ts';

const content = loadContent('.');
const pages = sitePages(content, flows);
const at = (list: readonly Page[], address: string): Page | undefined => list.find((page) => page.address === address);

describe('the pages of the site', () => {
  it('are one for each flow’s questions, views, map, unknowns and verdicts, at addresses of their own', () => {
    const addresses = pages.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { id, verdicts } of flows) {
      const places = ['', 'views/', 'map/', 'depends/', ...Object.keys(verdicts).map((verdict) => `${verdict}/`)];
      expect(addresses).toEqual(expect.arrayContaining(places.map((place) => `${id}/${place}`)));
    }
  });

  it('tell no answer in a preview: a verdict that safety decides has its flow’s title and is not indexed', () => {
    for (const { id, verdicts } of flows) {
      for (const [verdict, { dissent }] of Object.entries(verdicts)) {
        const page = at(pages, `${id}/${verdict}/`);
        const isNeutral = page?.previewTitle === at(pages, `${id}/`)?.previewTitle;
        expect([isNeutral, page?.hidden === true]).toEqual(dissent === 'safety' ? [true, true] : [false, false]);
      }
    }
  });

  it('include those of recommendations and dilemmas that are gone', () => {
    const list = {
      introduce: { verdicts: { 'pass-it-on': 'Pass it on.' } },
      'old-flow': { title: 'Should I endorse them?', verdicts: { endorse: 'Endorse them.' } },
    };
    const all = sitePages(content, flows, list);
    expect(all.length).toBe(pages.length + 3);
    expect(at(all, 'introduce/pass-it-on/')).toMatchObject({ kind: 'verdict', flow: 'introduce', hidden: true });
    expect(at(all, 'old-flow/')).toMatchObject({ kind: 'retired', title: 'Should I endorse them? – Counterpoint' });
    expect(at(all, 'old-flow/endorse/')).toMatchObject({ kind: 'retired', retired: { headline: 'Endorse them.' } });
    expect(at(all, 'old-flow/endorse/')?.flow).toBeUndefined();
  });
});
