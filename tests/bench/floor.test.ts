// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { optionOf, questionOf } from '../../src/domain/answer.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { flows } from '../../src/flows/index.ts';
import { designedPage, plainPage } from './floor/page.ts';
import { scriptsNamed } from './scripts-named.ts';

describe('the floor', { timeout: 30_000 }, () => {
  const content = loadContent('.');

  it.each(flows)('asks what the flow asks, and ends where it ends: $id', (flow) => {
    const html = plainPage(content, flow);
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    for (const { trail, verdict } of pathsOf(flow).filter((_, index) => index % 20 === 0)) {
      document.documentElement.innerHTML = html.replace(/<script>[\s\S]*?<\/script>/, '');
      const heard: ((event: unknown) => void)[] = [];
      const listen = (_: string, use: (event: unknown) => void) => heard.push(use);
      new Function('addEventListener', script)(listen);
      for (const answer of trail) {
        const form = document.querySelector<HTMLFormElement>('form:not([hidden])');
        expect(form?.dataset['question']).toBe(questionOf(answer));
        const input = form?.querySelector<HTMLInputElement>(`input[value="${optionOf(answer)}"]`);
        if (input) input.checked = true;
        heard[0]?.({ target: form, preventDefault: () => {} });
      }
      expect(document.querySelector('section:not([hidden])')?.id).toBe(verdict);
    }
  });

  it('loads nothing', () => {
    const [flow] = flows;
    if (flow) expect(plainPage(content, flow)).not.toMatch(/src=|href=/);
  });
});

describe('the static page of the same look', () => {
  it('says so where a built page is not made as it expects', () => {
    const [flow] = flows;
    if (flow)
      expect(() => designedPage('<!doctype html>', loadContent('.'), flow)).toThrow(
        'the built page of accept-coworker has no font faces where the benchmark looks',
      );
  });
});

describe('scriptsNamed', () => {
  it('finds the scripts that a page loads, and its flow’s, each once', () => {
    const html = `<html data-flow="/assets/flow.js"><script src="/assets/main.js"></script><link rel="modulepreload" href="/assets/main.js"><a href="/about/">`;
    expect(scriptsNamed(html)).toEqual(['assets/flow.js', 'assets/main.js']);
  });
});
