import type { AskingWords, ResultWords } from '../../content/words.ts';
import { type Answer, isUnknown, optionOf, questionOf, type Trail } from '../../domain/answer.ts';
import { voiceOf } from '../../domain/claim.ts';
import type { Flow } from '../../domain/flow.ts';
import type { ClaimId } from '../../domain/questionnaire.ts';
import { type Decided, type Depending, walk } from '../../domain/walk.ts';
import { DEPENDS, type Entry, type KeptLine, type KeptWords, newId, type Remarks } from '../../journal/entry.ts';
import { type Dissent, explain } from '../../reasoning/explain.ts';
import { tally } from '../../reasoning/tally.ts';
import { DONT_KNOW_LABEL } from '../flow/question-form.tsx';
import { listed } from '../numbers.ts';

/** A result that can be kept: the flow, its words, and the answers that led to it. */
export interface Keepable {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly words: ResultWords;
  readonly trail: Trail;
}

const unstopped = (text: string): string => text.replace(/\.$/, '');

function answerWords(asking: AskingWords, id: Answer): KeptWords['answers'][number] {
  const question = asking.questions[questionOf(id)];
  const answer = isUnknown(id) ? DONT_KNOW_LABEL : (question?.labels[optionOf(id)] ?? optionOf(id));
  return { id, question: question?.question ?? questionOf(id), answer };
}

const casesOf = (dissent: Dissent): readonly ClaimId[] => {
  if (dissent.kind === 'safety') return [];
  const cases = dissent.kind === 'both' ? [dissent.closed, dissent.open] : [dissent.case];
  return cases.flatMap((one) => (one ? [one.claim] : []));
};

/** Returns the entry that keeps a result as it is now, in its own words. */
export function keptResult({ flow, asking, words, trail }: Keepable, remarks: Remarks, now: Date): Entry {
  const end = walk(flow, trail);
  if (end.at === 'question') throw new Error(`${flow.id} has no result yet at ${end.question}`);
  const made =
    end.at === 'depends'
      ? depending({ flow, asking, words, trail }, end)
      : decided({ flow, asking, words, trail }, end);
  const { rule, reasons, dissent, headline, gist, ...facts } = made;
  return {
    id: newId(),
    flow: flow.id,
    answers: end.trail,
    ...facts,
    kept: now.toISOString(),
    ...remarks,
    words: {
      title: asking.title,
      short: asking.short,
      headline,
      gist,
      rule,
      reasons,
      dissent,
      answers: end.trail.map((answer) => answerWords(asking, answer)),
    },
  };
}

type Made = Pick<Entry, 'verdict' | 'openness' | 'side' | 'isSettled' | 'counts'> &
  Pick<KeptWords, 'headline' | 'gist' | 'rule' | 'reasons' | 'dissent'>;

function decided({ flow, asking, words }: Keepable, end: Decided): Made {
  const { reasons, support, dissent, openness, side, isSafety, tally: counted } = explain(flow, asking.leans, end);
  const said = (claim: ClaimId, part: 'title' | 'line'): KeptLine => ({
    voice: words.voices[voiceOf(claim)]?.short ?? voiceOf(claim),
    text: words.claims[claim]?.[part] ?? '',
  });
  const verdict = words.verdicts[end.verdict];
  return {
    verdict: end.verdict,
    openness,
    side,
    isSettled: isSafety,
    counts: counted.counts,
    headline: verdict?.headline ?? end.verdict,
    gist: verdict?.gist ?? '',
    rule: reasons.map(({ rule }) => words.rules[rule]?.rule ?? rule).join(' '),
    // Where safety decides, the guide speaks for itself and quotes no voice.
    reasons: support
      .filter(({ claim }) => !isSafety || voiceOf(claim) === 'editor')
      .map(({ claim }) => said(claim, 'title')),
    dissent: casesOf(dissent).map((claim) => said(claim, 'line')),
  };
}

function depending({ flow, asking, words, trail }: Keepable, end: Depending): Made {
  const verdicts = end.verdicts.map((verdict) => `“${unstopped(words.verdicts[verdict]?.headline ?? verdict)}”`);
  return {
    verdict: DEPENDS,
    openness: null,
    side: null,
    isSettled: false,
    counts: tally(flow, asking.leans, trail).counts,
    headline: 'It depends.',
    gist: `It may be ${listed(verdicts, 'or')}. What you don’t know yet decides it.`,
    rule: '',
    reasons: [],
    dissent: [],
  };
}
