import type { Fault } from '../../content/fault.ts';
import type { Entry } from '../../content/front-matter.ts';
import { countWords } from '../../content/word-count.ts';
import type { Part } from './scope.ts';

/** Tells whether two texts are within a fifth of each other in words. */
export function areBalanced(one: string, other: string): boolean {
  const [few = 0, many = 0] = [countWords(one), countWords(other)].sort((a, b) => a - b);
  return many - few <= many / 5;
}

type Path = readonly PropertyKey[];

/** Returns a fault, at the shorter of two texts, where one side has more room than the other. */
function balance(
  { file, lineOf }: Entry<unknown>,
  where: string,
  closed: { readonly text: string; readonly path: Path; readonly called: string },
  open: { readonly text: string; readonly path: Path; readonly called: string },
): readonly Fault[] {
  if (areBalanced(closed.text, open.text)) return [];
  const [shorter, longer] = countWords(closed.text) < countWords(open.text) ? [closed, open] : [open, closed];
  const message =
    `${where}, ${shorter.called} has ${countWords(shorter.text)} words and ${longer.called} ${countWords(longer.text)}: ` +
    'bring them within a fifth of each other';
  return [{ file, line: lineOf(shorter.path), message }];
}

type Cell = { readonly text: string } | { readonly silent: true };

function balanceOfCells(entry: Entry<unknown>, where: string, closed: Cell, open: Cell, path: Path): readonly Fault[] {
  if ('silent' in closed || 'silent' in open) return [];
  return balance(
    entry,
    where,
    { text: closed.text, path: [...path, 'closed'], called: 'the closed side' },
    { text: open.text, path: [...path, 'open'], called: 'the open side' },
  );
}

/** Finds places where one side is given more words than the other; a side whose source is silent is left out. */
export const balanceOfSides: Part = ({ content }) =>
  Object.values(content.flows).flatMap(({ index, views, verdicts }) => {
    const { rows, debate, 'gives-way': givesWay } = views.data;
    const { closed, open } = index.data.sides;
    return [
      ...balance(
        index,
        'in “sides”',
        { text: closed.text, path: ['sides', 'closed', 'text'], called: 'the closed side' },
        { text: open.text, path: ['sides', 'open', 'text'], called: 'the open side' },
      ),
      ...balanceOfCells(views, 'in the debate', debate.closed, debate.open, ['debate']),
      ...rows.flatMap((row, at) => balanceOfCells(views, 'in this row', row.closed, row.open, ['rows', at])),
      ...balanceOfCells(views, 'where each gives way', givesWay.closed, givesWay.open, ['gives-way']),
      ...Object.values(verdicts).flatMap((entry) => {
        const { for: pro, against } = entry.data;
        if (!pro || !against) return [];
        return balance(
          entry,
          'in this verdict',
          { text: pro.text, path: ['for', 'text'], called: 'the case for' },
          { text: against.text, path: ['against', 'text'], called: 'the case against' },
        );
      }),
    ];
  });
