import type { Pattern, StripMark } from '../../journal/pattern.ts';
import { capital, inWords, listed } from '../numbers.ts';

const agree = (count: number, one: string, several: string): string =>
  `${inWords(count)} ${count === 1 ? one : several}`;

/** Returns how decisions fall in one plain sentence. */
export function patternSentence({ total, closed, open, neither, always }: Pattern): string {
  const door = closed > 0 ? 'it' : 'the door';
  const parts = [
    ...(closed > 0 ? [agree(closed, 'closes the door', 'close the door')] : []),
    ...(open > 0 ? [agree(open, `leaves ${door} open`, `leave ${door} open`)] : []),
    ...(neither > 0 ? [agree(neither, 'takes neither side', 'take neither side')] : []),
  ].sort((a, b) => Number(b.includes(' neither')) * -1 + Number(a.includes(' neither')));
  const isOne = parts.length === 1;
  const first = isOne ? capital(`all ${parts[0]}`) : `Of ${inWords(total)} decisions, ${listed(parts)}`;
  if (!always) return `${first}.`;
  const times = always.count === 2 ? 'both times' : `all ${inWords(always.count)} times`;
  return `${first}; at “${always.short}” you ${always.side === 'closed' ? 'closed the door' : 'left the door open'} ${times}.`;
}

/** Returns what the strip shows, in words. */
export function stripWords(marks: readonly StripMark[]): string {
  const leaning = (which: (net: number) => boolean): string =>
    listed(
      marks
        .filter(({ net }) => which(net))
        .map(({ net }) => Math.abs(net))
        .sort((a, b) => a - b)
        .map(String),
    );
  const back = leaning((net) => net < 0);
  const ahead = leaning((net) => net > 0);
  const level = marks.filter(({ net }) => net === 0).length;
  return [
    ...(back ? [`The claims lean to closing the door by ${back}.`] : []),
    ...(ahead ? [`${back ? 'They lean' : 'The claims lean'} to an open door by ${ahead}.`] : []),
    ...(level > 0 ? [`${capital(inWords(level))} ${level === 1 ? 'is' : 'are'} level.`] : []),
  ].join(' ');
}
