import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Lean, Ledger } from '../../src/domain/claim.ts';

const VOICES = join(import.meta.dirname, '../../content/voices');

const frontMatterOf = (text: string): { readonly claims?: Record<string, { readonly leans: Lean }> } =>
  parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '') ?? {};

/** Returns the lean of every claim, as the pages of the voices give it. */
export function ledgerFromContent(): Ledger {
  const voices = readdirSync(VOICES).filter((file) => file.endsWith('.md'));
  const leans = voices.flatMap((file) => {
    const { claims = {} } = frontMatterOf(readFileSync(join(VOICES, file), 'utf8'));
    return Object.entries(claims).map(([id, { leans }]) => [`${file.replace(/\.md$/, '')}/${id}`, leans] as const);
  });
  return Object.fromEntries(leans);
}
