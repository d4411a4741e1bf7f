import type { AskingWords } from '../../content/words.ts';
import { answerTo } from '../../domain/answer.ts';
import type { Aside, ReadLink, SetAside } from '../../link/share.ts';
import { answerLabel } from '../share/answer-words.ts';

const WHY: Readonly<Record<Aside, string>> = {
  unreadable: 'cannot be read',
  foreign: 'was added by another site, and is no answer',
  'unknown-question': 'is no question of this guide today',
  'unknown-option': 'is no answer to that question today',
  'retired-question': 'is no longer asked',
  'retired-option': 'is no longer an answer here',
  repeated: 'answers the same question in two ways, so neither was used',
  twice: 'stands there twice, and was used once',
  'not-asked': 'is not asked on this way through the guide',
  'too-long': 'lies beyond what a link can hold, and was not read',
  'cut-off': 'has lost its end',
  altered: 'is not as it was made',
};

/** Returns what may have been meant, in the guide's own words where they are known. */
function meant(perhaps: string, asking: AskingWords | undefined): string {
  const [question = '', option = ''] = perhaps.split('=');
  const words = asking?.questions[question];
  return asking && words ? `“${words.question} ${answerLabel(asking, answerTo(question, option))}”` : perhaps;
}

function Piece({ piece, asking }: { readonly piece: SetAside; readonly asking: AskingWords | undefined }) {
  const { part, why, said, perhaps } = piece;
  return (
    <>
      <code>
        <bdi>{part}</bdi>
      </code>{' '}
      {WHY[why]}.{said !== undefined && ` It said: “${said}”.`}
      {perhaps !== undefined && ` Perhaps ${meant(perhaps, asking)} was meant; it was not used.`}
    </>
  );
}

/** What was set aside of a link, named piece by piece. */
export function SetAsideList({ link, asking }: { readonly link: ReadLink; readonly asking?: AskingWords }) {
  return (
    <ul>
      {link.setAside.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two parts may be the same text; the list never changes.
        <li key={index}>
          <Piece piece={piece} asking={asking} />
        </li>
      ))}
    </ul>
  );
}

/** A notice above a page that a link led to, where parts of the link were set aside; nothing otherwise. */
export function SetAsideNotice({ link, asking }: { readonly link: ReadLink; readonly asking?: AskingWords }) {
  if (link.setAside.length === 0) return null;
  const isUsed = link.answers.length > 0;
  return (
    <div className="notice" role="note">
      <p>
        {isUsed
          ? 'Some of this link could not be used. The rest was.'
          : 'Something was added to this link. It was left alone.'}
      </p>
      <details>
        <summary>What was set aside</summary>
        <SetAsideList link={link} {...(asking ? { asking } : {})} />
      </details>
    </div>
  );
}

/** What is said above a question that a link led to: that its answers stop here, and what of it was set aside. */
export function LinkNotice({
  link,
  asking,
  isHalf,
}: {
  readonly link: ReadLink;
  readonly asking: AskingWords;
  readonly isHalf: boolean;
}) {
  const words = isHalf
    ? 'This link led to a recommendation. Some of its answers are missing or out of date, so the guide asks for them first. The others are kept.'
    : 'Somebody’s answers came with this link, and they stop here. Go on from this question, or change what is filled in.';
  return (
    <>
      {link.answers.length > 0 && (
        <div className="notice" role="note">
          <p>{words}</p>
        </div>
      )}
      <SetAsideNotice link={link} asking={asking} />
    </>
  );
}
