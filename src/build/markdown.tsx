import { isValidElement, type ReactElement, type ReactNode } from 'react';
import Markdown from 'react-markdown';
import type { Rich } from '../content/rich.ts';

/** The attributes that formatted text may carry into a page. */
const KEPT = ['href', 'id'] as const;

function rich(node: ReactNode): readonly Rich[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node === 'string' || typeof node === 'number') return [String(node)];
  if (Array.isArray(node)) return node.flatMap(rich);
  if (!isValidElement(node)) return [];
  const { type, props } = node as ReactElement<Record<string, unknown>>;
  const children = rich(props['children'] as ReactNode);
  if (typeof type !== 'string') return children;
  const kept = KEPT.filter((name) => typeof props[name] === 'string').map((name) => [name, props[name]]);
  return [[type, kept.length > 0 ? Object.fromEntries(kept) : null, ...children]];
}

const rendered = new Map<string, Rich>();

/** Returns markdown as data: rendered by react-markdown, raw HTML left out, line breaks between blocks dropped. */
export function toRich(markdown: string): Rich {
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  const made = render(markdown);
  rendered.set(markdown, made);
  return made;
}

function render(markdown: string): Rich {
  // react-markdown is a plain function of its props: calling it gives the elements it would render.
  const blocks = rich(Markdown({ children: markdown.trim() })).filter((part) => part !== '\n');
  return ['div', null, ...blocks];
}

/** Splits a body at its `## headings`: the text before the first, and each heading's text with its line. */
export function sections(body: string): {
  readonly lead: string;
  readonly byHeading: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
} {
  const lines = body.split('\n');
  const starts = lines.flatMap((line, at) => (line.startsWith('## ') ? [at] : []));
  const byHeading = new Map(
    starts.map((at, index) => {
      const text = lines
        .slice(at + 1, starts[index + 1] ?? lines.length)
        .join('\n')
        .trim();
      return [(lines[at] ?? '').slice(3).trim(), { text, line: at }] as const;
    }),
  );
  return {
    lead: lines
      .slice(0, starts[0] ?? lines.length)
      .join('\n')
      .trim(),
    byHeading,
  };
}
