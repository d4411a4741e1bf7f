import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { axeExceptions } from './exceptions.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = [
  'wcag2a',
  'wcag2aa',
  'wcag2aaa',
  'wcag21a',
  'wcag21aa',
  'wcag22a',
  'wcag22aa',
  'wcag22aaa',
  'best-practice',
];

interface Reported {
  readonly id: string;
  readonly nodes: readonly { readonly target: string; readonly html: string; readonly summary: string }[];
}

interface AxeReport {
  readonly violations: readonly Reported[];
  readonly incomplete: readonly Reported[];
}

/** Returns what axe-core finds on the page, A to AAA and best practices, as sentences; and which exceptions it met. */
export async function axe(
  page: Page,
): Promise<{ readonly faults: readonly string[]; readonly met: readonly string[] }> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations, incomplete } = await page.evaluate(async (tags): Promise<AxeReport> => {
    const { axe } = window as unknown as { axe: { run: (context: object, options: object) => Promise<never> } };
    const found: Record<'violations' | 'incomplete', never[]> = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
      resultTypes: ['violations', 'incomplete'],
    });
    return JSON.parse(
      JSON.stringify({ violations: found.violations, incomplete: found.incomplete }, (key, value) =>
        key === 'target' ? String(value) : key === 'failureSummary' ? undefined : value,
      ),
    );
  }, TAGS);
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `axe ${id}: ${target} ${html.slice(0, 160)}`),
  );
  const met = new Set<string>();
  for (const { id, nodes } of incomplete) {
    for (const { target, html } of nodes) {
      const excepted = axeExceptions.some(
        ({ rule, matches }) => rule === id && (matches === '*' || html.match(matches)),
      );
      if (excepted) met.add(id);
      else faults.push(`axe leaves ${id} undecided: ${target} ${html.slice(0, 160)}`);
    }
  }
  return { faults, met: [...met] };
}

/** Returns every text whose colour stands out too little against what is painted behind it. */
export const contrast = (page: Page, least = 7, leastLarge = 4.5): Promise<readonly string[]> =>
  page.evaluate(
    ([least, leastLarge]) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const known = new Map<string, readonly number[]>();
      const channels = (colour: string): readonly number[] => {
        const cached = known.get(colour);
        if (cached || !canvas) return cached ?? [0, 0, 0, 0];
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const found = [...canvas.getImageData(0, 0, 1, 1).data];
        known.set(colour, found);
        return found;
      };
      const luminance = ([r = 0, g = 0, b = 0]: readonly number[]): number => {
        const part = (value: number): number =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
      };
      const ratio = (one: readonly number[], other: readonly number[]): number => {
        const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
      };
      const behindHtml = (element: Element | null): readonly number[] => {
        for (let at = element; at; at = at.parentElement) {
          const found = channels(getComputedStyle(at).backgroundColor);
          if ((found[3] ?? 0) > 250) return found;
        }
        return channels(getComputedStyle(document.documentElement).backgroundColor);
      };
      // What a drawing has painted below the middle of a text.
      const behindSvg = (text: Element): readonly number[] => {
        const svg = text.closest('svg');
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        let found = behindHtml(svg);
        for (const shape of svg?.querySelectorAll('rect, circle') ?? []) {
          if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) break;
          const box = shape.getBoundingClientRect();
          const fill = getComputedStyle(shape).fill;
          if (box.left <= x && x <= box.right && box.top <= y && y <= box.bottom && fill !== 'none') {
            const painted = channels(fill);
            if ((painted[3] ?? 0) > 250) found = painted;
          }
        }
        return found;
      };
      const faults: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent?.trim();
        if (!element || !text || /^(SCRIPT|STYLE|TITLE|DESC|NOSCRIPT|TEMPLATE)$/i.test(element.tagName)) continue;
        if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.vh')) continue;
        const style = getComputedStyle(element);
        const isDrawn = element instanceof SVGElement;
        const size = Number.parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const found = ratio(
          channels(isDrawn ? style.fill : style.color),
          isDrawn ? behindSvg(element) : behindHtml(element),
        );
        if (found < (isLarge ? leastLarge : least))
          faults.push(
            `contrast ${found.toFixed(2)}: “${text.slice(0, 50)}” (${element.tagName}.${element.getAttribute('class')})`,
          );
      }
      // The edges of controls.
      for (const control of document.querySelectorAll('input:not([type=file]), textarea, .ballot, .btn')) {
        if (!control.checkVisibility()) continue;
        const style = getComputedStyle(control);
        if (style.borderBlockEndWidth === '0px' || style.appearance === 'auto') continue;
        const found = ratio(channels(style.borderBlockEndColor), behindHtml(control.parentElement));
        if (found < 3) faults.push(`edge ${found.toFixed(2)}: ${control.tagName}.${control.className}`);
      }
      return faults;
    },
    [least, leastLarge] as const,
  );

/** Returns every control that is smaller than 44 px; links in running text are excepted. */
export const targets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const controls = document.querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex="0"]');
    for (const control of controls) {
      if (
        control.closest('[aria-hidden="true"]') ||
        control.matches('.skip, .vh') ||
        !control.checkVisibility({ visibilityProperty: true })
      )
        continue;
      const isBox = control instanceof HTMLInputElement && /^(radio|checkbox|file)$/.test(control.type);
      const target = isBox ? (control.closest('label') ?? control) : control;
      const { display } = getComputedStyle(target);
      const isInText = /^inline$/.test(display) && control.tagName === 'A';
      const isBlank = control.classList.contains('blank');
      const { width, height } = target.getBoundingClientRect();
      if (isInText || isBlank || (width === 0 && height === 0) || (width >= 43.5 && height >= 43.5)) continue;
      faults.push(
        `target ${Math.round(width)}×${Math.round(height)}: ${control.tagName} “${(control.textContent || control.getAttribute('aria-label') || control.getAttribute('name') || '').slice(0, 40)}”`,
      );
    }
    return faults;
  });

/** Returns whatever makes the page scroll sideways, or is cut off. */
export const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const faults: string[] = [];
    const over = root.scrollWidth - root.clientWidth;
    if (over > 0) faults.push(`the page is ${over} px too wide`);
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('.vh, [aria-hidden="true"], svg, template') || !element.checkVisibility()) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const name = `${element.tagName}.${element.className} “${element.textContent?.slice(0, 30)}”`;
      if (width > 0 && !element.closest('.skip') && (right > root.clientWidth + 1 || left < -1))
        faults.push(`beyond the edge: ${name}`);
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut =
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (isCut) faults.push(`cut off: ${name}`);
    }
    return faults.slice(0, 5);
  });

/** Sets text as WCAG 1.4.12 has it: taller lines, and more between paragraphs, letters and words. */
export const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });

/** Takes that back. */
export const unspaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

/** Tabs through the page; returns what has the focus without showing it, is out of sight, or comes out of order. */
export async function focus(page: Page, most = 60): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
    const { body } = document;
    body.tabIndex = -1;
    body.focus();
    body.removeAttribute('tabindex');
    Object.assign(window, { before: undefined });
  });
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'end';
      const memory = window as unknown as { before?: Element };
      const isModal = document.querySelector('dialog[open]') !== null;
      const label = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
      const name = `${element.tagName} “${(label.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}”`;
      if (memory.before === element) return 'end';
      const isBack =
        memory.before && !isModal && memory.before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
      memory.before = element;
      if (isBack) return `end`;
      const isShown = [element, label].some((each) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      if (!isShown) return `has the focus and does not show it: ${name}`;
      // A link in text may break over two lines: the first of its boxes is looked at.
      const box = label.getClientRects()[0] ?? label.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + Math.min(box.bottom, box.top + innerHeight)) / 2];
      if (y < 0 || y > innerHeight) return `has the focus out of sight: ${name}`;
      const top = document.elementFromPoint(Math.max(1, Math.min(innerWidth - 1, x)), y);
      if (!top || !(label.contains(top) || top.contains(label)))
        return `has the focus and is covered by ${top?.tagName}.${top?.className}: ${name}`;
      return '';
    });
    if (found === 'end') break;
    if (found) faults.push(found);
  }
  return faults;
}

/** Returns how many A4 pages a page prints on. */
export async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** How something is looked at. */
export interface View {
  readonly width: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly contrast?: 'more' | 'no-preference';
}

/** Shows the page at a width, in a scheme, once all that changes with it has changed. */
export async function view(page: Page, how: View): Promise<void> {
  const { width, height = width < 700 ? 812 : 900, scheme: colorScheme = 'light' } = how;
  const { forcedColors = 'none', contrast: wanted = 'no-preference' } = how;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', forcedColors, contrast: wanted });
  // What compiles these checks names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named');
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}
