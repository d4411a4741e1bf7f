import type { Journal } from '../../journal/entry.ts';
import { dayOf } from '../../journal/entry.ts';
import { toCopy, toMarkdown } from '../../journal/transfer.ts';
import { href } from '../base.ts';

/** Hands a text to the reader as a file. */
function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Hands a journal to the reader as a copy that can be opened here again. */
export function saveCopy(journal: Journal, name = 'counterpoint-journal'): void {
  const now = new Date();
  const schema = new URL(href('journal.schema.json'), location.href).href;
  download(`${name}-${dayOf(now)}.json`, 'application/json', toCopy(journal, now, schema));
}

/** Hands a journal to the reader as a text to read. */
export function saveText(journal: Journal, name = 'counterpoint-journal'): void {
  download(`${name}-${dayOf(new Date())}.md`, 'text/markdown', toMarkdown(journal));
}
