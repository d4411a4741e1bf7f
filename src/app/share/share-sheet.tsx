import { useId, useState } from 'react';
import type { AskingWords, ResultWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import { cleanName, LONGEST_NAME } from '../../link/opinion.ts';
import type { Scene } from '../flow/scene.ts';
import { Dialog } from '../parts/dialog.tsx';
import { answerLabel, questionWords } from './answer-words.ts';
import { type Choice, type SharedLink, sharedLink } from './links.ts';
import { ShareTools } from './share-tools.tsx';
import './share.css';

/** What the share sheet is about. */
export interface ShareProps {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly words: ResultWords;
  readonly scene: Scene;
}

/** Returns what is said of each choice. */
function choicesFor(hasVerdictLink: boolean): readonly (readonly [choice: Choice, label: string, hint: string])[] {
  return [
    ['answers', 'This result, with my answers', 'They see the recommendation and how you came to it.'],
    hasVerdictLink
      ? ['alone', 'The recommendation alone', 'They see what it says, and for whom, but none of your answers.']
      : ['alone', 'The questions alone', 'They can answer for themselves. Nothing of yours goes along.'],
    ['ask', 'Ask what they would say', 'They answer the same questions without seeing your answers. Then you compare.'],
  ];
}

/** Returns what a link gives away, plainly. */
function cautionFor(choice: Choice, { namesVerdict }: SharedLink): string {
  if (choice === 'ask') {
    return 'Your answers are hidden in the link, but not locked: somebody who knows how can read them first. The preview shows only the question.';
  }
  if (choice === 'alone') {
    return namesVerdict
      ? 'This link holds no answers. A recommendation can still give one away.'
      : 'This link holds no answers and no recommendation.';
  }
  const behind =
    'Your answers stand behind the # sign, which browsers keep from servers. Whoever has the link can read them.';
  return namesVerdict
    ? `The address and the preview name the recommendation, and that can give away an answer. ${behind}`
    : `The address and the preview name no recommendation. ${behind}`;
}

/** The dialog in which a reader chooses what to send, sees just what will be seen, and sends it. */
export function ShareSheet({
  flow,
  asking,
  words,
  scene,
  first,
  onClose,
}: ShareProps & { readonly first: Choice; readonly onClose: () => void }) {
  const [choice, setChoice] = useState(first);
  const [name, setName] = useState('');
  const { walk } = scene;
  const link = sharedLink(choice, { flow, asking, words, walk, name });
  const choices = choicesFor(sharedLink('alone', { flow, asking, words, walk, name }).namesVerdict);
  return (
    <Dialog label={first === 'ask' ? 'Ask somebody' : 'Share this result'} onClose={onClose}>
      <fieldset className="checks">
        <legend>What do you want to send?</legend>
        {choices.map(([value, label, hint]) => (
          <label className="check share-choice" key={value}>
            <input type="radio" name="share" checked={choice === value} onChange={() => setChoice(value)} />
            <span>
              {label}
              <small>{hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {choice === 'ask' && <NameField label="Your name, if you like" onName={setName} />}
      <p className="ui-note">{cautionFor(choice, link)}</p>
      <ShareTools key={link.address} link={link} />
      <Seen asking={asking} link={link} choice={choice} trail={walk.trail} />
    </Dialog>
  );
}

/** A field for a name that goes into a link; it is used from its first letter on. */
export function NameField({ label, onName }: { readonly label: string; readonly onName: (name: string) => void }) {
  const id = useId();
  return (
    <label className="share-field">
      <span>{label}</span>
      <input
        type="text"
        maxLength={LONGEST_NAME}
        autoComplete="off"
        aria-describedby={id}
        onChange={({ target }) => onName(cleanName(target.value))}
      />
      <small id={id}>It travels in the link alone. {LONGEST_NAME} characters at most.</small>
    </label>
  );
}

/** Just what the receiver will see: the preview, the address, and the answers on the page. */
function Seen({
  asking,
  link,
  choice,
  trail,
}: {
  readonly asking: AskingWords;
  readonly link: SharedLink;
  readonly choice: Choice;
  readonly trail: Scene['walk']['trail'];
}) {
  return (
    <section className="share-seen" aria-labelledby="share-seen">
      <h3 id="share-seen">What they will see</h3>
      <dl>
        <div>
          <dt>In the preview</dt>
          <dd>{link.title}</dd>
          {link.description !== undefined && <dd>{link.description}</dd>}
        </div>
        <div>
          <dt>In a mail, or where an app takes it</dt>
          <dd>{link.message}</dd>
        </div>
        <div>
          <dt>The address</dt>
          <dd>
            <code>{link.address}</code>
          </dd>
        </div>
        {choice === 'answers' && (
          <div>
            <dt>On the page</dt>
            <dd>
              <ol className="share-answers">
                {trail.map((answer) => (
                  <li key={answer}>
                    <span>{questionWords(asking, answer)}</span> <b>{answerLabel(asking, answer)}</b>
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        )}
        {choice === 'ask' && (
          <div>
            <dt>On the page</dt>
            <dd>
              The first question, as if nobody had answered it, and a line that you ask. Your answers come at the end,
              beside theirs.
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
