import { describe, expect, it } from 'vitest';
import { asRecords, asText, pathsWished, wishFrom } from '../../src/commands/paths.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { flows } from '../../src/flows/index.ts';
import drawnUp from '../laws/paths.json' with { type: 'json' };
import { runCommand } from './run-command.ts';

const SLOW = 30_000;

const without = ({ flow, answers, verdict }: { flow: string; answers: object; verdict: string }) => ({
  flow,
  answers,
  verdict,
});

describe('the paths wished for', () => {
  it('are all of them, in the order of the flows, unless something is asked for', () => {
    const records = asRecords(pathsWished({}));
    expect(records).toHaveLength(flows.flatMap(pathsOf).length);
    expect([...new Set(records.map(({ flow }) => flow))]).toEqual(flows.map(({ id }) => id));
  });

  it('are the paths that were drawn up, each with the rule that decides', () => {
    const records = asRecords(pathsWished({}));
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
    const known = records.filter(({ flow }) => drawnUp.some((path) => path.flow === flow));
    expect(known).toHaveLength(358);
    expect(sorted(known.map(without))).toEqual(sorted(drawnUp));
    expect(records.every(({ flow, rule }) => rule in (flows.find(({ id }) => id === flow)?.rules ?? {}))).toBe(true);
  });

  it('are those of one flow', () => {
    const records = asRecords(pathsWished({ flow: 'introduce' }));
    expect(records).toHaveLength(20);
    expect(records.at(-1)).toEqual({
      flow: 'introduce',
      answers: { vouch: 'no' },
      rule: 'wouldNotVouch',
      verdict: 'decline',
    });
  });

  it('have every question asked about, and one of the answers to each', () => {
    const either = asRecords(pathsWished({ flow: 'introduce', answer: ['vouch.gladly', 'vouch.no', 'fit.wrong'] }));
    expect(either.map(({ answers }) => answers)).toEqual([
      { vouch: 'gladly', fit: 'wrong', better: 'yes' },
      { vouch: 'gladly', fit: 'wrong', better: 'no' },
    ]);
  });

  it('come from the flows that have the answer', () => {
    const found = pathsWished({ answer: ['heat.warm'] });
    expect(found.map(({ flow }) => flow.id)).toEqual(['accept-coworker', 'send-request']);
  });

  it('may be none', () => {
    const found = pathsWished({ flow: 'introduce', answer: ['vouch.no', 'fit.wrong'] });
    expect(asRecords(found)).toEqual([]);
    expect(asText(found)).toBe('No path has these answers.');
  });
});

describe('the paths in words', () => {
  it('stand by flow and by verdict, each with its rule', () => {
    expect(asText(pathsWished({ flow: 'introduce', answer: ['welcome.yes'] }))).toBe(
      [
        'introduce: 3 paths',
        '',
        '  introduce, openness 4: 1 path',
        '    vouch.gladly, fit.right, welcome.yes → introduce by gladlyVouchedAndWelcome',
        '',
        '  with-context, openness 3: 1 path',
        '    vouch.partly, fit.right, welcome.yes → with-context by welcomeForSomeThings',
        '',
        '  learn-first, openness 2: 1 path',
        '    vouch.unknown, fit.right, welcome.yes → learn-first by welcomeButHardlyKnown',
      ].join('\n'),
    );
  });
});

describe('a wish that cannot be met', () => {
  it.each([
    [['--flow', 'nope'], 'There is no flow “nope”; the flows are accept-coworker, remove-connection, '],
    [
      ['--answer', 'x.y', '--flow', 'introduce'],
      '“x.y” answers no question that introduce asks; the questions are vouch, fit, welcome, better.',
    ],
    [['--answer', 'fit.x'], '“fit.x” is not an answer that a flow offers; to “fit” it is fit.right, fit.wrong.'],
    [
      ['--answer', 'fit', '--flow', 'introduce'],
      '“fit” is not an answer that introduce offers; to “fit” it is fit.right, fit.wrong.',
    ],
    [['--colour'], "Unknown option '--colour'. What is allowed: --flow <id>, --answer <question.option>"],
    [['--flow'], "Option '--flow <value>' argument missing. What is allowed: --flow <id>"],
    [['--json=yes'], "Option '--json' does not take an argument. What is allowed: --flow <id>"],
    [['introduce'], "Unexpected argument 'introduce'. What is allowed: --flow <id>"],
  ])('%j says what, and what is allowed', (args, message) => {
    expect(() => pathsWished(wishFrom(args))).toThrow(message);
  });
});

describe('the command', () => {
  it(
    'prints an array and nothing else where JSON is asked for',
    async () => {
      const { status, out, err } = await runCommand('paths.ts', ['--json', '--flow', 'send-request']);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(JSON.parse(out)).toEqual(asRecords(pathsWished({ flow: 'send-request' })));
    },
    SLOW,
  );

  it(
    'prints text by default',
    async () => {
      const { status, out, err } = await runCommand('paths.ts', ['--answer', 'fit.wrong']);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toBe(`${asText(pathsWished({ answer: ['fit.wrong'] }))}\n`);
    },
    SLOW,
  );

  it(
    'writes a refusal to standard error and ends with status 2',
    async () => {
      const { status, out, err } = await runCommand('paths.ts', ['--flow', 'nope', '--json']);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(/^There is no flow “nope”; the flows are accept-coworker, .+\n$/);
    },
    SLOW,
  );

  it(
    'ends quietly where nobody reads on',
    async () => {
      const { status, err } = await runCommand('paths.ts', ['--json'], { deaf: true });
      expect({ status, err }).toEqual({ status: 0, err: '' });
    },
    SLOW,
  );
});
