import { type Answer, answerTo, DONT_KNOW, type Trail } from '../domain/answer.ts';
import type { Ledger } from '../domain/claim.ts';
import type { Flow } from '../domain/flow.ts';
import { type Walk, walk } from '../domain/walk.ts';
import { flows } from '../flows/index.ts';
import { changes, firmness } from '../reasoning/changes.ts';
import { depends } from '../reasoning/depends.ts';
import { explain } from '../reasoning/explain.ts';
import { remaining } from '../reasoning/remaining.ts';
import { largeFlow, largeLedger } from './large-flow.ts';
import { readOptions, run } from './options.ts';

const HELP = `Measures how long it takes to work out everything that a result says, for every flow and for a far larger one.

  npm run bench:reasoning`;

/** What a frame allows, in milliseconds, and how much slower a reader's device may be than this one. */
const FRAME = 16;
const SLOWER = 4;

const ROUNDS = 7;

/** The lean of no claim changes how long a count takes. */
const noLeans: Ledger = {};

/** Works out everything that a result says. */
function resultOf(flow: Flow, ledger: Ledger, trail: Trail): void {
  const reached = walk(flow, trail);
  if (reached.at === 'question') throw new Error(`${trail} is not at its end`);
  const { singles } = changes(flow, reached);
  if (reached.at === 'depends') depends(flow, reached);
  else {
    explain(flow, ledger, reached);
    firmness(flow, reached, singles);
  }
}

/** Returns the trails that answer the questions at these places with “I don’t know yet”, and the others every way. */
function trailsWith(flow: Flow, unknownAt: readonly number[], most: number): readonly Trail[] {
  const trails: Trail[] = [];
  const visit = (reached: Walk): void => {
    if (trails.length >= most) return;
    if (reached.at !== 'question') {
      trails.push(reached.trail);
      return;
    }
    const { question, trail } = reached;
    const isUnknown = unknownAt.includes(trail.length);
    const options = isUnknown ? [DONT_KNOW] : Object.keys(flow.answers[question] ?? {});
    for (const option of options) visit(walk(flow, [...trail, answerTo(question, option)]));
  };
  visit(walk(flow, []));
  return trails;
}

/** Returns trails of a flow that choose by turns, so that a few of them go all over it. */
function someTrails(flow: Flow, unknownAt: readonly number[], many: number): readonly Trail[] {
  return Array.from({ length: many }, (_, turn): Trail => {
    let trail: readonly Answer[] = [];
    for (let reached = walk(flow, []); reached.at === 'question'; reached = walk(flow, trail)) {
      const options = Object.keys(flow.answers[reached.question] ?? {});
      const option = options[(turn * 7 + trail.length * (turn + 3)) % options.length] as string;
      const given = unknownAt.includes(trail.length) ? DONT_KNOW : option;
      trail = [...trail, answerTo(reached.question, given)];
    }
    return trail;
  });
}

const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((one, other) => one - other);
const median = (numbers: readonly number[]): number => sorted(numbers)[Math.floor(numbers.length / 2)] ?? 0;
const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** What one measurement found, in milliseconds. */
interface Found {
  /** The very first one, with nothing worked out before. */
  readonly first: number;
  readonly median: number;
  readonly worst: number;
}

/** Times work on each of these trails; a trail's time is the least of its rounds, so that a busy machine is no result. */
function measure(trails: readonly Trail[], work: (trail: Trail) => void): Found {
  const rounds = Array.from({ length: ROUNDS }, () => trails.map((trail) => timed(() => work(trail))));
  const times = trails.map((_, index) => Math.min(...rounds.map((round) => round[index] ?? 0)));
  return { first: rounds[0]?.[0] ?? 0, median: median(times), worst: Math.max(...times) };
}

/** Times how long it takes to say what is left, at each question of these trails. */
const measureRemaining = (flow: Flow, trails: readonly Trail[]): Found =>
  measure(
    trails.flatMap((trail) => trail.map((_, index) => trail.slice(0, index))),
    (trail) => {
      const reached = walk(flow, trail);
      if (reached.at === 'question') remaining(flow, reached);
    },
  );

const line = (name: string, trails: readonly Trail[], { first, median, worst }: Found): string => {
  const figures = [first, median, worst].map((ms) => ms.toFixed(2).padStart(9)).join('');
  return `${name.padEnd(44)}${String(trails.length).padStart(6)}${figures}`;
};

const UNKNOWNS: readonly (readonly [string, readonly number[]])[] = [
  ['no unknown', []],
  ['one unknown', [1]],
  ['four unknowns', [0, 1, 2, 3]],
];

/** Measures every flow and a far larger one, and tells whether every flow keeps within a frame. */
function bench(): boolean {
  console.log(
    `${'milliseconds'.padEnd(44)}${'walks'.padStart(6)}${'first'.padStart(9)}${'median'.padStart(9)}${'worst'.padStart(9)}`,
  );
  let worst = 0;
  for (const flow of flows) {
    for (const [name, at] of UNKNOWNS) {
      const trails = trailsWith(flow, at, Number.POSITIVE_INFINITY);
      const found = measure(trails, (trail) => resultOf(flow, noLeans, trail));
      const left = measureRemaining(flow, trails);
      worst = Math.max(worst, found.worst, left.worst);
      console.log(line(`${flow.id}, ${name}`, trails, found));
      console.log(line('  what is left', trails, left));
    }
  }
  for (const seed of [1, 2, 3]) {
    const large = largeFlow({ questions: 12, options: 4, seed });
    for (const [name, at] of UNKNOWNS) {
      const trails = someTrails(large, at, 20);
      console.log(
        line(
          `12 questions of 4 (${seed}), ${name}`,
          trails,
          measure(trails, (trail) => resultOf(large, largeLedger, trail)),
        ),
      );
      console.log(line('  what is left', trails, measureRemaining(large, trails.slice(0, 5))));
    }
  }
  const limit = FRAME / SLOWER;
  console.log(
    `\nThe worst result of any flow takes ${worst.toFixed(2)} ms; ${limit} ms leave a device ${SLOWER} times slower one frame.`,
  );
  return worst <= limit;
}

await run(async () => {
  if (readOptions(process.argv.slice(2), []).help) console.log(HELP);
  else process.exitCode = bench() ? 0 : 1;
});
