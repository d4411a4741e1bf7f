import { describe, expect, it } from 'vitest';
import { optionOf, questionOf, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { firstPlace, type Place } from '../../src/domain/place.ts';
import { flows } from '../../src/flows/index.ts';
import { allPaths, machineWith } from './arbitrary.ts';

const placeAfter = (flow: MachineFlow, trail: Trail): Place =>
  trail.reduce<Place>((place, answer) => {
    const next = place.at === 'question' && place.question === questionOf(answer) && place.ways.get(optionOf(answer));
    if (!next) throw new Error(`${answer} is not asked`);
    return next;
  }, firstPlace(flow));

const placesOf = (flow: MachineFlow): ReadonlySet<Place> => {
  const places = new Set<Place>();
  const visit = (place: Place): void => {
    if (places.has(place)) return;
    places.add(place);
    if (place.at === 'question') for (const next of place.ways.values()) visit(next);
  };
  visit(firstPlace(flow));
  return places;
};

describe('a place', () => {
  it('is where the machine stands, at every step of every path', () => {
    for (const { flow, path } of allPaths) {
      for (let length = 0; length <= path.trail.length; length++) {
        const trail = path.trail.slice(0, length);
        const place = placeAfter(flow, trail);
        const step = machineWith(flow, trail);
        expect({ at: place.at, question: place.at === 'question' ? place.question : '' }, trail.join(' ')).toEqual({
          at: step.at,
          question: step.at === 'question' ? step.question : '',
        });
      }
      expect(placeAfter(flow, path.trail)).toMatchObject({ at: 'verdict', verdict: path.verdict, rule: path.rule });
    }
  });

  it('offers the options of its question in the order of the flow’s file', () => {
    for (const flow of flows) {
      for (const place of placesOf(flow)) {
        if (place.at === 'question')
          expect([...place.ways.keys()]).toEqual(Object.keys(flow.answers[place.question] ?? {}));
      }
    }
  });

  it('is shared only by trails with the same future', () => {
    const ahead = new Map<string, { readonly place: Place; readonly future: string[] }>();
    for (const { flow, path } of allPaths) {
      for (let length = 0; length < path.trail.length; length++) {
        const trail = path.trail.slice(0, length);
        const key = `${flow.id}: ${trail.join()}`;
        const known = ahead.get(key) ?? { place: placeAfter(flow, trail), future: [] };
        known.future.push(`${path.trail.slice(length).join()} = ${path.rule}`);
        ahead.set(key, known);
      }
    }
    const futures = new Map<Place, string>();
    for (const [key, { place, future }] of ahead) {
      expect(futures.get(place) ?? future.join('\n'), key).toBe(future.join('\n'));
      futures.set(place, future.join('\n'));
    }
    expect(futures.size).toBeLessThan(ahead.size);
  });

  it('is fewer than the steps of all paths, since trails with the same future meet', () => {
    const counts = flows.map((flow) => {
      const steps = new Set(
        allPaths
          .filter((one) => one.flow === flow)
          .flatMap(({ path }) => path.trail.map((_, i) => path.trail.slice(0, i).join())),
      );
      const crossings = [...placesOf(flow)].filter(({ at }) => at === 'question');
      expect(crossings.length, flow.id).toBeLessThanOrEqual(steps.size);
      return { crossings: crossings.length, steps: steps.size };
    });
    // In a small flow no two trails need have the same future; in most they do.
    expect(counts.filter(({ crossings, steps }) => crossings < steps).length).toBeGreaterThanOrEqual(7);
  });

  it('names every question that can follow, its own included', () => {
    for (const flow of flows) {
      for (const place of placesOf(flow)) {
        if (place.at === 'verdict') continue;
        expect(place.ahead).toContain(place.question);
        for (const next of place.ways.values()) {
          if (next.at === 'question') expect(place.ahead).toContain(next.question);
        }
      }
    }
  });
});
