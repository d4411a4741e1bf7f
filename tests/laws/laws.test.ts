import { describe, expect, it } from 'vitest';
import { laws } from '../../src/build/laws.ts';
import { type Walk, walksByMachine, walksByTable } from '../../src/build/walks.ts';
import { optionOf, questionOf, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { flows } from '../../src/flows/index.ts';
import { ledgerFromContent } from './ledger.ts';
import drawnUp from './paths.json' with { type: 'json' };
import tables from './tables.json' with { type: 'json' };

const ledger = ledgerFromContent();

const answersOf = (trail: Trail) => Object.fromEntries(trail.map((answer) => [questionOf(answer), optionOf(answer)]));

const asDrawnUp = (flow: MachineFlow, walks: readonly Walk[]) =>
  walks.map(({ trail, end }) => ({
    flow: flow.id,
    answers: answersOf(trail),
    verdict: 'verdict' in end && end.verdict,
  }));

const inOrder = (paths: readonly unknown[]) => paths.map((path) => JSON.stringify(path)).sort();

/** The flows whose paths and tables stand beside this file; a flow added later is held to the laws alone. */
const drawnUpFlows = flows.filter(({ id }) => Object.hasOwn(tables.flows, id));

describe.each(flows.map((flow) => [flow.id, flow] as const))('%s', (_id, flow) => {
  it.each(Object.entries(laws))('%s', (_sentence, law) => {
    expect(law(flow, ledger)).toEqual([]);
  });

  it('offers at each question the options that its answers list, in that order', () => {
    const listed = Object.entries(flow.answers).map(([question, options]) => [question, Object.keys(options)]);
    const routed = Object.keys(flow.answers).map((question) => [
      question,
      Object.keys(flow.routes.questions[question] ?? {}),
    ]);
    expect(routed).toEqual(listed);
    expect(Object.keys(flow.routes.questions).sort()).toEqual(Object.keys(flow.answers).sort());
  });
});

describe.each(drawnUpFlows.map((flow) => [flow.id, flow] as const))('%s', (id, flow) => {
  const expected = inOrder(drawnUp.filter((path) => path.flow === id));

  it('has the paths that were drawn up, by XState’s walk through the machine', () => {
    expect(inOrder(asDrawnUp(flow, walksByMachine(flow)))).toEqual(expected);
  });

  it('has the paths that were drawn up, by its table of routes', () => {
    expect(inOrder(asDrawnUp(flow, walksByTable(flow)))).toEqual(expected);
  });

  it('has the paths that were drawn up, by the walk that the app takes', () => {
    const walks = pathsOf(flow).map(({ trail, ...end }) => ({ trail, end }));
    expect(inOrder(asDrawnUp(flow, walks))).toEqual(expected);
  });

  it('raises the claims, and opens and doubts its verdicts, as was drawn up', () => {
    const { first, raises, verdicts, betterToWorse } = tables.flows[id as keyof typeof tables.flows];
    expect(flow.routes.first).toBe(first);
    expect(flow.answers).toEqual(raises);
    expect(flow.verdicts).toEqual(verdicts);
    expect(flow.betterToWorse).toEqual(betterToWorse);
  });
});

describe('the registry', () => {
  it('lists the seven flows that were drawn up, in that order', () => {
    expect(drawnUpFlows.map(({ id }) => id)).toEqual(Object.keys(tables.flows));
  });

  it('has 358 paths in these seven', () => {
    expect(drawnUpFlows.flatMap(pathsOf)).toHaveLength(358);
  });
});

describe('the voices', () => {
  it('give every claim that was drawn up its lean', () => {
    expect(ledger).toMatchObject(tables.leans);
  });
});
