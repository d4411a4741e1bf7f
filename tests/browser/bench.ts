import { longestWalk } from '../../src/commands/bench.ts';
import { loadContent } from '../../src/content/load.ts';
import { flows } from '../../src/flows/index.ts';
import { designedPage } from '../bench/floor/page.ts';
import { measure } from '../bench/measure.ts';
import { builtPages } from './built.ts';
import { type BrowserTest, holds, same, withPage } from './harness.ts';

/** What the benchmark measures: a static page that looks the same, and presses that are not lost. */
export const benchTests: readonly BrowserTest[] = [
  {
    name: 'the static page of the same look asks what each flow asks, and ends in a recommendation',
    run: async (context) => {
      const content = loadContent('.');
      const pages = await builtPages();
      await withPage(context, async (page) => {
        let html = '';
        await page.route(`${context.address}designed/`, (route) =>
          route.fulfill({ body: html, contentType: 'text/html' }),
        );
        for (const flow of flows) {
          html = designedPage(pages.find(({ address }) => address === `${flow.id}/`)?.html ?? '', content, flow);
          await page.goto(`${context.address}designed/`);
          const shown = page.locator('form:not([hidden])');
          const trail = longestWalk(flow);
          for (const [question, option] of trail) {
            same(await shown.getAttribute('data-question'), question, `what is asked in ${flow.id}`);
            await shown.locator(`input[value="${option}"]`).check();
            await shown.getByRole('button', { name: 'Continue' }).click();
          }
          await shown.locator('input').last().check();
          await shown.getByRole('button', { name: 'Continue' }).click();
          same(await page.locator('h1:visible').count(), 1, `headings at the end of ${flow.id}`);
          holds(
            await page.locator('section h1').evaluateAll((all) => all.some((h1) => h1.matches(':focus'))),
            'it ends',
          );
        }
      });
    },
  },
  {
    name: 'the benchmark presses each answer once, and times it',
    run: async ({ browser, address }) => {
      const [flow] = flows;
      holds(flow, 'there is a flow');
      const trail = longestWalk(flow).slice(0, 2);
      const { presses, firstPaint, firstAnswer, laterAnswer, slowestLater } = await measure(
        browser,
        `${address}${flow.id}/`,
        trail,
      );
      same(presses, trail.length, 'presses');
      holds(firstPaint > 0 && firstAnswer > 150, 'the page takes the time that the slow connection takes');
      holds(laterAnswer > 0 && laterAnswer <= slowestLater, 'the later answer takes time');
    },
  },
];
