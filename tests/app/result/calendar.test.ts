import { describe, expect, it } from 'vitest';
import { calendarFile, escapedText, folded, weeksAfter } from '../../../src/app/result/calendar.ts';

const reminder = {
  title: 'Look again at the open request',
  day: new Date(2026, 11, 6),
  note: 'From Counterpoint.',
  id: '1@counterpoint',
  made: new Date('2026-11-22T14:06:07.890Z'),
};

describe('a calendar file', () => {
  const file = calendarFile(reminder);

  it('is one event of one calendar, with an alarm', () => {
    const frame = file.split('\r\n').filter((line) => /^(BEGIN|END):/.test(line));
    expect(frame).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('says what the standard requires', () => {
    const lines = file.split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'PRODID:-//Counterpoint//Reminder//EN',
        'UID:1@counterpoint',
        'DTSTAMP:20261122T140607Z',
        'DTSTART:20261206T090000',
        'SUMMARY:Look again at the open request',
        'ACTION:DISPLAY',
        'TRIGGER:PT0S',
      ]),
    );
  });

  it('ends every line, the last too, with CR and LF, and has no other line breaks', () => {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has no line longer than 75 octets', () => {
    const long = calendarFile({ ...reminder, title: 'Entscheidung über die Anfrage – ганц нарийн 😀 '.repeat(6) });
    for (const line of long.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});

describe('folding', () => {
  it('leaves a line of 75 octets alone, and folds one of 76', () => {
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75));
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
  });

  it('can be undone, and cuts no character in two', () => {
    const line = `SUMMARY:${'é😀'.repeat(60)}`;
    const parts = folded(line).split('\r\n');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line);
    for (const part of parts) expect(part).not.toMatch(/^ ?[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
});

describe('text in a calendar file', () => {
  it('has its separators and line breaks escaped', () => {
    expect(escapedText('a, b; c\\d\r\ne\nf')).toBe('a\\, b\\; c\\\\d\\ne\\nf');
  });

  it('cannot add a line of its own', () => {
    expect(escapedText('Sam\rATTACH:x\u2028\u0000')).toBe('Sam\\nATTACH:x\u2028');
  });
});

describe('a day some weeks away', () => {
  it('is right across the end of a month, and where the clocks change', () => {
    expect(weeksAfter(new Date(2026, 10, 22, 23, 59), 2)).toEqual(new Date(2026, 11, 6));
    expect(weeksAfter(new Date(2026, 2, 22, 0, 30), 1)).toEqual(new Date(2026, 2, 29));
  });
});
