import { keepable } from '../../domain/walk.ts';
import { DEPENDS, type Entry } from '../../journal/entry.ts';
import type { FlowModule } from '../flow/module.ts';

/** Where today’s guide leads with the answers of a kept decision. */
export type Now =
  | { readonly at: 'same' }
  | { readonly at: 'verdict'; readonly headline: string; readonly why: string }
  | { readonly at: 'depends' }
  /** It asks something that the kept answers do not say. */
  | { readonly at: 'question'; readonly question: string };

/** Returns where today’s guide leads with the answers of a kept decision; `url` is that of the flow’s module. */
export async function nowOf(entry: Entry, url: string): Promise<Now> {
  const { flow, asking, result } = (await import(/* @vite-ignore */ url)) as FlowModule;
  const { walk } = keepable(flow, entry.answers);
  if (walk.at === 'question') {
    return { at: 'question', question: asking.questions[walk.question]?.question ?? walk.question };
  }
  if (walk.at === 'depends') return entry.verdict === DEPENDS ? { at: 'same' } : { at: 'depends' };
  if (walk.verdict === entry.verdict) return { at: 'same' };
  const words = await result();
  return {
    at: 'verdict',
    headline: words.verdicts[walk.verdict]?.headline ?? walk.verdict,
    why: words.rules[walk.rule]?.rule ?? '',
  };
}
