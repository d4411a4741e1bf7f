import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const DATE =
  /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g;

const fileOf = ({ name }: State): URL => new URL(`./transcripts/${name.replace(/[ ,]+/g, '-')}.txt`, import.meta.url);

/** Returns the page as the browser tells it to a screen reader: title, roles, names, levels and states, in order. */
async function read(page: Page): Promise<string> {
  const focused = await page.evaluate(() => {
    const { activeElement } = document;
    return activeElement && activeElement !== document.body
      ? `${activeElement.tagName.toLowerCase()} ${activeElement.textContent?.slice(0, 60)}`
      : 'the page';
  });
  const tree = await page.locator('body').ariaSnapshot();
  return `title: ${await page.title()}\nfocus: ${focused.trim()}\n${tree}\n`
    .replace(DATE, '(a date)')
    .replace(/http(?::\/\/|%3A%2F%2F)[^/"]*?(?:\/|%2F)/g, '(site)/');
}

/** Compares a page with its approved transcript; with `approve`, writes that anew. */
export async function compare(state: State, page: Page, approve: boolean): Promise<readonly string[]> {
  const file = fileOf(state);
  const found = await read(page);
  if (approve) {
    writeFileSync(file, found);
    return [];
  }
  if (!existsSync(file)) return ['there is no approved transcript of it; see npm run test:access -- --approve'];
  const approved = readFileSync(file, 'utf8');
  if (approved === found) return [];
  const [before, after] = [approved.split('\n'), found.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  return [
    `it reads otherwise than approved, from line ${at + 1}: “${after[at]?.trim()}” stands where “${before[at]?.trim()}” was approved`,
  ];
}
