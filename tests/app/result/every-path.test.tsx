import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { needOf, sceneOf } from '../../../src/app/flow/scene.ts';
import { DependsPage } from '../../../src/app/result/depends-page.tsx';
import { GeneralPages } from '../../../src/app/result/general-pages.tsx';
import { ResultPages } from '../../../src/app/result/result-pages.tsx';
import { toldReasons } from '../../../src/app/result/why.tsx';
import { answerTo, DONT_KNOW, questionOf, type Trail } from '../../../src/domain/answer.ts';
import { pathsOf } from '../../../src/domain/paths.ts';
import { keepable, walk } from '../../../src/domain/walk.ts';
import { flows } from '../../../src/flows/index.ts';
import { firstEntry } from '../../../src/link/entry.ts';
import { explain } from '../../../src/reasoning/explain.ts';
import { wordsOf } from './words.ts';

// Some flows have a hundred paths.
vi.setConfig({ testTimeout: 60_000 });

describe.each(flows.map((flow) => [flow.id, flow] as const))('%s', (_, flow) => {
  const { asking, words, cases } = wordsOf(flow);
  const paths = pathsOf(flow);
  const rendered = new Map<string, string>();
  const html = (answers: Trail): string => {
    const known = rendered.get(answers.join());
    if (known !== undefined) return known;
    const page = render(answers);
    rendered.set(answers.join(), page);
    return page;
  };
  const render = (answers: Trail): string => {
    const scene = sceneOf(flow, { page: 'questions' }, { ...firstEntry(flow), answers });
    const Page = needOf(scene) === 'depends' ? DependsPage : ResultPages;
    return renderToString(<Page flow={flow} asking={asking} words={words} scene={scene} />);
  };

  it('renders the result of every path, with one main heading, and no attribute that the site’s policy blocks', () => {
    for (const { trail, verdict } of paths) {
      const page = html(trail);
      expect(page.match(/<h1/g), trail.join()).toHaveLength(1);
      expect(page).not.toMatch(/\sstyle=|undefined|\[object/);
      expect(page).toContain(words.verdicts[verdict]?.headline.split('’')[0]);
    }
  });

  it('leads every link inside a result to something on it', () => {
    for (const { trail } of paths) {
      const page = html(trail);
      const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(ids, trail.join()).toContain(id);
    }
  });

  it('uses no id twice on a page', () => {
    for (const { trail } of paths) {
      const ids = [...html(trail).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, trail.join()).toBe(ids.length);
    }
  });

  it('gives every reason an answer, and a source with its number', () => {
    for (const { trail } of paths) {
      const walked = walk(flow, trail);
      if (walked.at !== 'verdict') throw new Error('a path ends in a verdict');
      const explanation = explain(flow, asking.leans, walked);
      const page = html(trail);
      const told = toldReasons(explanation);
      expect(told.length, trail.join()).toBeGreaterThan(0);
      for (const { claim, by } of told) {
        const source = words.sources[words.voices[claim.slice(0, claim.indexOf('/'))]?.source ?? ''];
        expect(source, claim).toBeDefined();
        expect(page).toContain(words.claims[claim]?.title.split('’')[0]);
        for (const answer of by) expect(trail).toContain(answer);
      }
      expect(explanation.reasons.every(({ rule }) => words.rules[rule])).toBe(true);
      expect(explanation.reasons.flatMap(({ lookedAt }) => lookedAt).length, trail.join()).toBeGreaterThan(0);
    }
  });

  it('renders the result of every path with one answer unknown, and with all', () => {
    const trails = new Set<string>();
    for (const { trail } of paths) {
      for (const unknown of trail) {
        const answers = trail.map((answer) => (answer === unknown ? answerTo(questionOf(answer), DONT_KNOW) : answer));
        const { walk: walked } = keepable(flow, answers);
        if (walked.at !== 'question') trails.add(walked.trail.join());
      }
    }
    const nothingKnown: Trail = Object.keys(flow.answers).map((question) => answerTo(question, DONT_KNOW));
    trails.add(keepable(flow, nothingKnown).walk.trail.join());
    for (const trail of trails) {
      const page = html(trail.split(',') as unknown as Trail);
      expect(page.match(/<h1/g), trail).toHaveLength(1);
      expect(page).not.toMatch(/\sstyle=|undefined|\[object/);
    }
  });

  it('renders every verdict in general', () => {
    for (const verdict of Object.keys(flow.verdicts)) {
      const page = renderToString(
        <GeneralPages
          flow={flow}
          asking={asking}
          words={words}
          cases={cases}
          scene={sceneOf(flow, { page: 'verdict', verdict }, firstEntry(flow))}
        />,
      );
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/\sstyle=|undefined|\[object/);
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, verdict).toBe(ids.length);
      for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(ids, verdict).toContain(id);
    }
  });
});
