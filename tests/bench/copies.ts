import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = ['index.html', 'vite.config.ts', 'package.json', 'tsconfig.json', 'public', 'src', 'content'];

/** Returns the name of the nth copy of a flow: the flow itself, then its id with letters behind it. */
export function copyId(flow: string, turn: number): string {
  if (turn === 0) return flow;
  let letters = '';
  for (let rest = turn; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return `${flow}-copy-${letters}`;
}

/** Returns so many ids: every flow, then copies of each in turn; with each the flow that it is a copy of. */
export const copiesOf = (
  flows: readonly string[],
  count: number,
): readonly { readonly id: string; readonly of: string }[] =>
  Array.from({ length: count }, (_, index) => {
    const of = flows[index % flows.length] as string;
    return { id: copyId(of, Math.floor(index / flows.length)), of };
  });

/** Returns the name under which a flow's file exports it. */
export const exportName = (id: string): string => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Returns a flow's source under another id. */
export const renamed = (source: string, from: string, to: string): string =>
  source
    .replace(`id: '${from}'`, `id: '${to}'`)
    .replace(`export const ${exportName(from)} =`, `export const ${exportName(to)} =`);

/** Returns a flow's words with another title: no two are the same. */
export const retitled = (words: string, id: string): string =>
  words.replace(/^(title|short): (.*?)(['"]?)$/gm, `$1: $2 ${id.slice(id.lastIndexOf('-') + 1).toUpperCase()}$3`);

/** Returns the registry of these flows. */
export function registryOf(ids: readonly string[]): string {
  return [
    `import type { MachineFlow } from '../domain/define-flow.ts';`,
    ...ids.map((id) => `import { ${exportName(id)} } from './${id}.ts';`),
    `export const flows: readonly MachineFlow[] = [${ids.map(exportName).join(', ')}];`,
    'export const flowById = (id: string): MachineFlow | undefined => flows.find((flow) => flow.id === id);',
    '',
  ].join('\n');
}

/** Copies what a build reads into `folder`: what is written there later changes nothing here, nor the other way about. */
export function snapshot(root: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) cpSync(join(root, file), join(folder, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** Makes a project in `folder` with so many flows, copies of those that this one has. */
export function makeProject(root: string, folder: string, flows: readonly string[], count: number): void {
  snapshot(root, folder);
  const copies = copiesOf(flows, count);
  for (const { id, of } of copies) {
    if (id === of) continue;
    cpSync(join(folder, 'content/flows', of), join(folder, 'content/flows', id), { recursive: true });
    const index = join(folder, 'content/flows', id, 'index.md');
    writeFileSync(index, retitled(readFileSync(index, 'utf8'), id));
    const source = readFileSync(join(folder, 'src/flows', `${of}.ts`), 'utf8');
    writeFileSync(join(folder, 'src/flows', `${id}.ts`), renamed(source, of, id));
  }
  writeFileSync(join(folder, 'src/flows/index.ts'), registryOf(copies.map(({ id }) => id)));
}
