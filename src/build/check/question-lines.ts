import type { Part } from './scope.ts';

// How wide each character of the roman cut is, in hundredths of the type's size: read from the font once, since cutting
// it anew would take longer than all the rest of the check. Capitals, figures and signs not listed are given a wide 80.
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [22, ' .,‘’'],
  [26, 'jl:;!i()'],
  [33, 'ft[]I"-'],
  [40, 'srJ“”/'],
  [45, 'czaeg?'],
  [52, 'xyovku–'],
  [55, 'bqdhpnSFLP0123456789'],
  [65, 'EZBRTYV—…'],
  [73, 'ACXK&wG'],
  [78, 'DNUOQH'],
  [82, 'm'],
  [97, 'MW'],
];
const WIDEST = 80;

/** The narrowest page: the room for a question, and the size, tracking and lines that it has there. */
const NARROWEST = { width: 280, size: 30, tracking: -0.018, lines: 4 };

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => {
    const width = WIDTHS.find(([, characters]) => characters.includes(character))?.[0] ?? WIDEST;
    return sum + (width / 100 + NARROWEST.tracking) * NARROWEST.size;
  }, 0);

/** Returns how many lines a question takes on the narrowest page. */
export function linesOf(question: string): number {
  let lines = 1;
  let line = '';
  for (const word of question.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer) <= NARROWEST.width) line = longer;
    else {
      line = word;
      lines++;
    }
  }
  return lines;
}

/** Finds questions that do not fit four lines on a page 320 pixels wide. */
export const questionLines: Part = ({ content }) =>
  Object.values(content.flows).flatMap(({ questions }) =>
    Object.values(questions).flatMap(({ file, data, lineOf }) => {
      const lines = linesOf(data.question);
      if (lines <= NARROWEST.lines) return [];
      const message = `the question takes ${lines} lines on a narrow phone, and ${NARROWEST.lines} fit: say it shorter`;
      return [{ file, line: lineOf(['question']), message }];
    }),
  );
