import { join } from 'node:path';
import { build } from 'vite';

/** Returns a small script, bundled and minified, as text to stand inline. */
export async function inlineScript(root: string, entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2020', lib: { entry: join(root, entry), formats: ['iife'], name: 'head' } },
  });
  const output = [built].flat()[0];
  if (!output || !('output' in output)) throw new Error(`nothing was built from ${entry}`);
  return output.output[0].code.trim();
}
