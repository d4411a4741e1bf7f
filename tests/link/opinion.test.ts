import { describe, expect, it } from 'vitest';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { walk } from '../../src/domain/walk.ts';
import { flowById } from '../../src/flows/index.ts';
import { cleanName, LONGEST_NAME, readAsk, readOpinionLink, readPair, toAsk, toPair } from '../../src/link/opinion.ts';
import { allPaths } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';
import { anyTrail, damage, gist } from './links.ts';

const coworker = flowById('accept-coworker') as MachineFlow;
const introduce = flowById('introduce') as MachineFlow;
const TRAIL = ['conduct.difficult', 'heat.cooled', 'pattern.dont-know'] as const;

const hashOf = (address: string): string => address.slice(address.indexOf('#'));
const name = fc.string({ unit: 'grapheme', maxLength: 60 });
const twoWalks = fc.tuple(anyTrail, anyTrail).filter(([one, other]) => one.flow === other.flow);

describe('a link that asks for an opinion', () => {
  it('stands at the flow’s own address', () => {
    expect(toAsk(coworker, TRAIL)).toMatch(/^accept-coworker\/#ask=1[\w-]+$/);
  });

  it('has no name where none was given', () => {
    const read = readOpinionLink(coworker, hashOf(toAsk(coworker, TRAIL)));
    expect(read?.kind === 'ask' && Object.keys(read.opinion)).toEqual(['answers', 'setAside', 'walk']);
  });

  it('is today as it was when the first one was sent', () => {
    expect(['', 'L', 'Lo'].map((called) => toAsk(coworker, ['conduct.good'], called))).toMatchInlineSnapshot(`
      [
        "accept-coworker/#ask=1AANV4tGK2-nob7Xn-eh19AZKyU",
        "accept-coworker/#ask=1AAOJa-hcfIZ1Iu8B3vsd-3ltAJq",
        "accept-coworker/#ask=1AAPh1bM7Os-B5WnQoY2ZRWCUaliNA",
      ]
    `);
  });

  it('says again what it was made of, whatever is known and whatever the name', () => {
    fc.assert(
      fc.property(anyTrail, name, ({ flow, reached }, called) => {
        const read = readOpinionLink(flow, hashOf(toAsk(flow, reached.trail, called)));
        const clean = cleanName(called);
        expect(read?.kind).toBe('ask');
        if (read?.kind !== 'ask') return;
        expect(gist(read.opinion.walk)).toEqual(gist(reached));
        expect([read.opinion.name ?? '', read.opinion.setAside]).toEqual([clean, []]);
      }),
    );
  });

  it('shows no answer to the eye, on any path', () => {
    for (const { flow, path } of allPaths) {
      const code = hashOf(toAsk(flow, path.trail)).toLowerCase();
      const plain = atob(code.slice(9).replaceAll('-', '+').replaceAll('_', '/').slice(0, 8));
      for (const part of path.trail.flatMap((answer) => answer.split('.'))) {
        if (part.length < 4) continue;
        expect(code).not.toContain(part);
        expect(plain).not.toContain(part);
      }
    }
  });

  it('looks quite different where a single answer does', () => {
    const [one = '', other = ''] = [
      toAsk(coworker, ['conduct.good']),
      toAsk(coworker, ['conduct.good', 'culture.mixed']),
    ].map((link) => hashOf(link).slice(9));
    expect(other.startsWith(one.slice(0, 6))).toBe(false);
  });

  it('is short enough for a QR code', () => {
    const longest = Math.max(
      ...allPaths.map(
        ({ flow, path }) =>
          toPair(flow, path.trail, path.trail, { first: 'x'.repeat(40), second: 'y'.repeat(40) }).length,
      ),
    );
    expect(longest).toBeLessThan(800);
  });

  it('is read with what programs add to it and put into it', () => {
    const link = hashOf(toAsk(coworker, TRAIL, 'Lou'));
    for (const changed of [
      `${link}.`,
      `${link})`,
      `${link}%20`,
      `${link}&utm_source=chat`,
      link.replace('=', '%3D'),
      `${link.slice(0, 20)}%0A ${link.slice(20)}`,
      `${link}_`,
      link.replace('ask', 'Ask'),
    ]) {
      expect(readOpinionLink(coworker, changed)).toMatchObject({
        kind: 'ask',
        code: link.slice('#ask='.length),
        opinion: { name: 'Lou', answers: TRAIL },
      });
    }
    expect(readOpinionLink(coworker, link.slice(1))).toMatchObject({ kind: 'ask' });
    expect(readOpinionLink(coworker, `#/?${link}`)).toMatchObject({ kind: 'ask' });
  });

  it('is said to be unreadable by its beginning, whatever else was added', () => {
    const link = hashOf(toAsk(coworker, TRAIL, 'Lou'));
    expect(readOpinionLink(coworker, `${link.slice(0, 30)}&utm_source=${'chat'.repeat(50)}`)).toEqual({
      kind: 'unreadable',
      setAside: [{ part: `${link.slice(1, 17)}…`, why: 'cut-off' }],
    });
    expect(readOpinionLink(coworker, link.replace('ask=1', 'ask=2'))).toMatchObject({ setAside: [{ why: 'altered' }] });
    expect(readPair(coworker, '1AAA')).toBeUndefined();
  });

  it('is said to have lost its end wherever it is cut', () => {
    const link = hashOf(toAsk(coworker, TRAIL, 'Lou'));
    for (let length = '#ask='.length; length < link.length; length += 1) {
      expect(readOpinionLink(coworker, link.slice(0, length))).toMatchObject({
        kind: 'unreadable',
        setAside: [{ why: 'cut-off' }],
      });
    }
  });

  it('is said to have changed where a letter of it is another, or it is opened at another flow', () => {
    const link = hashOf(toAsk(coworker, TRAIL, 'Lou'));
    const altered = `${link.slice(0, 24)}${link[24] === 'A' ? 'B' : 'A'}${link.slice(25)}`;
    expect(readOpinionLink(coworker, altered)).toMatchObject({ kind: 'unreadable', setAside: [{ why: 'altered' }] });
    expect(readOpinionLink(introduce, link)).toMatchObject({ kind: 'unreadable', setAside: [{ why: 'altered' }] });
    expect(readOpinionLink(coworker, link.replace('ask', 'pair'))).toMatchObject({ kind: 'unreadable' });
    expect(readAsk(introduce, link.slice(5))).toBeUndefined();
  });

  it('is told from answers, and from nothing', () => {
    expect(readOpinionLink(coworker, '#conduct=good')).toBeUndefined();
    expect(readOpinionLink(coworker, '')).toBeUndefined();
    expect(readOpinionLink(coworker, '#task=1')).toBeUndefined();
  });
});

describe('a link that holds two opinions', () => {
  it('says again what it was made of', () => {
    fc.assert(
      fc.property(twoWalks, name, name, ([one, other], first, second) => {
        const { flow } = one;
        const read = readOpinionLink(
          flow,
          hashOf(toPair(flow, one.reached.trail, other.reached.trail, { first, second })),
        );
        expect(read?.kind).toBe('pair');
        if (read?.kind !== 'pair') return;
        expect(gist(read.pair.first.walk)).toEqual(gist(one.reached));
        expect(gist(read.pair.second.walk)).toEqual(gist(other.reached));
        expect([read.pair.first.name ?? '', read.pair.second.name ?? '']).toEqual([first, second].map(cleanName));
        expect(readPair(flow, read.code)?.second.answers).toEqual(read.pair.second.answers);
      }),
    );
  });
});

describe('any damage to a link of opinions', () => {
  it('leaves the opinion as it was, or a sentence, and never an error', () => {
    fc.assert(
      fc.property(anyTrail, name, damage, fc.boolean(), ({ flow, reached }, called, harm, isPair) => {
        const link = isPair ? toPair(flow, reached.trail, [], { first: called }) : toAsk(flow, reached.trail, called);
        const read = readOpinionLink(flow, harm(hashOf(link)));
        if (read?.kind === 'ask') expect(gist(read.opinion.walk)).toEqual(gist(reached));
        else if (read?.kind === 'pair') expect(gist(read.pair.first.walk)).toEqual(gist(reached));
        else if (read) expect(['cut-off', 'altered']).toContain(read.setAside[0].why);
      }),
      { numRuns: 1500 },
    );
  });

  it('a code made of anything is a sentence too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (code) => {
        const read = readOpinionLink(coworker, `#ask=${code}`);
        expect(read === undefined || read.kind === 'unreadable').toBe(true);
      }),
    );
  });
});

describe('answers that an older guide took', () => {
  it('are set aside and named, and the rest is used', () => {
    const read = readOpinionLink(coworker, hashOf(toAsk(coworker, ['conduct.good', 'mood.low', 'heat.warm'])));
    expect(read).toMatchObject({
      kind: 'ask',
      opinion: {
        walk: walk(coworker, ['conduct.good']),
        setAside: [
          { part: 'mood=low', why: 'unknown-question' },
          { part: 'heat=warm', why: 'not-asked' },
        ],
      },
    });
  });
});

describe('a name', () => {
  it.each([
    ['  Lou \n\t Reed ', 'Lou Reed'],
    ['\u202eevil\u0000', 'evil'],
    ['<b>Lou</b>', '<b>Lou</b>'],
    ['\ud800x', 'x'],
    ['मुहम्मद', 'मुहम्मद'],
    ['Rene\u0301', 'René'],
    [`   ${'x'.repeat(50)}`, 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
  ])('%j travels as %j', (given, kept) => {
    expect(cleanName(given)).toBe(kept);
  });

  it('is forty characters at most, and stays what it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const clean = cleanName(given);
        expect(Array.from(clean).length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(cleanName(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\n\r\u2028]/);
      }),
    );
  });
});
