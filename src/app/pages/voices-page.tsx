import type { Rich } from '../../content/rich.ts';
import type { VoiceWords } from '../../content/words.ts';
import { href } from '../base.ts';
import { capital } from '../numbers.ts';
import { Mark } from '../parts/mark.tsx';
import { Masthead, SITE_NAV } from '../parts/masthead.tsx';
import { Part } from '../parts/part.tsx';
import { Prose } from '../parts/prose.tsx';
import { STANDING } from '../parts/standing.ts';
import type { PlainWords } from './plain-page.tsx';

/** One claim as the page of voices shows it. */
export interface HeldClaim {
  readonly id: string;
  readonly leans: 'open' | 'closed' | 'pause' | 'how';
  readonly title: string;
  readonly text: Rich;
  readonly practice?: string;
}

/** One voice with all that it holds, and the dilemmas in which it speaks. */
export interface VoiceEntry extends VoiceWords {
  readonly id: string;
  readonly who: Rich;
  readonly claims: readonly HeldClaim[];
  readonly flows: readonly { readonly id: string; readonly title: string }[];
  readonly sourceTitle: string;
}

/** What the page of voices is made of. */
export interface VoicesProps {
  readonly words: PlainWords;
  readonly voices: readonly VoiceEntry[];
}

const LEANS = {
  open: 'Pulls towards opening the door',
  closed: 'Pulls towards closing it',
  pause: 'Says wait, or think first',
  how: 'Says how to do it well',
} as const;

/** Every voice: who it is, what it holds, where it comes from and where it speaks. */
export function VoicesPage({ words, voices }: VoicesProps) {
  return (
    <>
      <Masthead nav={SITE_NAV} current="voices/" />
      <main id="main">
        <div className="wrap page-head">
          <h1>{words.title}</h1>
          <p className="lede">{words.lede}</p>
        </div>
        <div className="wrap voices">
          <div className="prose lead">
            <Prose text={words.lead} />
          </div>
          <nav className="index" aria-label="Voices on this page">
            <ul role="list">
              {voices.map(({ id, short }) => (
                <li key={id}>
                  <a href={`#${id}`}>{short}</a>
                </li>
              ))}
            </ul>
          </nav>
          {voices.map(({ id, name, role, standing, who, claims, flows, source, sourceTitle }) => (
            <Part key={id} id={id} label={name} small={`${capital(role)}. ${STANDING[standing]}.`}>
              <div className="prose">
                <Prose text={who} />
              </div>
              <p className="ui-note from">
                From <a href={href(`about/#source-${source}`)}>{sourceTitle}</a>. {flows.length > 0 && 'Speaks in: '}
                {flows.map((flow, index) => (
                  <span key={flow.id}>
                    {index > 0 && ' · '}
                    <a href={href(`${flow.id}/views/`)}>{flow.title}</a>
                  </span>
                ))}
              </p>
              <ul className="held" role="list">
                {claims.map((claim) => (
                  <li key={claim.id} id={`${id}-${claim.id}`}>
                    <h3>{claim.title}</h3>
                    <p className="who">
                      <Mark kind={claim.leans === 'open' || claim.leans === 'closed' ? claim.leans : 'level'} />
                      <span>{LEANS[claim.leans]}</span>
                    </p>
                    <div className="prose">
                      <Prose text={claim.text} />
                    </div>
                    {claim.practice && (
                      <p className="practice">
                        <b>In practice:</b> {claim.practice}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </Part>
          ))}
        </div>
      </main>
    </>
  );
}
