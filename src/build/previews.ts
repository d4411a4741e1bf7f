import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sideOf } from '../reasoning/side.ts';
import type { Page } from './pages.ts';
import { type Picture, picture } from './pictures.ts';
import { PREVIEWS } from './security.ts';
import { flowIn, type Site } from './site.ts';
import { contentOf } from './words.ts';

/** Returns where a page's preview picture is, below the base path; a verdict that safety decides, or that is gone, has its flow’s. */
export function previewOf(site: Site, { flow, verdict }: Page): string {
  if (flow === undefined) return `${PREVIEWS}home.png`;
  const told = verdict === undefined ? undefined : flowIn(site, flow).verdicts[verdict];
  return told === undefined || told.dissent === 'safety'
    ? `${PREVIEWS}${flow}.png`
    : `${PREVIEWS}${flow}-${verdict}.png`;
}

function pictureOf(site: Site, page: Page): Picture {
  const { content } = site;
  const flow = page.flow === undefined ? site.flows[0] : flowIn(site, page.flow);
  if (!flow) throw new Error('there is no flow');
  const { title, sides } = contentOf(content, flow.id).index.data;
  const ends = { closed: sides.closed.end, open: sides.open.end };
  if (page.flow === undefined) return { kind: 'home', title: content.pages.home.data.question, ends };
  if (page.verdict === undefined) return { kind: 'flow', title, ends };
  const side = sideOf(flow, page.verdict) ?? 'neither';
  return { kind: 'verdict', title: `${page.previewTitle}.`, flow: title, side, ends };
}

/** Draws every preview picture into `out`, each once. */
export async function writePreviews(site: Site, out: string): Promise<void> {
  const byFile = new Map<string, Page>();
  // The page whose address is shortest names the picture that it shares with others.
  for (const page of site.pages) if (!byFile.has(previewOf(site, page))) byFile.set(previewOf(site, page), page);
  for (const [file, page] of byFile) {
    await mkdir(dirname(join(out, file)), { recursive: true });
    await writeFile(join(out, file), await picture(pictureOf(site, page)));
  }
}
