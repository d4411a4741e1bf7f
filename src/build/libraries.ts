import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ShippedLibrary } from '../app/pages/about-page.tsx';

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Returns the libraries that reach a reader's browser, with their licences, as their own packages state them. */
export function shippedLibraries(root = resolve('.')): readonly ShippedLibrary[] {
  const read = (file: string): PackageFile => JSON.parse(readFileSync(join(root, file), 'utf8'));
  return Object.keys(read('package.json').dependencies ?? {})
    .sort()
    .map((name) => {
      const { version, license } = read(`node_modules/${name}/package.json`);
      return { name, version, licence: license ?? 'no licence stated' };
    });
}
