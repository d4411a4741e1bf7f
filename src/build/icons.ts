import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INKS } from './inks.ts';
import { rasterise } from './pictures.ts';

/** A maskable icon is cut to any shape by launchers, which leave what is within 40% of its width from the middle. */
type Shape = 'plain' | 'maskable';

interface Icon {
  readonly name: string;
  readonly size: number;
  readonly shape: Shape;
}

const ICONS: readonly Icon[] = [
  { name: 'icon-192.png', size: 192, shape: 'plain' },
  { name: 'icon-512.png', size: 512, shape: 'plain' },
  { name: 'icon-maskable-512.png', size: 512, shape: 'maskable' },
  { name: 'apple-touch-icon.png', size: 180, shape: 'maskable' },
];

/** How large each mark is, and how far its middle stands from the seam, as parts of the icon's width. */
const MARKS: Readonly<Record<Shape, { readonly size: number; readonly away: number }>> = {
  plain: { size: 0.3, away: 0.24 },
  maskable: { size: 0.24, away: 0.19 },
};

/** Returns an icon as SVG: the two fields, the seam between them, the square on the one and the ring on the other. */
export const iconDrawing = (shape: Shape): string => {
  const size = 100 * MARKS[shape].size;
  const away = 100 * MARKS[shape].away;
  const line = size * 0.15;
  const start = 50 - away - size / 2;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">',
    `<rect width="50" height="100" fill="${INKS.closedField}"/>`,
    `<rect x="50" width="50" height="100" fill="${INKS.openField}"/>`,
    `<rect x="${start}" y="${50 - size / 2}" width="${size}" height="${size}" fill="${INKS.onClosed}"/>`,
    `<circle cx="${50 + away}" cy="50" r="${(size - line) / 2}" fill="none" stroke="${INKS.onOpen}" stroke-width="${line}"/>`,
    '</svg>',
  ].join('');
};

/** Writes the icons that are made of pixels into a folder. */
export const writeIcons = async (outDir: string): Promise<void> => {
  await mkdir(outDir, { recursive: true });
  await Promise.all(
    ICONS.map(async ({ name, size, shape }) =>
      writeFile(join(outDir, name), await rasterise(iconDrawing(shape), size)),
    ),
  );
};

/** A flow as the manifest and a launcher's menu name it. */
export interface Shortcut {
  readonly id: string;
  readonly title: string;
  /** A shorter title, where there is one. */
  readonly short?: string;
}

/** What the manifest is made from. */
export interface ManifestParts {
  readonly base: string;
  readonly description: string;
  readonly flows: readonly Shortcut[];
}

/** Returns `manifest.webmanifest`, with a shortcut to each dilemma. */
export const manifest = ({ base, description, flows }: ManifestParts): string => {
  const icon = ({ name, size, shape }: Icon) => ({
    src: base + name,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: shape === 'plain' ? 'any' : 'maskable',
  });
  const vector = { src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' };
  const shortcuts = flows.map(({ id, title, short }) => ({
    name: title,
    ...(short === undefined ? {} : { short_name: short }),
    url: `${base}${id}/`,
    icons: [{ src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png' }],
  }));
  return `${JSON.stringify(
    {
      id: base,
      name: 'Counterpoint',
      short_name: 'Counterpoint',
      description,
      lang: 'en-GB',
      dir: 'ltr',
      start_url: base,
      scope: base,
      display: 'standalone',
      background_color: INKS.paper,
      theme_color: INKS.paper,
      categories: ['productivity', 'social'],
      icons: [vector, ...ICONS.filter(({ name }) => name.startsWith('icon-')).map(icon)],
      shortcuts,
    },
    undefined,
    2,
  )}\n`;
};
