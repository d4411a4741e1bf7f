/** One entry for a calendar: a reminder on a day. */
export interface Reminder {
  readonly title: string;
  /** The day, in the reader's own time; the alarm rings at nine. */
  readonly day: Date;
  readonly note: string;
  /** Unlike that of any other entry. */
  readonly id: string;
  /** When the file is made. */
  readonly made: Date;
}

/** Longest line, in octets, without its end (RFC 5545, 3.1). */
const LONGEST = 75;

const two = (number: number): string => String(number).padStart(2, '0');

const dayOf = (date: Date): string => `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;

const momentOf = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');

/** Returns text as a property's value: separators escaped, line breaks written `\n` (RFC 5545, 3.3.11). */
export const escapedText = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // Other control characters are not allowed in a value.
    .replace(/\p{Cc}/gu, '');

/** Returns a content line folded so that none is longer than 75 octets; no character is cut in two. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** Returns the day some weeks after another. */
export const weeksAfter = (date: Date, weeks: number): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + 7 * weeks);

/** Returns a reminder as a calendar file (RFC 5545): at nine in the morning, wherever the calendar is opened. */
export function calendarFile({ title, day, note, id, made }: Reminder): string {
  const summary = escapedText(title);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Counterpoint//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapedText(id)}`,
    `DTSTAMP:${momentOf(made)}`,
    `DTSTART:${dayOf(day)}T090000`,
    'DURATION:PT15M',
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapedText(note)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${summary}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
