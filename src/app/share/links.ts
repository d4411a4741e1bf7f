import type { AskingWords, ResultWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import type { Walk } from '../../domain/walk.ts';
import { toAsk } from '../../link/opinion.ts';
import { toAddress, toFragment } from '../../link/share.ts';
import { isSafety } from '../../reasoning/side.ts';
import { href } from '../base.ts';

/** What of a result is sent: all of it, the recommendation (or the questions) alone, or a question to somebody else. */
export type Choice = 'answers' | 'alone' | 'ask';

/** A link ready to be sent, with what its receiver will see of it before opening it. */
export interface SharedLink {
  /** The whole address. */
  readonly address: string;
  /** The title in a chat's preview. */
  readonly title: string;
  readonly description?: string;
  /** What stands before the link in a message. */
  readonly message: string;
  /** Whether the address and the preview name the recommendation. */
  readonly namesVerdict: boolean;
}

const WITHOUT_STOP = /\.$/;

/** Returns the place that a result is shared at: its verdict, save where safety decided. */
function placeOf(flow: Flow, walk: Walk): string {
  if (walk.at === 'depends') return 'depends';
  return walk.at === 'verdict' && !isSafety(flow, walk.verdict) ? walk.verdict : '';
}

/** Returns an address below the base path as others can open it. */
export const absolute = (address: string): string => `${location.origin}${href(address)}`;

/** Returns the link that a choice makes of a result. */
export function sharedLink(
  choice: Choice,
  {
    flow,
    asking,
    words,
    walk,
    name,
  }: { flow: Flow; asking: AskingWords; words: ResultWords; walk: Walk; name: string },
): SharedLink {
  const neutral = { title: asking.title, namesVerdict: false };
  if (choice === 'ask') {
    const message = `What would you say? ${asking.title} Answer the same questions, then we compare.`;
    return { ...neutral, address: absolute(toAsk(flow, walk.trail, name)), message };
  }
  const place = placeOf(flow, walk);
  const verdict = place === '' || place === 'depends' ? undefined : words.verdicts[place];
  const alone = absolute(toAddress(flow.id, verdict ? place : ''));
  const address = choice === 'alone' ? alone : `${absolute(toAddress(flow.id, place))}#${toFragment(walk.trail)}`;
  const message =
    choice === 'alone' && !verdict ? 'A guide to this question:' : 'This is where a guide to this question led me:';
  if (!verdict) return { ...neutral, address, message };
  const title = verdict.headline.replace(WITHOUT_STOP, '');
  return { address, title, description: verdict.description, message, namesVerdict: true };
}

/** Returns the address that opens a new message in the reader's own mail program. */
export const mailAddress = ({ address, title, message }: Pick<SharedLink, 'address' | 'title' | 'message'>): string =>
  `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${message}\r\n\r\n${address}\r\n`)}`;
