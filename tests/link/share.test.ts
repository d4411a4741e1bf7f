import { describe, expect, it } from 'vitest';
import { DONT_KNOW, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { walk } from '../../src/domain/walk.ts';
import { flowById, flows } from '../../src/flows/index.ts';
import { holdsLink, isBroken } from '../../src/link/entry.ts';
import { readFragment, resolveLink, toAddress, toFragment } from '../../src/link/share.ts';
import { allPaths } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';
import { goneSince, todaysFlow } from './fixtures/older-flow.ts';
import { anyTrail, damage, gist, sorted } from './links.ts';

const coworker = flowById('accept-coworker') as MachineFlow;
const TRAIL: Trail = ['conduct.difficult', 'heat.cooled', 'pattern.settled', 'talked.unchanged', 'stakes.power'];
const LINK = 'conduct=difficult&heat=cooled&pattern=settled&talked=unchanged&stakes=power';

const whys = (fragment: string) => resolveLink(coworker, fragment).setAside.map(({ part, why }) => [part, why]);
const trailOf = (fragment: string) => resolveLink(coworker, fragment).walk.trail;

describe('a link', () => {
  it('is keyed by question, and readable', () => {
    expect(toFragment(TRAIL)).toBe(LINK);
    expect(toAddress('accept-coworker', 'boundaries')).toBe('accept-coworker/boundaries/');
    expect(toAddress('accept-coworker')).toBe('accept-coworker/');
  });

  it('says again what it was made of, on every path of every flow', () => {
    for (const { flow, path } of allPaths) {
      const { walk: reached, setAside, later } = resolveLink(flow, `#${toFragment(path.trail)}`);
      expect([reached.trail, setAside, later]).toEqual([path.trail, [], []]);
      expect(reached).toMatchObject({ at: 'verdict', verdict: path.verdict, rule: path.rule });
    }
  });

  it('says again what it was made of, half a walk and unknowns too', () => {
    fc.assert(
      fc.property(anyTrail, ({ flow, reached }) => {
        const read = resolveLink(flow, toFragment(reached.trail));
        expect(gist(read.walk)).toEqual(gist(reached));
        expect(read.setAside).toEqual([]);
      }),
    );
  });

  it('has no sign that a chat would take for its end', () => {
    for (const flow of flows) {
      const ids = Object.entries(flow.answers).flatMap(([question, options]) => [question, ...Object.keys(options)]);
      for (const id of [...ids, DONT_KNOW]) expect(id).toMatch(/^[a-z](?:[a-z-]*[a-z])?$/);
    }
  });

  it('never says something else where its end is cut off', () => {
    // A cut option would be another one if it were its beginning.
    for (const flow of flows) {
      for (const options of [flow.answers, ...Object.values(flow.answers)]) {
        const ids = [...Object.keys(options), DONT_KNOW];
        const begun = ids.filter((id) => ids.some((other) => other !== id && other.startsWith(id)));
        expect(begun).toEqual([]);
      }
    }
  });

  it('is told from a place on the page', () => {
    expect([LINK, '#conduct%3Ddifficult', '#main', ''].map(holdsLink)).toEqual([true, true, false, false]);
  });

  it('keeps its questions apart from the codes of a second opinion', () => {
    for (const flow of flows) expect(Object.keys(flow.answers)).not.toEqual(expect.arrayContaining(['ask']));
    for (const flow of flows) expect(Object.keys(flow.answers)).not.toEqual(expect.arrayContaining(['pair']));
  });
});

describe('a link is read', () => {
  it('in any order', () => {
    fc.assert(
      fc.property(fc.nat({ max: allPaths.length - 1 }), fc.nat(), (index, seed) => {
        const { flow, path } = allPaths[index] as (typeof allPaths)[number];
        const parts = toFragment(path.trail).split('&');
        const mixed = [...parts].sort((one, other) => ((one.length * 7 + seed) % 5) - ((other.length * 7 + seed) % 5));
        expect(resolveLink(flow, mixed.reverse().join('&')).walk.trail).toEqual(path.trail);
      }),
    );
  });

  it.each([
    ['with a full stop behind it', `${LINK}.`],
    ['with a bracket behind it', `${LINK})`],
    ['with a quotation mark behind it', `${LINK}”`],
    ['with a space behind it', `${LINK}%20`],
    ['with a line break in it', LINK.replace('&', '%0A&')],
    ['with its & escaped for HTML', LINK.replaceAll('&', '&amp;')],
    ['with its & escaped twice', LINK.replaceAll('&', '&amp;amp;')],
    ['in upper case', LINK.toUpperCase()],
    ['encoded whole', encodeURIComponent(LINK)],
    ['encoded twice', encodeURIComponent(encodeURIComponent(LINK))],
    ['encoded three times', encodeURIComponent(encodeURIComponent(encodeURIComponent(LINK)))],
    ['with its & as a number', LINK.replaceAll('&', '&#38;')],
    ['with its & as a number with zeros', LINK.replaceAll('&', '&#0038;')],
    ['with its & as a number to the base sixteen', LINK.replaceAll('&', '&#x26;')],
    ['with an empty piece', `${LINK}&%20&`],
    ['with an invisible sign in it', LINK.replace('cooled', 'coo\u200bled')],
    ['with a slash before it', `/${LINK}`],
  ])('%s', (_how, fragment) => {
    const { walk: reached, setAside } = resolveLink(coworker, fragment);
    expect([reached.trail, setAside]).toEqual([TRAIL, []]);
  });

  it('with hyphens that a word processor has changed', () => {
    const { walk: reached } = resolveLink(coworker, 'conduct=difficult&heat=cooled&pattern=bad–days&talked=not‑yet');
    expect(reached.trail).toEqual(['conduct.difficult', 'heat.cooled', 'pattern.bad-days', 'talked.not-yet']);
  });

  it('as far as it goes: half a trail goes on at its first open question', () => {
    const { walk: reached, later } = resolveLink(coworker, 'conduct=difficult&heat=cooled&talked=unchanged');
    expect(reached).toMatchObject({ at: 'question', question: 'pattern' });
    expect(later).toEqual(['talked.unchanged']);
  });

  it('with unknowns, which stay unknown', () => {
    const { walk: reached } = resolveLink(
      coworker,
      'conduct=difficult&heat=dont-know&pattern=settled&talked=not-yet&stakes=power',
    );
    expect(gist(reached).slice(1)).toEqual(['depends', ['wait', 'boundaries']]);
  });
});

describe('a part of a link is set aside and named', () => {
  it.each([
    ['a question that nobody asks', 'colour=red', 'unknown-question'],
    ['an option that nobody offers', 'heat=scorching', 'unknown-option'],
    ['no answer at all', 'heat', 'unreadable'],
    ['an empty question', '=cooled', 'unreadable'],
    ['malformed encoding', 'heat=%E0%A4%A', 'unreadable'],
    ['what an advertiser adds', 'utm_source=chat', 'foreign'],
    ['what a network adds', 'fbclid=IwAR0xyz', 'foreign'],
    ['a name of the language', '__proto__=polluted', 'unknown-question'],
    ['another name of the language', 'constructor=cooled', 'unknown-question'],
    ['an option that is a name of the language', 'heat=constructor', 'unknown-option'],
    ['markup', 'heat=<img src=x onerror=alert(1)>', 'unknown-option'],
  ])('%s', (_what, part, why) => {
    const { walk: reached, setAside } = resolveLink(coworker, `conduct=difficult&${part}`);
    expect(setAside).toEqual([expect.objectContaining({ part, why })]);
    expect(reached).toMatchObject({ at: 'question', question: 'heat', trail: ['conduct.difficult'] });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['pattern=bad+days', 'pattern=bad days', 'unknown-option'],
    ['heat=co#oled', 'heat=co#oled', 'unknown-option'],
    ['heat=\u202e%E0%A4%A', 'heat=%E0%A4%A', 'unreadable'],
  ])('%s as %s', (fragment, part, why) => {
    expect(whys(fragment)).toEqual([[part, why]]);
  });

  it('what was encoded more often than anybody does', () => {
    const often = [1, 2, 3, 4].reduce(encodeURIComponent as (text: string) => string, 'conduct=good');
    expect(trailOf(often)).toEqual([]);
    expect(whys(often)).toEqual([['conduct%3Dgood', 'unreadable']]);
  });

  it('without what it has not: a meaning, or what it said', () => {
    const aside = (fragment: string) => resolveLink(todaysFlow, fragment, goneSince).setAside;
    expect(aside('zzzzzzzz=dont-knw')).toStrictEqual([{ part: 'zzzzzzzz=dont-knw', why: 'unknown-question' }]);
    expect(aside('mood=odd')).toStrictEqual([{ part: 'mood=odd', why: 'retired-question', said: 'How do you feel?' }]);
  });

  it('each by itself up to twenty-four, and the rest as a number', () => {
    const pieces = (count: number) => Array.from({ length: count }, (_, index) => `a${index}=b`).join('&');
    expect(whys(pieces(24))).toHaveLength(24);
    expect(whys(pieces(24)).at(-1)).toEqual(['a23=b', 'unknown-question']);
    expect(whys(pieces(27)).slice(23)).toEqual([
      ['a23=b', 'unknown-question'],
      ['3 more', 'too-long'],
    ]);
  });

  it('from the four-thousandth sign on, with the piece that is cut there', () => {
    expect(whys(`a=${'b'.repeat(4000)}&conduct=good`)).toEqual([['bb&conduct=good', 'too-long']]);
    expect(trailOf(`a=${'b'.repeat(4000)}&conduct=good`)).toEqual([]);
    expect(whys(`a=${'b'.repeat(3998)}`)).toEqual([[`a=${'b'.repeat(58)}…`, 'unknown-question']]);
    expect(whys(`a=${'b'.repeat(58)}`)).toEqual([[`a=${'b'.repeat(58)}`, 'unknown-question']]);
  });

  it('an answer given twice, once; and in two ways, both', () => {
    expect(whys('conduct=good&conduct=good')).toEqual([['conduct=good', 'twice']]);
    expect(trailOf('conduct=good&conduct=good')).toEqual(['conduct.good']);
    expect(whys('conduct=good&conduct=difficult&conduct=good')).toEqual([
      ['conduct=good', 'repeated'],
      ['conduct=difficult', 'repeated'],
      ['conduct=good', 'repeated'],
    ]);
    expect(trailOf('conduct=good&conduct=difficult&conduct=good')).toEqual([]);
  });

  it('an answer that nothing on this way asks for', () => {
    expect(whys('conduct=harmful&heat=cooled')).toEqual([['heat=cooled', 'not-asked']]);
    expect(trailOf('conduct=harmful&heat=cooled')).toEqual(['conduct.harmful']);
    expect(resolveLink(coworker, 'conduct=harmful&heat=cooled').answers).toEqual(['conduct.harmful']);
  });

  it('a misspelling, with what may have been meant, which is never used', () => {
    const { setAside, walk: reached } = resolveLink(coworker, 'conduct=dificult&haet=cooled&heat=col');
    expect(setAside.map(({ perhaps }) => perhaps)).toEqual(['conduct=difficult', 'heat=cooled', undefined]);
    expect(reached.trail).toEqual([]);
  });

  it('an option cut short, with the only one that it can be', () => {
    const { setAside } = resolveLink(coworker, 'conduct=difficult&heat=coo');
    expect(setAside).toEqual([{ part: 'heat=coo', why: 'unknown-option', perhaps: 'heat=cooled' }]);
  });

  it('a question and an option that are gone, with what they said', () => {
    const read = resolveLink(todaysFlow, 'conduct=good&mood=low&weather=snow', goneSince);
    expect(read.setAside).toEqual([
      { part: 'mood=low', why: 'retired-question', said: 'How do you feel? Low' },
      { part: 'weather=snow', why: 'retired-option', said: 'It snows' },
    ]);
    expect(read.walk).toMatchObject({ at: 'question', question: 'weather' });
  });

  it('what lies beyond the longest link', () => {
    const started = performance.now();
    const { setAside, walk: reached } = resolveLink(coworker, `${LINK}&${'a=b&'.repeat(25_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(reached.trail).toEqual(TRAIL);
    expect(setAside.length).toBeLessThan(30);
    expect(setAside.at(-1)?.why).toBe('too-long');
  });

  it('shortly, and without signs that turn the text around it', () => {
    const [piece] = resolveLink(coworker, `x=\u202e${'é'.repeat(3000)}`).setAside;
    expect(piece?.part).toBe(`x=${'é'.repeat(58)}…`);
  });
});

describe('a broken link', () => {
  it('is one that was to bring something, and of which nothing is left', () => {
    const broken = ['conduct=xxxxxxxxx', 'a=b', 'utm_source=chat', LINK, 'conduct=good&a=b', ''].map((fragment) =>
      isBroken(readFragment(coworker, fragment)),
    );
    expect(broken).toEqual([true, true, false, false, false, false]);
  });
});

/** Returns whether a text is one piece of a link, whatever it says: nothing in it parts pieces, once decoded, or is left out. */
const isOnePiece = (text: string): boolean =>
  !/[%&+#;]/.test(text.normalize('NFKC')) && text.normalize('NFKC').replace(/[\p{C}\p{Z}]/gu, '') !== '';

describe('any damage to a link', () => {
  it('leaves something that can be read, and a walk that the flow allows', () => {
    fc.assert(
      fc.property(anyTrail, damage, ({ flow, reached }, harm) => {
        const read = resolveLink(flow, harm(toFragment(reached.trail)));
        expect(gist(walk(flow, read.walk.trail))).toEqual(gist(read.walk));
        expect(sorted([...read.walk.trail, ...read.later])).toEqual(sorted(read.answers));
        for (const { part } of read.setAside) expect(part.length).toBeLessThan(140);
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves nothing unnamed: every piece is used, or set aside', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 8 }), (parts) => {
        const plain = parts.filter(isOnePiece);
        const read = resolveLink(coworker, plain.join('&'));
        expect(read.answers.length + read.setAside.length).toBe(plain.length);
      }),
    );
  });
});
