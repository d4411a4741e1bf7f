import { isValidElement, type ReactElement, type ReactNode } from 'react';
import Markdown, { defaultUrlTransform } from 'react-markdown';
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

/** Returns an address as a page may carry it; react-markdown would leave out a telephone number. */
const urlTransform = (url: string): string => (url.startsWith('tel:') ? url : defaultUrlTransform(url));

function render(markdown: string): Rich {
  // react-markdown is a plain function of its props: calling it gives the elements it would render.
  const blocks = rich(Markdown({ children: markdown.trim(), urlTransform })).filter((part) => part !== '\n');
  return ['div', null, ...blocks];
}

/** A node of markdown's tree, as far as it is looked at here. */
interface MarkdownNode {
  readonly type: string;
  readonly url?: string;
  readonly alt?: string | null;
  readonly identifier?: string;
  readonly value?: string;
  readonly position?: { readonly start: { readonly line: number } };
  readonly children?: readonly MarkdownNode[];
}

/** Something in markdown that points elsewhere: a link or a picture, or what is written like a link and has no address. */
export interface Pointer {
  readonly kind: 'link' | 'picture' | 'unresolved';
  /** The address; as it is written where there is none. */
  readonly target: string;
  /** The line where the address is written, from 1. */
  readonly line: number;
}

const nodesIn = (node: MarkdownNode): readonly MarkdownNode[] => [node, ...(node.children ?? []).flatMap(nodesIn)];

/** Returns all that points elsewhere in markdown, however it is written. */
export function pointersIn(markdown: string): readonly Pointer[] {
  let nodes: readonly MarkdownNode[] = [];
  const look = () => (tree: MarkdownNode) => {
    nodes = nodesIn(tree);
  };
  Markdown({ children: markdown, remarkPlugins: [look] });
  const lineOf = ({ position }: MarkdownNode): number => position?.start.line ?? 1;
  return nodes.flatMap((node): readonly Pointer[] => {
    const { type, url = '', identifier, value = '' } = node;
    const defined = nodes.find((other) => other.type === 'definition' && other.identifier === identifier);
    switch (type) {
      case 'link':
        return [{ kind: 'link', target: url, line: lineOf(node) }];
      case 'linkReference':
        return defined ? [{ kind: 'link', target: defined.url ?? '', line: lineOf(defined) }] : [];
      case 'image':
        return [{ kind: 'picture', target: url, line: lineOf(node) }];
      case 'imageReference':
        return [{ kind: 'picture', target: defined?.url ?? '', line: lineOf(node) }];
      case 'text':
        return [...value.matchAll(/\[[^[\]]+\]\[[^[\]]*\]/g)].map(({ 0: target, index }) => ({
          kind: 'unresolved',
          target,
          line: lineOf(node) + value.slice(0, index).split('\n').length - 1,
        }));
      default:
        return [];
    }
  });
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
