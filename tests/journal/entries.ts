import type { Trail } from '../../src/domain/answer.ts';
import type { Entry, Journal, Rule } from '../../src/journal/entry.ts';

let made = 0;

/** Returns an entry with these parts, and plausible others. */
export function entryOf(parts: Partial<Entry> = {}): Entry {
  made += 1;
  const answers: Trail = parts.answers ?? ['conduct.difficult', 'heat.cooled', 'pattern.settled', 'talked.unchanged'];
  return {
    id: `entry-${String(made).padStart(4, '0')}`,
    flow: 'accept-coworker',
    answers,
    verdict: 'ignore',
    openness: 0,
    side: 'closed',
    isSettled: false,
    counts: { closed: 5, open: 2 },
    kept: new Date(Date.UTC(2026, 0, 1, 12, made)).toISOString(),
    nickname: `The colleague ${made}`,
    note: '',
    lookAgain: null,
    isException: false,
    words: {
      title: 'Should I accept?',
      short: 'Someone at work',
      headline: 'Ignore it.',
      gist: 'You would neither ask nor give.',
      rule: 'You could not vouch for them.',
      reasons: [{ voice: 'Leslie', text: 'There is nothing in it for you' }],
      dissent: [{ voice: 'Thom', text: 'A link is not a reference.' }],
      answers: answers.map((id) => ({
        id,
        question: `About ${id.split('.')[0]}?`,
        answer: `It is ${id.split('.')[1]}`,
      })),
    },
    ...parts,
  };
}

/** Returns a rule that these answers have led to. */
export const ruleOf = (answers: Trail, text = 'I link with people I have met.'): Rule => ({
  answers,
  text,
  written: '2026-03-01T12:00:00.000Z',
});

/** Returns a journal of these entries, the newest first. */
export const journalOf = (entries: readonly Entry[], rule: Rule | null = null): Journal => ({
  entries: [...entries].sort((one, other) => other.kept.localeCompare(one.kept)),
  rule,
});
