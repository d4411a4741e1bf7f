import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/build/check.ts';
import { laws } from '../../src/build/laws.ts';
import { ledgerOf } from '../../src/build/words.ts';
import type { Ledger } from '../../src/domain/claim.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { walk } from '../../src/domain/walk.ts';
import { changes, firmness } from '../../src/reasoning/changes.ts';
import { explain } from '../../src/reasoning/explain.ts';
import { flows } from './src/flows/index.ts';
import { repairOrReplace as flow } from './src/flows/repair-or-replace.ts';

const SLOW = 300_000;
const { content, faults } = check(import.meta.dirname, flows);
// The schema has made sure that each id is written voice/claim.
const ledger = ledgerOf(content) as Ledger;

describe('a guide to another subject', () => {
  it('passes the same check', () => {
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(laws))('keeps the law: %s', (_sentence, law) => {
    expect(law(flow, ledger)).toEqual([]);
  });

  it('is told its faults in its own files', () => {
    const open = { ...flow, sides: { ...flow.sides, open: 'nobody' } };
    expect(check(import.meta.dirname, [open]).faults).toContainEqual({
      file: 'src/flows/repair-or-replace.ts',
      line: expect.any(Number),
      message: 'there is no voice “nobody”: choose one of buyer, editor, mender',
    });
  });

  it('is walked and reasoned about by the same engine', () => {
    const ends = pathsOf(flow).map(({ trail, verdict }) => {
      const ended = walk(flow, trail);
      if (ended.at !== 'verdict') throw new Error(`${trail} is not at its end`);
      expect(ended.verdict).toBe(verdict);
      const { support } = explain(flow, ledger, ended);
      expect(support.length).toBeGreaterThan(0);
      return [trail.join(' '), verdict, firmness(flow, ended, changes(flow, ended).singles).strength];
    });
    expect(ends).toEqual([
      ['fault.small help.nearby', 'repair', 'firm'],
      ['fault.small help.far', 'ask', 'close-call'],
      ['fault.unclear', 'ask', 'close-call'],
      ['fault.large worth.fond help.nearby', 'repair', 'close-call'],
      ['fault.large worth.fond help.far', 'replace', 'on-balance'],
      ['fault.large worth.tired', 'replace', 'firm'],
    ]);
  });
});

describe('the site of a guide to another subject', () => {
  let out: string;
  beforeAll(async () => {
    out = join(mkdtempSync(join(tmpdir(), 'another-guide-')), 'site');
    const env = { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: '' };
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'build.ts'), out], {
      env,
    });
  }, SLOW);
  afterAll(() => rmSync(join(out, '..'), { recursive: true, force: true }));

  const page = (address: string): string => readFileSync(join(out, address, 'index.html'), 'utf8');

  it('has its questions, with those that may follow', () => {
    const html = page('repair-or-replace');
    for (const question of Object.keys(flow.answers)) expect(html).toContain(`<template data-question="${question}">`);
  });

  it('has a page for each verdict, and one for the views and the map', () => {
    for (const verdict of Object.keys(flow.verdicts)) {
      expect(page(`repair-or-replace/${verdict}`)).toContain(content.flows[flow.id]?.verdicts[verdict]?.data.headline);
    }
    expect(page('repair-or-replace/views')).toContain('The mender');
    expect(page('repair-or-replace/map')).toContain('repair-or-replace');
  });

  it('has nothing of this one’s dilemmas', () => {
    expect(existsSync(join(out, 'accept-coworker'))).toBe(false);
    expect(page('')).not.toContain('accept-coworker');
    expect(page('voices')).not.toContain('Leslie');
  });
});
