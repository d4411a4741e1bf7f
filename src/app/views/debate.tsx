import type { AskingWords, ViewsWords } from '../../content/words.ts';
import { SIDES } from '../../reasoning/side.ts';
import { href } from '../base.ts';
import { capital, counted } from '../numbers.ts';
import { Mark, Who } from '../parts/mark.tsx';
import { STANDING } from '../parts/standing.ts';
import { Rests } from './rests.tsx';
import { nameWithin } from './verdict-line.ts';

/** Who a voice is and how it is known, in a line. */
function Standing({ words, voice }: { readonly words: ViewsWords; readonly voice: string }) {
  const known = words.voices[voice];
  if (!known) return null;
  const { role, standing } = known;
  return (
    <>
      {capital(role)}. {STANDING[standing]}.
    </>
  );
}

/** A voice beside the two sides: who, how it is known, and what it says. */
export function OtherVoice({
  words,
  other,
}: {
  readonly words: ViewsWords;
  readonly other: ViewsWords['others'][number];
}) {
  return (
    <li>
      <h3>
        <a href={href(`voices/#${other.voice}`)}>{words.voices[other.voice]?.name}</a>
      </h3>
      <p className="ui-note">
        <Standing words={words} voice={other.voice} />
      </p>
      <p className="told">{other.text}</p>
      <Rests words={words} claims={other.claims} />
    </li>
  );
}

/** Returns the voices beside the two sides: those of the same source, and the others. */
export function othersOf(asking: AskingWords, words: ViewsWords) {
  const source = words.voices[asking.sides.closed.voice]?.source;
  // Only a debate that was held in one place has a conclusion, and others who spoke up there.
  const isThere = ({ voice }: { readonly voice: string }) =>
    words.debate.conclusion !== undefined && words.voices[voice]?.source === source;
  return { there: words.others.filter(isThere), elsewhere: words.others.filter((other) => !isThere(other)) };
}

/** The debate told whole: the question, the two answers as a spread, the conclusion, and who else spoke up there. */
export function Debate({ asking, words }: { readonly asking: AskingWords; readonly words: ViewsWords }) {
  const { question, conclusion } = words.debate;
  const { there } = othersOf(asking, words);
  return (
    <section aria-labelledby="h-debate" className="debate">
      <div className="wrap asked">
        <p className="kicker">The question</p>
        <h2 id="h-debate">{question}</h2>
      </div>
      <div className="spread told-spread">
        {SIDES.map((side) => {
          const { name, stance, voice } = asking.sides[side];
          const { say, text } = words.debate[side];
          return (
            <div key={side} className="field" data-side={side}>
              <div>
                <Who kind={side}>
                  {name} {stance}
                </Who>
                <p className="dim">
                  <Standing words={words} voice={voice} />
                </p>
              </div>
              <p className="say" data-size={say.length < 6 ? 'word' : say.length < 14 ? 'phrase' : 'line'}>
                {say}
              </p>
              <div>
                <p className="told">{text}</p>
                <p className="more">
                  <a href={href(`voices/#${voice}`)}>
                    All that {nameWithin(words.voices[voice]?.short ?? name)} holds
                    {asking.sides.closed.voice === asking.sides.open.voice && (
                      <span className="vh">, {nameWithin(name)}</span>
                    )}
                  </a>
                </p>
              </div>
            </div>
          );
        })}
      </div>
      {conclusion && (
        <div className="wrap conclusion">
          <h3 className="who">
            <Mark kind="level" />
            <span>{words.voices[conclusion.voice]?.name}</span>
          </h3>
          <div>
            <p>{conclusion.text}</p>
            <Rests words={words} claims={conclusion.claims} />
          </div>
        </div>
      )}
      {there.length > 0 && (
        <div className="wrap answering">
          <h3 className="who">{capital(counted(there.length, 'more voice'))}, from the same source</h3>
          <ul className="voices-beside" role="list">
            {there.map((other) => (
              <OtherVoice key={other.voice} words={words} other={other} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
