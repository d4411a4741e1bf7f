import { voiceOf } from '../../domain/claim.ts';
import { href } from '../base.ts';
import { STANDING } from '../parts/standing.ts';
import type { ResultPage } from './page.ts';

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Returns a voice's name and how it is known: “M, known at second hand only”. */
export function nameAndStanding({ words }: ResultPage, voice: string): string {
  const known = words.voices[voice];
  return known ? `${known.name}, ${lowered(STANDING[known.standing])}` : voice;
}

/** The numbers of the sources behind some claims, each a link to its note. */
export function SourceRefs({ page, claims }: { readonly page: ResultPage; readonly claims: readonly string[] }) {
  const { words, sources } = page;
  const ids = new Set(claims.map((claim) => words.voices[voiceOf(claim as `${string}/${string}`)]?.source ?? ''));
  return [...ids].map((id) => {
    const number = sources.get(id);
    return number === undefined ? null : (
      <sup className="ref" key={id}>
        <a href={`#source-${number}`} aria-label={`Source ${number}: ${words.sources[id]?.title}`}>
          {number}
        </a>
      </sup>
    );
  });
}

/** Who holds a claim, how that voice is known, and the number of its source. */
export function SaidBy({ page, claim }: { readonly page: ResultPage; readonly claim: string }) {
  const voice = voiceOf(claim as `${string}/${string}`);
  const known = page.words.voices[voice];
  if (!known) return null;
  return (
    <p className="by">
      <a href={href(`voices/#${voice}`)}>{known.name}</a>, {lowered(STANDING[known.standing])}
      <SourceRefs page={page} claims={[claim]} />
    </p>
  );
}

/** Who holds the claims of a case that is told as one text: every voice once, with standing and source. */
export function SaidByAll({ page, claims }: { readonly page: ResultPage; readonly claims: readonly string[] }) {
  const voices = [...new Set(claims.map((claim) => voiceOf(claim as `${string}/${string}`)))];
  return (
    <p className="by">
      Rests on:{' '}
      {voices.map((voice, index) => (
        <span key={voice}>
          {index > 0 && '; '}
          <a href={href(`voices/#${voice}`)}>{page.words.voices[voice]?.name}</a>
          {`, ${lowered(STANDING[page.words.voices[voice]?.standing ?? 'unnamed'])}`}
          <SourceRefs page={page} claims={[`${voice}/`]} />
        </span>
      ))}
      .
    </p>
  );
}

/** The notes on the sources that a page names. */
export function SourceNotes({ page }: { readonly page: ResultPage }) {
  const { sources, words } = page;
  return [...sources].map(([id, number]) => {
    const source = words.sources[id];
    return source ? (
      <p className="src" id={`source-${number}`} key={id}>
        <span>{number}</span>
        <span>
          {`“${source.title}”. ${source.kind}. By: ${source.author}. `}
          <a href={href(`about/#source-${id}`)}>
            What we took from it<span className="vh">: {source.title}</span>
          </a>
        </span>
      </p>
    ) : null;
  });
}
