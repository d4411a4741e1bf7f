import { join } from 'node:path';
import { readFlows } from '../build/check/flow-files.ts';
import { readingsOf } from '../build/check/prose.ts';
import { check } from '../build/check.ts';
import { faultLine } from '../content/fault.ts';
import { readContent } from '../content/load.ts';
import { readabilityReport } from '../content/readability.ts';
import { pathsOf } from '../domain/paths.ts';
import { print } from './output.ts';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const root = join(import.meta.dirname, '../..');
const { flows, faults: unreadable } = await readFlows(root);
// Without its machines the guide can still be read, but not be held against them.
const { content, faults } = unreadable.length === 0 ? check(root, flows) : readContent(root);
const all = [...faults, ...unreadable];

if (all.length > 0) {
  process.stderr.write(`${all.map(faultLine).join('\n')}\n${counted(all.length, 'fault')}.\n`);
  process.exitCode = 1;
} else {
  const lines = flows.map((flow) => {
    const words = content.flows[flow.id];
    return `${flow.id}: ${[
      counted(Object.keys(flow.answers).length, 'question'),
      counted(Object.keys(words?.rules ?? {}).length, 'rule'),
      counted(Object.keys(flow.verdicts).length, 'verdict'),
      counted(pathsOf(flow).length, 'path'),
    ].join(', ')}`;
  });
  print([...lines, readabilityReport(readingsOf({ content }))].join('\n'));
}
