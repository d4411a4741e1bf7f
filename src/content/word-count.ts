/** Returns the words of a text: whatever stands between spaces and has a letter or a figure in it. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Returns how many words a text has. */
export const countWords = (text: string): number => wordsOf(text).length;
