import { countWords, wordsOf } from './word-count.ts';

/** A piece of text that a reader sees, and the line at which it stands in its file. */
export interface Passage {
  readonly line: number;
  readonly text: string;
}

/** How hard a text is to read. */
export interface Reading {
  /** The Flesch–Kincaid grade: about the school year in which a reader follows it. */
  readonly grade: number;
  readonly words: number;
  readonly sentences: number;
  /** The sentence that is hardest by itself. */
  readonly hardest: Passage;
}

/** A label or a heading of fewer words is no sentence: it would make hard prose around it look plain. */
const FEWEST_WORDS = 4;

/** Letters that are written and not spoken: at the end of a word, or where two words have grown together. */
const SILENT: readonly (readonly [written: RegExp, spoken: string])[] = [
  [/^every/, 'evry'],
  [/^(some|here|there|fore|more|care|home|time|use|hope|like|name)(?=[a-z]{3})/, '$1-'],
  [/(?<=[aeio])gues?$|ques?$/, 'k'],
  // Between vowels, y begins a syllable.
  [/(?<=[aeiou])y(?=[aeiou])/, 'y-'],
  [/(?<=[aeiouy][a-z]*)e(?=ly$|ment|ful|less|ty$)/, ''],
  [/(?<![cgsxz]|[cs]h)es$|(?<![dt]|[^aeiouyl]l)ed$|(?<=[aeiouy][^aeiouy]*)(?<![^aeiouy]l)e$/, ''],
  [/e(?=-)/, ''],
];

/** Vowels side by side that are two syllables. */
const APART = /(?<![cstg])i[ao]|(?<=cr)ea(?=t)|ea$|[aeiouy]ing|(?<![cfst]|fr)ie(?=[nt])|ea(?=lit)|eo(?!u|p)|[^gq]ua/g;

/** Words that none of this gets right. */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  business: 2,
  everyone: 3,
  every: 2,
  area: 3,
  people: 2,
  being: 2,
  maybe: 2,
  science: 2,
};

/** Returns how many syllables an English word has, by its groups of vowels; right for nearly every common word. */
export function syllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z’']/g, '')
    .replace(/[’'](?:s|ve|re|ll|d|m)$/, '');
  // “didn’t”, “isn’t”: the n is a syllable of its own.
  const own = /[^aeioury]n[’']t$/.test(letters) ? 1 : 0;
  const plain = letters.replace(/[’']/g, '');
  const known = EXCEPTIONS[plain];
  if (known !== undefined) return known;
  if (plain.length <= 3) return 1;
  const heard = SILENT.reduce((text, [written, spokenAs]) => text.replace(written, spokenAs), plain);
  const groups = heard.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = heard.match(APART)?.length ?? 0;
  return Math.max(1, groups + apart + own);
}

/** Returns a text without markdown’s marks and without the blanks of a script, which the reader fills in. */
const spoken = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[*_`#>]/g, '');

const sentencesOf = (text: string): readonly string[] =>
  spoken(text)
    .split(/(?<=[.!?…][”’")]*)\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => countWords(sentence) >= FEWEST_WORDS);

const gradeOf = (words: number, sentences: number, sounds: number): number =>
  0.39 * (words / sentences) + 11.8 * (sounds / words) - 15.59;

const soundsIn = (text: string): number => wordsOf(text).reduce((sum, word) => sum + syllables(word), 0);

/** Returns how hard these passages are to read together, or undefined where they hold no sentence. */
export function reading(passages: readonly Passage[]): Reading | undefined {
  const sentences = passages.flatMap(({ line, text }) =>
    sentencesOf(text).map((sentence) => ({
      line,
      text: sentence,
      words: countWords(sentence),
      sounds: soundsIn(sentence),
    })),
  );
  if (sentences.length === 0) return undefined;
  const sum = (key: 'words' | 'sounds'): number => sentences.reduce((total, sentence) => total + sentence[key], 0);
  const alone = ({ words, sounds }: { words: number; sounds: number }): number => gradeOf(words, 1, sounds);
  const hardest = sentences.reduce((worst, sentence) => (alone(sentence) > alone(worst) ? sentence : worst));
  return {
    grade: gradeOf(sum('words'), sentences.length, sum('sounds')),
    words: sum('words'),
    sentences: sentences.length,
    hardest: { line: hardest.line, text: hardest.text },
  };
}

/** A file with its reading. */
export interface FileReading extends Reading {
  readonly file: string;
}

/** Returns the readings in a few lines: the average of all, and the files that are hardest to read. */
export function readabilityReport(readings: readonly FileReading[], most = 5): string {
  if (readings.length === 0) return 'Reading grade: there is nothing to read.';
  const average = readings.reduce((sum, { grade }) => sum + grade, 0) / readings.length;
  const hardest = [...readings].sort((a, b) => b.grade - a.grade).slice(0, most);
  return [
    `Reading grade (Flesch–Kincaid): ${average.toFixed(1)} on average over ${readings.length} files; the hardest are`,
    ...hardest.map(({ grade, file }) => `  ${grade.toFixed(1)}  ${file}`),
  ].join('\n');
}
