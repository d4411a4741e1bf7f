import { useEffect, useId, useRef, useState } from 'react';

/** A piece of a script: words, or a blank to fill in. */
export type Piece = { readonly words: string } | { readonly blank: string };

/** Returns a script in pieces; blanks stand in square brackets. */
const piecesOf = (text: string): readonly Piece[] =>
  text
    .split(/(\[[^\]]+\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? { blank: part.slice(1, -1) } : { words: part }));

/** Returns the words of a script with its blanks filled in; a blank left empty stays in its brackets. */
const filledIn = (pieces: readonly Piece[], filled: Readonly<Record<string, string>>): string =>
  pieces.map((piece) => ('words' in piece ? piece.words : filled[piece.blank]?.trim() || `[${piece.blank}]`)).join('');

/** How long a button says that it has done its work, in milliseconds. */
const SAYS_SO = 2000;

type CopyState = 'ready' | 'copied' | 'refused';

/** Words to copy, with blanks to fill in; what is typed stays in the page. */
export function Script({ use, text }: { readonly use: string; readonly text: string }) {
  const pieces = piecesOf(text);
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({});
  const [state, setState] = useState<CopyState>('ready');
  const field = useRef<HTMLTextAreaElement>(null);
  const fieldId = useId();
  const words = filledIn(pieces, filled);

  useEffect(() => {
    if (state === 'refused') field.current?.select();
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('ready'), SAYS_SO);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words);
      setState('copied');
    } catch {
      // There is no clipboard here, or it refuses: the words are offered to be copied by hand.
      setState('refused');
    }
  };

  return (
    <div className="template">
      <blockquote>
        {pieces.map((piece, index) =>
          'words' in piece ? (
            piece.words
          ) : (
            <input
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a script never change places.
              key={index}
              className="blank"
              type="text"
              autoComplete="off"
              aria-label={piece.blank}
              placeholder={piece.blank}
              size={Math.max(4, (filled[piece.blank] || piece.blank).length)}
              value={filled[piece.blank] ?? ''}
              onChange={({ target }) => setFilled({ ...filled, [piece.blank]: target.value })}
            />
          ),
        )}
      </blockquote>
      <div className="row">
        <span className="ui-note">{use}</span>
        <button type="button" className="btn quiet small" onClick={() => void copy()}>
          {state === 'copied' ? 'Copied' : 'Copy the words'}
        </button>
      </div>
      {state === 'refused' && (
        <p className="by-hand">
          <label htmlFor={fieldId}>This browser won’t copy for you. Here are the words, selected:</label>
          <textarea
            id={fieldId}
            ref={field}
            readOnly
            rows={4}
            value={words}
            onFocus={({ target }) => target.select()}
          />
        </p>
      )}
      <span className="vh" role="status">
        {state === 'copied' ? 'Copied.' : ''}
      </span>
    </div>
  );
}
