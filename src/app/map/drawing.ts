import type { Standing } from '../../content/words.ts';
import type { Side } from '../../domain/flow.ts';

/** A text as it is set in a drawing: where its first line stands, how far apart its lines are, and the lines. */
export interface TextBlock {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  /** Where the first line begins, if further in than the others. */
  readonly first?: number;
  /** True where the text ends at `x`. */
  readonly isEnd?: boolean;
  readonly lines: readonly string[];
}

/** A rectangle of a drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A mark of a claim: its side, and its middle. */
export interface MarkAt {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

/** One option in a question's card. */
export interface OptionBox extends Box {
  readonly option: string;
  readonly marks: readonly MarkAt[];
  readonly label: TextBlock;
  /** The conditions of its ways, and the numbers of the questions to which they lead. */
  readonly notes: readonly TextBlock[];
}

/** One question with its options. */
export interface Card extends Box {
  readonly question: string;
  /** Its number on the map. */
  readonly number: number;
  readonly badge: { readonly x: number; readonly y: number };
  readonly title: TextBlock;
  readonly options: readonly OptionBox[];
}

/** How an end is inked: in a side's ink, in neither, or as what safety settles. */
export type EndKind = Side | 'level' | 'settled';

/** One box in which ways end: the verdict, and the rules that decide so. */
export interface EndBox extends Box {
  readonly verdict: string;
  readonly kind: EndKind;
  readonly mark: { readonly x: number; readonly y: number };
  readonly title: TextBlock;
  readonly rules: readonly TextBlock[];
}

/** One way as a line, from its question's number to where it leads. */
export interface Edge {
  readonly path: string;
  /** Which of the sheet's ends it comes to, if any. */
  readonly end?: number;
}

/** One drawing of a flow. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Card[];
  readonly ends: readonly EndBox[];
  /** Every way, each stretch drawn once. */
  readonly lines: string;
  readonly arrows: string;
  /** The lines between a card's options. */
  readonly rules: string;
  /** Every way by itself, by its name (`wayName`). */
  readonly edges: Readonly<Record<string, Edge>>;
}

/** One way that an option opens, in words. */
export interface MapWay {
  /** “if you said …”, or “otherwise”; none where the option opens one way only. */
  readonly when?: string;
  /** The question that it leads to, if it does not end. */
  readonly question?: string;
  readonly verdict?: string;
  /** Which of the option's routes it stands for. */
  readonly routes: readonly number[];
  /** The rules that may decide so. */
  readonly rules: readonly string[];
}

/** A verdict, as the map names it. */
export interface MapEnd {
  readonly headline: string;
  readonly gist: string;
  readonly kind: EndKind;
}

/** The map of a flow, laid out at build time: two drawings, and what they say in words. */
export interface MapDrawing {
  readonly flow: string;
  /** The questions from the first to the last: no way leads back in this order. */
  readonly order: readonly string[];
  /** Question, then option, then its ways in the order in which the machine looks. */
  readonly ways: Readonly<Record<string, Readonly<Record<string, readonly MapWay[]>>>>;
  /** The rules in order, each with its sentence and its verdict. */
  readonly rules: readonly { readonly rule: string; readonly words: string; readonly verdict: string }[];
  readonly verdicts: Readonly<Record<string, MapEnd>>;
  /** Every claim that an answer raises, in a line. */
  readonly lines: Readonly<Record<string, string>>;
  readonly voices: Readonly<
    Record<
      string,
      { readonly name: string; readonly short: string; readonly role: string; readonly standing: Standing }
    >
  >;
  readonly wide: Sheet;
  readonly narrow: Sheet;
}

/** Returns the name of one way of an option. */
export const wayName = (question: string, option: string, way: number): string => `${question}.${option}.${way}`;
