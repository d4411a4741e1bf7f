import type { Flow } from '../domain/flow.ts';

/** What an older version of a flow said under ids that are gone. An id that has been retired never means anything else again. */
export interface RetiredWords {
  /** The flow's title, where the whole flow is gone. */
  readonly title?: string;
  /** Each verdict's headline. */
  readonly verdicts?: Readonly<Record<string, string>>;
  /** Each question, as it was asked. */
  readonly questions?: Readonly<Record<string, string>>;
  /** Each option's label, by `question.option`; the question may still be asked. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** What is gone, by the flow's id. */
export type Retired = Readonly<Record<string, RetiredWords>>;

/**
 * Everything that links of older versions may name and today's flows do not know. Whoever takes an id out of a flow
 * writes its words down here, so that old links still say what they said.
 */
export const retired: Retired = {};

const NOTHING: RetiredWords = {};

/** Returns what is gone of a flow. */
const retiredOf = (flow: string, list: Retired = retired): RetiredWords =>
  Object.hasOwn(list, flow) ? (list[flow] ?? NOTHING) : NOTHING;

const entry = (words: Readonly<Record<string, string>> | undefined, id: string): string | undefined =>
  words && Object.hasOwn(words, id) ? words[id] : undefined;

/** Returns the headline of a verdict that is gone; undefined where there never was one of this id. */
export const retiredHeadline = (flow: string, verdict: string, list: Retired = retired): string | undefined =>
  entry(retiredOf(flow, list).verdicts, verdict);

/** Returns a question that is gone, as it was asked. */
export const retiredQuestion = (flow: string, question: string, list: Retired = retired): string | undefined =>
  entry(retiredOf(flow, list).questions, question);

/** Returns the label of an option that is gone. */
export const retiredLabel = (flow: string, answer: string, list: Retired = retired): string | undefined =>
  entry(retiredOf(flow, list).answers, answer);

/** The page that stands at the address of a verdict, or of a flow, that is gone. */
export interface RetiredPageData {
  /** Below the base path, with a slash at the end. */
  readonly address: string;
  readonly flow: string;
  /** The flow's title, where the whole flow is gone. */
  readonly title?: string;
  /** The verdict and its headline; undefined on the page of a flow that is gone. */
  readonly verdict?: string;
  readonly headline?: string;
}

/** Returns a page for every address that is gone, for the build to make. */
export const retiredPages = (list: Retired = retired): readonly RetiredPageData[] =>
  Object.entries(list).flatMap(([flow, { title, verdicts = {} }]) => {
    const gone = title === undefined ? {} : { title };
    return [
      ...(title === undefined ? [] : [{ address: `${flow}/`, flow, title }]),
      ...Object.entries(verdicts).map(([verdict, headline]) => ({
        address: `${flow}/${verdict}/`,
        flow,
        verdict,
        headline,
        ...gone,
      })),
    ];
  });

/** Returns a sentence for each entry of the list that contradicts today's flows. */
export function retiredFaults(list: Retired, flows: readonly Flow[]): readonly string[] {
  return Object.entries(list).flatMap(([id, { title, verdicts = {}, questions = {}, answers = {} }]) => {
    const flow = flows.find((one) => one.id === id);
    if (!flow)
      return title === undefined ? [`${id} is no flow today, and the list does not say what its title was.`] : [];
    const again = (kind: string, names: readonly string[], isInUse: (name: string) => boolean): readonly string[] =>
      names.filter(isInUse).map((name) => `${id}: the ${kind} ${name} is retired and in use.`);
    const isOffered = (answer: string): boolean => {
      const [question = '', option = ''] = answer.split('.');
      return Object.hasOwn(flow.answers, question) && Object.hasOwn(flow.answers[question] ?? {}, option);
    };
    return [
      ...(title === undefined ? [] : [`${id} is retired and in use.`]),
      ...again('verdict', Object.keys(verdicts), (name) => Object.hasOwn(flow.verdicts, name)),
      ...again('question', Object.keys(questions), (name) => Object.hasOwn(flow.answers, name)),
      ...again('answer', Object.keys(answers), isOffered),
    ];
  });
}
