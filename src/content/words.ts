import type { Rich } from './rich.ts';

// The words as pages receive them: plain data, markdown already turned into `Rich`.

type ById<T> = Readonly<Record<string, T>>;

/** How a side speaks in one flow. */
export interface SideWords {
  readonly voice: string;
  readonly name: string;
  readonly standing: Standing;
  readonly end: string;
  readonly stance: string;
  readonly say: string;
  readonly opening: string;
  readonly text: string;
}

/** One question's words. */
export interface QuestionWords {
  readonly question: string;
  readonly topic: string;
  readonly hint?: string;
  readonly labels: ById<string>;
  readonly why: Rich;
}

/** What the questions of a flow need, and nothing of its results. */
export interface AskingWords {
  readonly title: string;
  readonly short: string;
  readonly sides: Readonly<Record<'closed' | 'open', SideWords>>;
  readonly questions: ById<QuestionWords>;
  /** Every claim that the flow's answers raise, or that stands against a verdict: which way it leans. */
  readonly leans: ById<'open' | 'closed' | 'pause' | 'how'>;
  /** What the voices of the two sides say with the claims that answers raise, in a line. */
  readonly lines: ById<string>;
}

/** One claim, with all that is said of it. */
export interface ClaimWords {
  readonly title: string;
  readonly line: string;
  readonly text: Rich;
  readonly practice?: string;
}

/** How a voice is known. */
export type Standing = 'named' | 'credited' | 'unnamed' | 'second-hand' | 'editor';

/** Who a voice is, in short. */
export interface VoiceWords {
  readonly name: string;
  readonly short: string;
  readonly role: string;
  readonly standing: Standing;
  readonly source: string;
}

/** A source document, as the guide describes it. */
export interface SourceWords {
  readonly title: string;
  readonly kind: string;
  readonly author: string;
  readonly took: string;
  readonly quality: string;
}

/** One thing to do next. */
export interface StepWords {
  readonly title: string;
  readonly text: string;
  readonly claims: readonly string[];
  readonly script?: { readonly use: string; readonly text: string };
  readonly checklist?: readonly string[];
  readonly reminder?: { readonly after: '1 week' | '2 weeks'; readonly title: string };
  readonly follows?: { readonly flow: string; readonly title: string; readonly text: string };
}

/** One verdict's words. */
export interface VerdictWords {
  readonly headline: string;
  readonly gist: string;
  readonly description: string;
  readonly living: Rich;
  readonly steps: readonly StepWords[];
}

/** One side of a verdict's case in general. */
export interface CaseWords {
  readonly claims: readonly string[];
  readonly text: string;
}

/** What the pages of verdicts in general need besides: each verdict's two cases; none where safety decides. */
export type GeneralWords = ById<{ readonly for: CaseWords; readonly against: CaseWords }>;

/** What a result needs beside the words of the questions. */
export interface ResultWords {
  /** Question → option → the clause that begins with “If”. */
  readonly ifs: ById<ById<string>>;
  /** Question → how one might find out. */
  readonly findOut: ById<string>;
  readonly rules: ById<{ readonly rule: string; readonly because: Rich }>;
  readonly verdicts: ById<VerdictWords>;
  readonly claims: ById<ClaimWords>;
  readonly voices: ById<VoiceWords>;
  readonly sources: ById<Pick<SourceWords, 'title' | 'kind' | 'author'>>;
}

/** One cell of the opposed views: a text with its claims, or null where the source is silent. */
export type ViewCell = { readonly text: string; readonly claims: readonly string[] } | null;

/** The opposed views, row by row. */
export interface ViewsWords {
  readonly title: string;
  readonly lede: string;
  readonly debate: {
    readonly question: string;
    readonly closed: { readonly say: string; readonly text: string };
    readonly open: { readonly say: string; readonly text: string };
    readonly conclusion?: { readonly voice: string; readonly text: string; readonly claims: readonly string[] };
  };
  readonly rows: readonly { readonly question: string; readonly closed: ViewCell; readonly open: ViewCell }[];
  readonly agree: ViewCell;
  readonly givesWay: { readonly closed: ViewCell; readonly open: ViewCell };
  readonly others: readonly { readonly voice: string; readonly text: string; readonly claims: readonly string[] }[];
  readonly voices: ById<VoiceWords>;
  /** Who speaks to this dilemma, and where they are silent. */
  readonly about: Rich;
  /** What each claim named above holds, as a title. */
  readonly titles: ById<string>;
}

/** How a voice sees one answer about a rule: who, how it is known, and its line. */
export interface RuleView {
  readonly name: string;
  readonly standing: Standing;
  readonly line: string;
}

/** One question about the reader’s own rule. */
export interface RuleQuestionWords {
  readonly question: string;
  readonly why: Rich;
  /** Option → its label, the sentence that it puts into the draft, and the voices that see it so. */
  readonly options: ById<{ readonly label: string; readonly rule: string; readonly views: readonly RuleView[] }>;
}

/** The words of the form in which a reader writes down a rule. */
export interface RuleWords {
  readonly title: string;
  readonly lede: string;
  readonly about: Rich;
  readonly views: readonly RuleView[];
  readonly questions: ById<RuleQuestionWords>;
}
