import { describe, expect, it } from 'vitest';
import { type OptionWay, type When, waysOf } from '../../src/build/ways.ts';
import { answerIn, optionOf, questionOf, type Trail } from '../../src/domain/answer.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { flows } from '../../src/flows/index.ts';

const isMet = (when: When | 'otherwise' | undefined, trail: Trail): boolean =>
  when === undefined ||
  when === 'otherwise' ||
  when.some((group) =>
    group.every(({ question, options }) => {
      const answer = answerIn(trail, question);
      return answer !== undefined && options.includes(optionOf(answer));
    }),
  );

const firstMet = (ways: readonly OptionWay[], trail: Trail): OptionWay | undefined =>
  ways.find(({ when }) => isMet(when, trail));

describe.each(flows)('the ways of $id', (flow) => {
  const ways = waysOf(flow);
  const paths = pathsOf(flow);

  it('lead where the machine goes, on every path: the first whose condition is met', () => {
    for (const { trail, verdict, rule } of paths) {
      for (const [index, answer] of trail.entries()) {
        const way = firstMet(ways[questionOf(answer)]?.[optionOf(answer)] ?? [], trail.slice(0, index));
        const next = trail[index + 1];
        if (next) expect(way?.question).toBe(questionOf(next));
        else {
          expect(way?.verdict).toBe(verdict);
          expect(way?.rules).toContain(rule);
        }
      }
    }
  });

  it('are each taken by some path', () => {
    const taken = new Set(
      paths.flatMap(({ trail }) =>
        trail.map((answer, index) =>
          firstMet(ways[questionOf(answer)]?.[optionOf(answer)] ?? [], trail.slice(0, index)),
        ),
      ),
    );
    const all = Object.values(ways).flatMap((options) => Object.values(options).flat());
    expect(all.filter((way) => !taken.has(way))).toEqual([]);
  });

  it('have a condition where an option opens several, and end in “otherwise”', () => {
    for (const list of Object.values(ways).flatMap((options) => Object.values(options))) {
      if (list.length === 1) expect(list[0]?.when).toBeUndefined();
      else
        expect(list.map(({ when }) => when === 'otherwise')).toEqual(list.map((_, index) => index === list.length - 1));
    }
  });
});
