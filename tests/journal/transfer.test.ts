import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Journal } from '../../src/journal/entry.ts';
import {
  compareCopy,
  LARGEST,
  type Misfit,
  readCopy,
  readFile,
  toCopy,
  toMarkdown,
} from '../../src/journal/transfer.ts';
import { VERSION } from '../../src/journal/versions.ts';
import { fc } from '../fc.ts';
import { entryOf, journalOf, ruleOf } from './entries.ts';

const saved = new Date('2026-11-22T10:00:00Z');
const copyOf = (journal: Journal) => toCopy(journal, saved, 'journal.schema.json');

const journal = journalOf(
  [entryOf({ note: 'Two lines.\nIn a note.', lookAgain: '2026-12-01' }), entryOf({ side: null, openness: 2 })],
  ruleOf(['whom.meet', 'link.contact'], 'I **meet** people first.'),
);

/** Returns a copy with one value of its first entry replaced. */
const spoilt = (change: object): string => {
  const [first, ...others] = journal.entries;
  return copyOf({ ...journal, entries: [{ ...first, ...change } as never, ...others] });
};

const misfitOf = (text: string): unknown => {
  const read = readCopy(text);
  return 'misfit' in read ? read.misfit : undefined;
};

describe('a saved copy', () => {
  it('gives back what was saved', () => {
    expect(readCopy(copyOf(journal))).toEqual({ journal });
  });

  it('is read with a byte-order mark before it', () => {
    expect(readCopy(`\uFEFF${copyOf(journal)}`)).toEqual({ journal });
  });

  it('is what its published schema describes', () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync('public/journal.schema.json', 'utf8')));
    expect(schema.safeParse(JSON.parse(copyOf(journal))).error).toBeUndefined();
    expect(schema.safeParse(JSON.parse(spoilt({ counts: { closed: -1, open: 0 } }))).success).toBe(false);
  });

  it('of the first version is brought up', () => {
    const [{ lookAgain: _day, isException: _exception, ...old }] = [entryOf()];
    const text = JSON.stringify({ format: 'counterpoint-journal', version: 1, entries: [old] });
    expect(readCopy(text)).toEqual({
      journal: { entries: [{ ...old, lookAgain: null, isException: false }], rule: null },
    });
  });

  it('is read whatever was pasted into it, without what cannot be seen or turns the writing round', () => {
    const read = readCopy(spoilt({ nickname: '\u202a+44 20\u202c', note: 'one\u000btwo\nthree' }));
    expect('journal' in read && read.journal.entries[0]).toMatchObject({ nickname: '+44 20', note: 'onetwo\nthree' });
  });

  it('leaves behind what the journal does not know', () => {
    expect(readCopy(spoilt({ extra: 'unknown' }))).toEqual({ journal });
    expect(readCopy(copyOf(journal).replace('"nickname"', '"__proto__": { "polluted": true }, "nickname"'))).toEqual({
      journal,
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a file that cannot be used', () => {
  const whole = copyOf(journal);

  it.each<[string, string, Misfit]>([
    ['nothing', '', 'empty'],
    ['a copy cut off', whole.slice(0, whole.length / 2), 'cut-off'],
    ['something else', 'Dear diary', 'unreadable'],
    ['another program’s', '{"format":"diary","entries":[]}', 'foreign'],
    ['a list', '[]', 'foreign'],
    ['a copy of a later version', whole.replace(`"version": ${VERSION}`, `"version": ${VERSION + 1}`), 'newer'],
    ['a copy of no version', whole.replace(`"version": ${VERSION}`, '"version": "two"'), 'damaged'],
    ['a copy without entries', whole.replace('"entries"', '"others"'), 'damaged'],
    ['one entry twice', copyOf({ ...journal, entries: [...journal.entries, ...journal.entries] }), 'damaged'],
    ['a rule that is none', copyOf({ ...journal, rule: { answers: [], text: 7 } as never }), 'damaged'],
    ['a huge one', `${whole}${' '.repeat(LARGEST)}x`, 'too-large'],
  ])('%s', (_what, text, misfit) => {
    expect(misfitOf(text)).toBe(misfit);
  });

  it.each<[string, object]>([
    ['an id with a slash', { id: '../elsewhere' }],
    ['a flow that is no id', { flow: '<b>' }],
    ['an answer that is none', { answers: ['conduct'] }],
    [
      'a question answered twice',
      { answers: ['conduct.good', 'conduct.difficult'], words: { ...entryOf().words, answers: [] } },
    ],
    ['an openness of 7', { openness: 7 }],
    ['a side that is none', { side: 'left' }],
    ['counts below nothing', { counts: { closed: -1, open: 0 } }],
    ['no counts', { counts: null }],
    ['a date that is none', { kept: 'yesterday' }],
    ['a day that is none', { lookAgain: '2026-13-45' }],
    ['a day with words', { lookAgain: 'soon' }],
    ['a flag that is none', { isException: 'no' }],
    ['a nickname without end', { nickname: 'x'.repeat(201) }],
    ['a note that is none', { note: null }],
    ['no words', { words: 'Ignore it' }],
    [
      'words for an answer that was not given',
      { words: { ...entryOf().words, answers: [{ id: 'meaning.vouch', question: '?', answer: '!' }] } },
    ],
  ])('names the entry with %s', (_what, change) => {
    expect(readCopy(spoilt(change))).toEqual({ misfit: 'damaged', entry: 1 });
  });

  it('never throws, whatever it holds', () => {
    const entries = fc.array(fc.anything({ withNullPrototype: false }));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          entries.map((found) => JSON.stringify({ format: 'counterpoint-journal', version: 2, entries: found }) ?? ''),
        ),
        (text) => {
          expect(readCopy(text)).toBeDefined();
        },
      ),
    );
  });

  it('is not opened where it is too large', async () => {
    const file = new Blob(['x'.repeat(LARGEST + 1)]);
    file.arrayBuffer = () => Promise.reject(new Error('opened'));
    expect(await readFile(file)).toEqual({ misfit: 'too-large' });
  });

  it('is a picture', async () => {
    expect(await readFile(new Blob([new Uint8Array([0x89, 0x50, 0xff, 0xfe])]))).toEqual({ misfit: 'unreadable' });
  });
});

describe('what a copy would change', () => {
  const [one, other] = journal.entries as [Journal['entries'][number], Journal['entries'][number]];

  it('is told apart by id', () => {
    const added = entryOf();
    const there = journalOf([one, { ...other, note: 'theirs' }, added], ruleOf(['whom.open']));
    const compared = compareCopy(journal, there);
    expect(compared.adds).toEqual([added]);
    expect(compared.same).toEqual([one]);
    expect(compared.differs).toEqual([{ here: other, there: { ...other, note: 'theirs' } }]);
    expect(compared.rule).toBe('differs');
  });

  it('is nothing where only the order of keys differs', () => {
    const turned = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
    expect(compareCopy(journal, journalOf([turned], journal.rule))).toMatchObject({
      adds: [],
      differs: [],
      rule: 'same',
    });
  });

  it.each([
    [null, null, 'none'],
    [journal.rule, null, 'none'],
    [null, journal.rule, 'adds'],
  ] as const)('speaks of the rule: %#', (here, there, expected) => {
    expect(compareCopy(journalOf([], here), journalOf([], there)).rule).toBe(expected);
  });
});

describe('a journal as markdown', () => {
  it('holds every word that the reader wrote, and each result', () => {
    const text = toMarkdown(journal);
    for (const part of [
      'I **meet** people first.',
      'Two lines.',
      'In a note.',
      'Look again on 1 December 2026.',
      'Ignore it.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('takes no sign in a note for one of markdown’s own', () => {
    const text = toMarkdown(
      journalOf([entryOf({ note: '# Not a heading\n- not an item\n1. nor this *or* <b>that</b>' })]),
    );
    expect(text).toContain('\\# Not a heading');
    expect(text).toContain('\\- not an item');
    expect(text).toContain('\\1. nor this \\*or\\* \\<b\\>that\\</b\\>');
  });
});
