import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ShippedLibrary } from '../app/pages/about-page.tsx';

interface PackageFile {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What of a built script tells whose code is in it: how much of each module has stayed. */
export interface BuiltChunk {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

const packageOf = (module: string): string | undefined =>
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1]?.replace('\\', '/');

/** Returns the names of the packages whose code is in these scripts, in order. */
export function packagesIn(chunks: readonly BuiltChunk[]): readonly string[] {
  const kept = chunks
    .flatMap(({ modules = {} }) => Object.entries(modules))
    .filter(([, { renderedLength }]) => renderedLength > 0);
  return [...new Set(kept.flatMap(([module]) => packageOf(module) ?? []))].sort();
}

const read = (root: string, file: string): PackageFile => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** Returns the names of the packages that the project itself asks for; scripts may hold fewer, and some that these ask for. */
export const dependencies = (root = resolve('.')): readonly string[] =>
  Object.keys(read(root, 'package.json').dependencies ?? {}).sort();

/** Returns packages with their versions and licences, as they state them themselves. */
export const shippedLibraries = (names: readonly string[], root = resolve('.')): readonly ShippedLibrary[] =>
  names.map((name) => {
    const { version, license } = read(root, `node_modules/${name}/package.json`);
    return { name, version, licence: license ?? 'no licence stated' };
  });

/** Returns the licences of packages in full, as one text. */
export const licenceTexts = (names: readonly string[], root = resolve('.')): string =>
  shippedLibraries(names, root)
    .map(({ name, version, licence }) => {
      const folder = join(root, 'node_modules', name);
      const file = readdirSync(folder).find((candidate) => /^licen[cs]e(\.|$)/i.test(candidate));
      const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `It states no more than: ${licence}.`;
      return `${name} ${version} (${licence})\n\n${text.replace(/\r\n/g, '\n')}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
