// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { questionAfter } from '../../../src/app/head/early.ts';
import { fragmentsOf } from '../../../src/build/fragments.ts';
import { askingWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import { questionOf } from '../../../src/domain/answer.ts';
import { pathsOf } from '../../../src/domain/paths.ts';
import { flows } from '../../../src/flows/index.ts';

const content = loadContent('.');

describe.each(flows.map((flow) => [flow.id, flow] as const))('the table of %s in the page', (_, flow) => {
  const html = fragmentsOf(flow, askingWords(content, flow), () => []);
  const table = JSON.parse(html.slice(html.indexOf('{'), html.lastIndexOf('}') + 1));

  it('leads to the same questions as the machine, on every path', () => {
    for (const { trail } of pathsOf(flow)) {
      const asked = trail.map((_, index) => questionAfter(table, trail.slice(0, index)));
      expect(asked).toEqual(trail.map(questionOf));
    }
  });

  it('leaves the end of every path, and an unknown, to the code', () => {
    for (const { trail } of pathsOf(flow)) {
      expect(Object.hasOwn(flow.answers, questionAfter(table, [...trail]) ?? '')).toBe(false);
    }
    expect(questionAfter(table, [`${flow.routes.first}.dont-know`])).toBeUndefined();
  });

  it('cannot end the script that holds it', () => {
    expect(html.split('</script>')).toHaveLength(2);
  });
});
