// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { longestWalk, missedAims, noiseOf, type Report, wantedFrom, withRatios } from '../../src/commands/bench.ts';
import { type Grown, outgrown, wantedFrom as wantedToGrow } from '../../src/commands/bench-scale.ts';
import { acceptCoworker } from '../../src/flows/accept-coworker.ts';
import { runCommand } from './run-command.ts';

describe('bench', () => {
  it('runs seven times on the first flow unless told otherwise', () => {
    expect(wantedFrom([])).toMatchObject({ runs: 7, flow: { id: 'accept-coworker' }, json: false });
    expect(wantedFrom(['--runs', '3', '--flow', 'introduce'])).toMatchObject({ runs: 3, flow: { id: 'introduce' } });
  });

  it.each([
    [['--runs', 'many'], '--runs has to be a whole number from 1 to 100, and is “many”.'],
    [['--runs', '0'], '--runs has to be a whole number from 1 to 100, and is “0”.'],
    [['--flow', 'dinner'], 'There is no flow “dinner”'],
    [['--site', 'nowhere'], 'There is no built site in “nowhere”.'],
    [['--quick'], 'The options are --runs, --flow, --site, --json, --save and --help.'],
    [['--save', '--flow', 'introduce'], '--save writes what the README says of this project'],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => wantedFrom(args)).toThrow(sentence);
  });

  it('says which aim is missed', () => {
    const over = (firstAnswer: number, laterAnswer: number): readonly string[] =>
      missedAims({ ratios: { designed: { firstAnswer, laterAnswer }, plain: { firstAnswer: 3, laterAnswer: 3 } } });
    expect(over(1.1, 1.2)).toEqual([]);
    expect(over(1.11, 1)).toEqual([
      'The first answer takes effect: 1.11 times that of the same look, and the aim is 1.1.',
    ]);
    expect(over(1, 1.3)).toEqual([
      'The middle answer after that: 1.30 times that of the same look, and the aim is 1.2.',
    ]);
  });

  it('says so where other programs kept the machine busy before it', () => {
    expect(noiseOf({ load: [0.4, 3] }, 2)).toBeUndefined();
    expect(noiseOf({ load: [6, 3] }, 2)).toContain('a load of 6.0 on 2 processors');
  });

  it('stands in the README with the figures that were saved last', () => {
    const readme = readFileSync('README.md', 'utf8');
    const report = JSON.parse(readFileSync('tests/bench/latest.json', 'utf8')) as Report;
    expect(withRatios(readme, report)).toBe(readme);
    expect(withRatios(readme, { ...report, date: '2020-01-01' })).toContain('2020-01-01, medians of');
    expect(() => withRatios('# Counterpoint', report)).toThrow('README.md has lost its marks');
  });

  it('answers every question of the longest walk but the last', () => {
    const walk = longestWalk(acceptCoworker);
    expect(walk[0]?.[0]).toBe('conduct');
    expect(new Set(walk.map(([question]) => question)).size).toBe(walk.length);
  });
});

describe('bench:scale', () => {
  it.each([
    [['--sizes', '7,few'], '--sizes has to be whole numbers from 1 to 5000'],
    [['--runs', '-1'], '--runs'],
    [['--deep'], 'The options are --sizes, --runs, --json and --save.'],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => wantedToGrow(args)).toThrow(sentence);
  });

  it('says what grows faster than it may', () => {
    const small: Grown = { flows: 7, pages: 80, build: 1, processor: 1000, beforeFirstQuestion: 86_000, home: 8000 };
    expect(outgrown([small, { ...small, flows: 70, processor: 9000 }])).toEqual([]);
    expect(outgrown([small, { ...small, flows: 70, processor: 20_000, beforeFirstQuestion: 96_000 }])).toEqual([
      'The build of 70 flows took 20.0 times that of 7.',
      'With 70 flows, 10000 bytes more come before the first question than with 7.',
    ]);
  });
});

describe('the commands', { timeout: 30_000 }, () => {
  it.each([
    ['bench.ts', '--runs=x'],
    ['bench-scale.ts', '--sizes=x'],
    ['test-engines.ts', 'lynx'],
  ])('%s %s ends with a sentence and status 2', async (name, argument) => {
    const { status, err } = await runCommand(name, [argument]);
    expect(status).toBe(2);
    expect(err).toMatch(/^[^\n]*\. Try --help\.\n$/);
  });
});
