import { launch } from '../../src/build/chromium.ts';
import type { Engine } from './tab.ts';

/** Starts a headless Chromium. */
export async function startChromium(): Promise<Engine> {
  const browser = await launch();
  const complaints: string[] = [];
  return {
    name: `chromium ${browser.version()}`,
    complaints,
    open: async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      const session = await context.newCDPSession(page);
      return {
        goto: async (address) => void (await page.goto(address)),
        evaluate: async (expression) => {
          const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
            expression,
            returnByValue: true,
          });
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value as unknown;
        },
        click: (selector) => page.locator(selector).first().click(),
        back: async () => void (await page.goBack()),
        reload: async () => void (await page.reload()),
      };
    },
    close: () => browser.close(),
  };
}
