import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** The two cuts of Newsreader that the site is set in. */
export type Cut = 'roman' | 'italic';

interface CutPlan {
  readonly source: string;
  readonly variationAxes: Readonly<Record<string, number>>;
}

const PLANS: Readonly<Record<Cut, CutPlan>> = {
  roman: { source: 'newsreader-latin-opsz-normal.woff2', variationAxes: { opsz: 30, wght: 420 } },
  italic: { source: 'newsreader-latin-opsz-italic.woff2', variationAxes: { opsz: 40, wght: 400 } },
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'àáâäãåæçèéêëìíîïñòóôöõøùúûüýÿœßÀÁÂÄÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜÝŒ';
const FIGURES = '0123456789';
// Room is scarce: kerning makes each sign dear. What is missing here (←, →, signs that only code is written in) is drawn by the
// next face of the stack. The package's Latin files hold no arrows anyway.
const SIGNS = ` !"#%&'()+,-./:;=?[]§×–—‘’“”…\u00a0`;

/** Every character that the cuts hold. */
export const CHARACTERS = LETTERS + ACCENTED + FIGURES + SIGNS;

const FEATURES = ['kern', 'liga', 'pnum', 'tnum'];
const DROPPED = ['DSIG', 'STAT', 'gasp'];

/** Where the fonts come from, and under which licence. */
const FONT_PACKAGE = '@fontsource-variable/newsreader';

/** The name that the licence text has beside the fonts. */
export const FONT_LICENCE = 'newsreader-OFL.txt';

/** What makes Times as wide and as tall as the roman cut, so that nothing moves when the font arrives. */
export const FALLBACK_METRICS = {
  'size-adjust': '102.7%',
  'ascent-override': '71.6%',
  'descent-override': '25.8%',
  'line-gap-override': '0%',
} as const;

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const packageFolder = join(project, 'node_modules', FONT_PACKAGE);
const cacheFolder = join(project, 'node_modules/.cache/counterpoint/fonts');

const hashOf = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 10);
};

const versionOfCutter = (): Promise<string> => readFile(join(project, 'node_modules/subset-font/package.json'), 'utf8');

/** Returns the path of a cut, made once and then kept in a cache: `woff2` for the site, `sfnt` for drawing pictures. */
export const cutFontFile = async (cut: Cut, targetFormat: 'woff2' | 'sfnt'): Promise<string> => {
  const { source, variationAxes } = PLANS[cut];
  const font = await readFile(join(packageFolder, 'files', source));
  const options = { targetFormat, variationAxes, keepFeatures: FEATURES, noHinting: true, dropTables: DROPPED };
  const key = hashOf(font, CHARACTERS, JSON.stringify(options), await versionOfCutter());
  const kept = join(cacheFolder, `${cut}-${key}.${targetFormat === 'sfnt' ? 'ttf' : targetFormat}`);
  if (existsSync(kept)) return kept;
  const made = await subsetFont(font, CHARACTERS, options);
  await mkdir(cacheFolder, { recursive: true });
  // Renamed into place, so that a build beside this one never reads half a font.
  const unfinished = `${kept}.${process.pid}`;
  await writeFile(unfinished, made);
  await rename(unfinished, kept);
  return kept;
};

/** Returns a cut as the bytes of a font file. */
export const cutFont = async (cut: Cut, targetFormat: 'woff2' | 'sfnt'): Promise<Buffer> =>
  readFile(await cutFontFile(cut, targetFormat));

const writeCut = async (cut: Cut, outDir: string): Promise<string> => {
  const font = await cutFont(cut, 'woff2');
  const name = `newsreader-${cut}-${hashOf(font)}.woff2`;
  await writeFile(join(outDir, name), font);
  return name;
};

/** Writes the two cuts and their licence into a folder, and returns the names of the two files. */
export const cutFonts = async (outDir: string): Promise<Readonly<Record<Cut, string>>> => {
  await mkdir(outDir, { recursive: true });
  const [roman, italic] = await Promise.all([writeCut('roman', outDir), writeCut('italic', outDir)]);
  await copyFile(join(packageFolder, 'LICENSE'), join(outDir, FONT_LICENCE));
  return { roman, italic };
};
