import { describe, expect, it } from 'vitest';
import { keptResult } from '../../../src/app/journal/kept-result.ts';
import { askingWords, resultWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import type { Trail } from '../../../src/domain/answer.ts';
import { pathsOf } from '../../../src/domain/paths.ts';
import { flowById, flows } from '../../../src/flows/index.ts';
import { readCopy, toCopy } from '../../../src/journal/transfer.ts';

const content = loadContent('.');
const now = new Date('2026-11-22T10:00:00Z');
const remarks = { nickname: 'K.', note: 'A note.', lookAgain: '2026-12-01', isException: false };

const kept = (id: string, trail: Trail) => {
  const flow = flowById(id);
  if (!flow) throw new Error(`there is no flow ${id}`);
  return keptResult(
    { flow, asking: askingWords(content, flow), words: resultWords(content, flow), trail },
    remarks,
    now,
  );
};

describe('a kept result', () => {
  it('holds the words of the day: verdict, rule, reasons with their voices, dissent, answers', () => {
    const { words } = content.flows['accept-coworker']
      ? kept('accept-coworker', ['conduct.difficult', 'heat.warm'])
      : kept('', []);
    const verdict = content.flows['accept-coworker']?.verdicts['wait']?.data;
    expect(words).toMatchObject({ headline: verdict?.headline, gist: verdict?.gist });
    expect(words.rule).toBe(content.flows['accept-coworker']?.rules['quarrelStillWarm']?.data.rule);
    expect(words.reasons.length).toBeGreaterThan(0);
    expect(words.dissent.map(({ voice }) => voice)).toContain('Thom');
    expect(words.answers.map(({ id }) => id)).toEqual(['conduct.difficult', 'heat.warm']);
    expect(words.answers[0]?.answer).toMatch(/^Difficult/);
  });

  it('quotes no voice where safety decides', () => {
    const { isSettled, words } = kept('accept-coworker', ['conduct.harmful']);
    expect(isSettled).toBe(true);
    expect(words.reasons.map(({ voice }) => voice)).toEqual(['Counterpoint']);
    expect(words.dissent).toEqual([]);
  });

  it('can depend on what is not known yet', () => {
    const entry = kept('accept-coworker', [
      'conduct.difficult',
      'heat.cooled',
      'pattern.dont-know',
      'talked.dont-know',
      'stakes.dont-know',
      'meaning.dont-know',
    ]);
    expect(entry).toMatchObject({ verdict: 'depends', openness: null, side: null });
    expect(entry.words.gist).toMatch(/^It may be “.+ or “/);
    expect(entry.words.answers.at(-1)?.answer).toBe('I don’t know yet');
  });

  it('is refused before there is a result', () => {
    expect(() => kept('accept-coworker', ['conduct.difficult'])).toThrow('no result yet at heat');
  });

  it.each(flows.map(({ id }) => id))('of %s comes back from a saved copy, whatever the path', (id) => {
    const flow = flows.find((one) => one.id === id);
    if (!flow) throw new Error(id);
    const [asking, words] = [askingWords(content, flow), resultWords(content, flow)];
    const entries = pathsOf(flow).map(({ trail }) => keptResult({ flow, asking, words, trail }, remarks, now));
    const read = readCopy(toCopy({ entries, rule: null }, now, ''));
    if (!('journal' in read)) throw new Error(`entry ${read.entry} is ${read.misfit}`);
    const byId = new Map(read.journal.entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) expect(byId.get(entry.id)).toEqual(entry);
  });
});
