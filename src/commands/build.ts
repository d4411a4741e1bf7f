import { readOptions, run } from './options.ts';

const HELP = `Builds the whole site into dist: plain files for any static host.

  OUT_DIR=<folder>    another folder: a new or empty one, or an earlier build, which is emptied first
  BASE_PATH=<path>    the path below which the site lives (default /)
  SITE_URL=<address>  the site's absolute address, for previews, canonical links and the sitemap`;

await run(async () => {
  if (readOptions(process.argv.slice(2), []).help) {
    console.log(HELP);
    return;
  }
  // Not before it is needed: it brings Vite along.
  const { build } = await import('../build/build.ts');
  await build();
});
