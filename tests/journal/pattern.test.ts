import { describe, expect, it } from 'vitest';
import { dayOf, dueOn, newId } from '../../src/journal/entry.ts';
import { pairsIn, patternOf, stripOf } from '../../src/journal/pattern.ts';
import { entryOf, journalOf } from './entries.ts';

const closed = (parts = {}) => entryOf({ side: 'closed', ...parts });
const open = (parts = {}) => entryOf({ side: 'open', verdict: 'boundaries', ...parts });
const stranger = (parts = {}) => closed({ flow: 'accept-stranger', verdict: 'decline', ...parts });

describe('a pattern', () => {
  it('needs three decisions', () => {
    expect(patternOf([closed(), open()])).toBeNull();
    expect(patternOf([closed(), open(), closed()])).toMatchObject({ total: 3, closed: 2, open: 1, neither: 0 });
  });

  it('leaves out what safety settled', () => {
    expect(patternOf([closed(), open(), closed({ isSettled: true })])).toBeNull();
  });

  it('names the guide whose decisions all fell to one side, where others did not', () => {
    const entries = [stranger(), stranger(), closed(), open()];
    expect(patternOf(entries)?.always).toEqual({
      flow: 'accept-stranger',
      short: 'Someone at work',
      side: 'closed',
      count: 2,
    });
  });

  it.each([
    ['one decision of it', [stranger(), open(), closed()]],
    ['all fell to that side', [stranger(), stranger(), closed()]],
    ['two ends', [stranger(), stranger({ side: 'open' }), open()]],
  ])('names no guide with %s', (_what, entries) => {
    expect(patternOf(entries)?.always).toBeNull();
  });
});

describe('the strip of leans', () => {
  it('stacks what is level, the oldest at the bottom', () => {
    const entries = [
      closed({ counts: { closed: 4, open: 1 } }),
      open({ counts: { closed: 5, open: 2 } }),
      closed({ counts: { closed: 0, open: 2 } }),
    ];
    const newest = journalOf(entries).entries;
    expect(stripOf(newest).map(({ net, level }) => [net, level])).toEqual([
      [-3, 0],
      [-3, 1],
      [2, 0],
    ]);
  });

  it('ends at ten either way', () => {
    expect(stripOf([closed({ counts: { closed: 30, open: 0 } })])[0]?.net).toBe(-10);
  });
});

describe('a pair to think about', () => {
  const base = [
    'conduct.difficult',
    'heat.cooled',
    'pattern.settled',
    'talked.unchanged',
    'stakes.partnership',
  ] as const;
  const vouch = closed({ answers: [...base, 'meaning.vouch'], verdict: 'not-here' });
  const contact = open({ answers: [...base, 'meaning.contact'] });

  it('has the same guide, close answers, another ending, and the answers that differ', () => {
    expect(pairsIn([vouch, contact])).toEqual([
      {
        one: vouch,
        other: contact,
        differences: [{ question: 'meaning', one: 'meaning.vouch', other: 'meaning.contact' }],
      },
    ]);
  });

  it.each([
    ['another guide', { flow: 'remove-connection' }],
    ['the same ending', { verdict: 'not-here' }],
    ['nothing in common', { answers: ['conduct.good', 'culture.normal'] as const }],
    ['all answers the same', { answers: vouch.answers }],
    ['safety in it', { isSettled: true }],
  ])('is none with %s', (_what, parts) => {
    expect(pairsIn([vouch, { ...contact, ...parts }])).toEqual([]);
  });

  it('is the nearest first, each decision in one pair', () => {
    const further = open({ answers: [...base.slice(0, 4), 'stakes.little', 'meaning.contact'] as never });
    const other = closed({ answers: [...base.slice(0, 4), 'stakes.my-call', 'meaning.vouch'] as never });
    const pairs = pairsIn([further, other, vouch, contact]);
    expect(pairs.map(({ one, other: two }) => [one.id, two.id])).toEqual([
      [vouch.id, contact.id],
      [further.id, other.id],
    ]);
  });

  it('comes three at most', () => {
    const entries = Array.from({ length: 5 }, () => [
      { ...vouch, id: newId() },
      { ...contact, id: newId() },
    ]).flat();
    expect(pairsIn(entries)).toHaveLength(3);
  });
});

describe('a day to look again', () => {
  it('has come on that day, and not before', () => {
    const entry = closed({ lookAgain: '2026-04-01' });
    expect(dueOn([entry, closed()], '2026-04-01')).toEqual([entry]);
    expect(dueOn([entry], '2026-03-31')).toEqual([]);
  });

  it('is the reader’s own', () => {
    expect(dayOf(new Date(2026, 3, 1, 23, 59))).toBe('2026-04-01');
  });
});
