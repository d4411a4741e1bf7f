import { join } from 'node:path';
import { readingsOf } from '../build/check/prose.ts';
import { check } from '../build/check.ts';
import { faultLine } from '../content/fault.ts';
import { readabilityReport } from '../content/readability.ts';
import { pathsOf } from '../domain/paths.ts';
import { flows } from '../flows/index.ts';
import { print } from './output.ts';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const { content, faults } = check(join(import.meta.dirname, '../..'), flows);

if (faults.length > 0) {
  process.stderr.write(`${faults.map(faultLine).join('\n')}\n${counted(faults.length, 'fault')}.\n`);
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
