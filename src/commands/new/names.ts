import { UnusableOption } from '../options.ts';

/** Names in code that a flow's file uses itself, or that the language keeps for itself. */
const KEPT = new Set(
  (
    'index flows answers facts rules machine said all any not rule verdict guards questionnaire ' +
    'saidOf defineFlow nothingAnswered ' +
    'break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if import in instanceof new null return super switch this throw true try typeof var void while with ' +
    'yield let static await async of arguments eval implements interface package private protected public ' +
    'prototype undefined escape unescape isFinite isNaN parseFloat parseInt'
  ).split(' '),
);

/** Returns an id as a name in code (`lend-a-book` as `lendABook`). */
export const camel = (id: string): string => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The longest id: it stands in addresses and titles. */
const LONGEST = 30;

/**
 * Returns the id, if it is one.
 * @throws UnusableOption where it is no slug, too long, or a name that the code keeps for itself.
 */
export function slug(id: string, of: string): string {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id))
    throw new UnusableOption(`“${id}” is no id for a ${of}: it takes lower-case words joined by hyphens.`);
  if (id.length > LONGEST)
    throw new UnusableOption(`“${id}” is too long for an id: it takes ${LONGEST} letters at most.`);
  const name = camel(id);
  // Every object has a constructor, a toString and so on.
  if (KEPT.has(name) || name in Object.prototype)
    throw new UnusableOption(`“${id}” is a name that the code keeps for itself: choose another id.`);
  return id;
}

/** Returns an id as words (`lend-a-book` as “lend a book”). */
export const inWords = (id: string): string => id.replaceAll('-', ' ');

/** Returns a text with its first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns a text as YAML writes it in double quotes. */
export const quoted = (text: string): string => JSON.stringify(text);
