import { createElement, type ReactNode } from 'react';
import type { Rich } from '../../content/rich.ts';

const element = (part: Rich, key: number): ReactNode => {
  if (typeof part === 'string') return part;
  const [tag, attributes, ...children] = part;
  return createElement(tag, { key, ...attributes }, ...children.map(element));
};

/** Formatted text as React elements; its outer element is left to the caller. */
export function Prose({ text }: { readonly text: Rich }) {
  if (typeof text === 'string') return text;
  const [, , ...blocks] = text;
  return <>{blocks.map(element)}</>;
}
