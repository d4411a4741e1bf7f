import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/commands/serve.ts';
import { buildAnotherGuide } from '../another-guide/build.ts';
import { answerAll, type BrowserTest, heading, holds, live, same, withPage } from './harness.ts';

/** A guide to another subject, built and walked with nothing changed in the engine or the pages. */
export const anotherGuideTests: readonly BrowserTest[] = [
  {
    name: 'is walked to a result, which says why, and back',
    run: async ({ browser }) => {
      const folder = await mkdtemp(join(tmpdir(), 'another-guide-'));
      await buildAnotherGuide(folder);
      const { address, close } = await serve({ root: folder, port: 0 });
      try {
        await withPage({ browser, address }, async (page) => {
          await page.goto(address);
          await page.locator('a[href="/repair-or-replace/"]').first().click();
          await live(page);
          await answerAll(page, ['fault.large', 'worth.fond', 'help.nearby']);
          await page.waitForSelector('form[data-question]', { state: 'detached' });
          same(await heading(page), 'Repair it.', 'the result');
          const said = await page.locator('main').innerText();
          holds(said.includes('You are fond of it and help is near'), 'the rule that decided is said');
          await page.goBack();
          await page.waitForSelector('form[data-question="help"] input[value="nearby"]:checked');
        });
      } finally {
        await close();
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
];
