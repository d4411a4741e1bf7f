import type { Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import type { Walk } from '../../src/domain/walk.ts';
import { anyWalk } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';

/** Returns a link's fragment after some damage: pieces cut, doubled, moved, replaced, encoded once more. */
const damages: readonly ((text: string, at: number, other: string) => string)[] = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text + text.slice(at),
  (text, at, other) => text.slice(0, at) + other + text.slice(at),
  (text, at, other) => text.slice(0, at) + other + text.slice(at + other.length),
  (text) => text.split('&').reverse().join('&'),
  (text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '')),
  (text) => text.replaceAll('&', '&amp;'),
  (text) => text.toUpperCase(),
  (text, at) => `${text.slice(0, at)}%${text.slice(at)}`,
  (text) => `${text}&utm_source=chat`,
  (text) => `${text}.)`,
];

/** Text that links meet on their way: any signs, and those that have a meaning in one. */
const debris = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '&',
    '=',
    '#',
    '%',
    '%00',
    '%E0%A4%A',
    '<b>',
    '__proto__=1',
    'constructor=1',
    '\u202e',
    '.',
    '\n',
    '+',
    'x=y',
  ),
);

/** Damage to a text, once or several times. */
export const damage: fc.Arbitrary<(text: string) => string> = fc
  .array(fc.tuple(fc.constantFrom(...damages), fc.double({ min: 0, max: 1, noNaN: true }), debris), {
    minLength: 1,
    maxLength: 5,
  })
  .map(
    (steps) => (text: string) =>
      steps.reduce((so, [harm, where, other]) => harm(so, Math.floor(where * so.length), other), text),
  );

/** Returns the answers of a trail in an order that does not depend on how it was walked. */
export const sorted = (trail: Trail): Trail => [...trail].sort();

/** Any walk of any flow, which a failing property prints as its answers and not as its whole machine. */
export const anyTrail: fc.Arbitrary<{ readonly flow: MachineFlow; readonly reached: Walk }> = anyWalk.map((found) => ({
  ...found,
  [fc.toStringMethod]: () => `${found.flow.id}: ${found.reached.trail.join(' ')}`,
}));

/** Returns what matters of a walk: its answers, and where they lead. */
export const gist = (reached: Walk): readonly unknown[] => [
  reached.trail,
  reached.at,
  reached.at === 'question' ? reached.question : reached.at === 'verdict' ? reached.rules : reached.verdicts,
];
