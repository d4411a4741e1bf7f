import type { ViewsWords } from '../../content/words.ts';
import { href } from '../base.ts';

/** The claims that a text rests on, each as a link to its voice. */
export function Rests({ words, claims }: { readonly words: ViewsWords; readonly claims: readonly string[] }) {
  if (claims.length === 0) return null;
  return (
    <p className="rests">
      It rests on:{' '}
      {claims.map((claim, index) => (
        <span key={claim}>
          {index > 0 && '; '}
          <a href={href(`voices/#${claim.replace('/', '-')}`)}>{words.titles[claim]}</a>
        </span>
      ))}
      .
    </p>
  );
}
