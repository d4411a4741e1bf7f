/** The faces that a drawing is set in. */
export type Face = 'sans' | 'bold' | 'roman' | 'italic';

// Advances in hundredths of the size, for the characters from the space to the tilde and a few beyond. The sans is the
// reader's own; these are of Arial's metrics, among the widest of those that the site's stylesheet names.
const BEYOND = '‘’“”–…→é';
const ADVANCES: Readonly<Record<Face, readonly number[]>> = {
  sans: [
    28, 28, 35, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58,
    58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67,
    61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50,
    72, 50, 50, 50, 33, 26, 33, 58, 22, 22, 33, 33, 56, 100, 100, 56,
  ],
  bold: [
    28, 33, 47, 56, 56, 89, 72, 24, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 33, 33, 58,
    58, 58, 61, 98, 72, 72, 72, 72, 67, 61, 78, 72, 28, 56, 72, 61, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67,
    61, 33, 28, 33, 58, 56, 33, 56, 61, 56, 61, 56, 33, 61, 61, 28, 28, 56, 28, 89, 61, 61, 61, 61, 39, 56, 33, 61, 56,
    78, 56, 56, 50, 39, 28, 39, 58, 28, 28, 50, 50, 56, 100, 100, 56,
  ],
  roman: [
    22, 26, 34, 56, 56, 77, 71, 19, 27, 27, 42, 52, 23, 34, 22, 39, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 25, 26, 52,
    52, 52, 43, 88, 70, 64, 70, 76, 63, 58, 74, 79, 33, 42, 72, 59, 97, 76, 77, 60, 77, 64, 54, 67, 76, 68, 96, 70, 67,
    63, 31, 39, 31, 52, 41, 50, 45, 54, 43, 55, 45, 33, 48, 55, 27, 24, 53, 26, 82, 56, 52, 55, 54, 39, 37, 33, 53, 51,
    73, 50, 51, 42, 30, 24, 30, 52, 23, 23, 40, 40, 51, 64, 100, 45,
  ],
  italic: [
    23, 26, 34, 57, 57, 78, 68, 18, 26, 26, 41, 53, 22, 33, 22, 40, 57, 57, 57, 57, 57, 57, 57, 65, 57, 57, 26, 26, 53,
    53, 53, 45, 90, 67, 62, 68, 74, 62, 57, 73, 77, 33, 40, 69, 57, 95, 73, 75, 59, 75, 64, 53, 64, 74, 66, 92, 67, 64,
    61, 30, 37, 30, 53, 39, 50, 48, 46, 37, 49, 38, 29, 41, 49, 28, 25, 47, 25, 76, 53, 44, 51, 46, 39, 33, 30, 50, 46,
    66, 47, 47, 40, 30, 24, 29, 53, 23, 23, 40, 40, 48, 63, 100, 38,
  ],
};

const indexOf = (character: string): number => {
  const code = character.charCodeAt(0) - 32;
  return code < 95 ? code : 95 + BEYOND.indexOf(character);
};

/** Faces other than the one measured may run a little wider. */
const ROOM: Readonly<Record<Face, number>> = { sans: 1.04, bold: 1.04, roman: 1.03, italic: 1.03 };

/** Returns the width of a line at a size, with a little room to spare; unknown characters count as wide. */
export const widthOf = (line: string, face: Face, size: number): number =>
  ([...line].reduce((sum, character) => sum + (ADVANCES[face][indexOf(character)] ?? 75), 0) * size * ROOM[face]) / 100;

/** Returns a text in lines that fit a width; the first line may have less room than the others. */
export function wrapped(text: string, face: Face, size: number, width: number, first = width): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const room = lines.length === 1 ? first : width;
    if (last !== undefined && widthOf(`${last} ${word}`, face, size) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Returns a text in as few lines as fit a width, and those as even as they can be. */
export function balanced(text: string, face: Face, size: number, width: number): readonly string[] {
  const fewest = wrapped(text, face, size, width);
  let even = fewest;
  for (let narrower = width - 4; narrower > 0; narrower -= 4) {
    const lines = wrapped(text, face, size, narrower);
    if (lines.length > fewest.length || lines.some((line) => widthOf(line, face, size) > narrower)) break;
    even = lines;
  }
  return even;
}
