import type { PlainWords } from '../app/pages/plain-page.tsx';
import type { VoiceEntry } from '../app/pages/voices-page.tsx';
import type { Content, FlowContent } from '../content/load.ts';
import type {
  AskingWords,
  ClaimWords,
  GeneralWords,
  QuestionWords,
  ResultWords,
  RuleView,
  RuleWords,
  SideWords,
  SourceWords,
  VerdictWords,
  ViewCell,
  ViewsWords,
  VoiceWords,
} from '../content/words.ts';
import type { Lean } from '../domain/claim.ts';
import type { Flow } from '../domain/flow.ts';
import { ruleAnswers, UNSAID } from '../journal/rule-flow.ts';
import { sections, toRich } from './markdown.tsx';

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));

const pick = <T>(keys: Iterable<string>, make: (key: string) => T): Record<string, T> =>
  Object.fromEntries([...new Set(keys)].sort().map((key) => [key, make(key)]));

/** Returns the content of one flow; the check has made sure that it is there. */
export function contentOf(content: Content, flow: string): FlowContent {
  const found = content.flows[flow];
  if (!found) throw new Error(`no content for the flow ${flow}`);
  return found;
}

/** Returns every claim of every voice with the way it leans. */
export const ledgerOf = (content: Content): Readonly<Record<string, Lean>> =>
  Object.fromEntries(
    Object.entries(content.voices).flatMap(([voice, entry]) =>
      Object.entries(entry.data.claims).map(([claim, { leans }]) => [`${voice}/${claim}`, leans]),
    ),
  );

/** Returns the claims that a flow's answers raise, each once. */
export const claimsRaised = (flow: Flow): readonly string[] => [
  ...new Set(Object.values(flow.answers).flatMap((options) => Object.values(options).flat())),
];

const voiceOf = (claim: string): string => claim.slice(0, claim.indexOf('/'));

function claimWords(content: Content, claim: string): ClaimWords {
  const voice = voiceOf(claim);
  const id = claim.slice(voice.length + 1);
  const entry = content.voices[voice];
  const data = entry?.data.claims[id];
  if (!entry || !data) throw new Error(`no claim ${claim}`);
  const { title, line, practice } = data;
  const text = toRich(sections(entry.body).byHeading.get(id)?.text ?? '');
  return { title, line, text, ...(practice === undefined ? {} : { practice }) };
}

function voiceWords(content: Content, voice: string): VoiceWords {
  const entry = content.voices[voice];
  if (!entry) throw new Error(`no voice ${voice}`);
  const { name, short, role, standing, source } = entry.data;
  return { name, short, role, standing, source };
}

/** Returns a source's words. */
export function sourceWords(content: Content, source: string): SourceWords {
  const entry = content.sources[source];
  if (!entry) throw new Error(`no source ${source}`);
  return entry.data;
}

/** Returns what the questions of a flow need. */
export function askingWords(content: Content, flow: Flow): AskingWords {
  const { index, questions } = contentOf(content, flow.id);
  const side = (name: 'closed' | 'open'): SideWords => ({
    voice: flow.sides[name],
    standing: voiceWords(content, flow.sides[name]).standing,
    ...index.data.sides[name],
  });
  const raised = claimsRaised(flow);
  const standing = Object.values(flow.verdicts).flatMap(({ dissent }) => (dissent === 'safety' ? [] : [dissent]));
  const ledger = ledgerOf(content);
  const voices = Object.values(flow.sides);
  return {
    title: index.data.title,
    short: index.data.short,
    sides: { closed: side('closed'), open: side('open') },
    questions: Object.fromEntries(
      Object.keys(flow.answers).map((id) => {
        const entry = questions[id];
        if (!entry) throw new Error(`no words for the question ${id} of ${flow.id}`);
        const { question, topic, hint, options } = entry.data;
        const words: QuestionWords = {
          question,
          topic,
          ...(hint === undefined ? {} : { hint }),
          labels: mapValues(options, ({ label }) => label),
          why: toRich(entry.body),
        };
        return [id, words];
      }),
    ),
    leans: pick([...raised, ...standing], (claim) => ledger[claim] ?? 'how'),
    lines: pick(
      raised.filter((claim) => voices.includes(voiceOf(claim))),
      (claim) => claimWords(content, claim).line,
    ),
  };
}

/** Returns what a result of a flow needs beside that. */
export function resultWords(content: Content, flow: Flow): ResultWords {
  const { questions, rules, verdicts } = contentOf(content, flow.id);
  const steps = (verdict: FlowContent['verdicts'][string]): VerdictWords['steps'] =>
    verdict.data.steps.map(({ title, text, claims, script, checklist, reminder, follows }) => ({
      title,
      text,
      claims: claims ?? [],
      ...(script ? { script } : {}),
      ...(checklist ? { checklist } : {}),
      ...(reminder ? { reminder } : {}),
      ...(follows ? { follows: { ...follows, title: contentOf(content, follows.flow).index.data.title } } : {}),
    }));
  const verdictWords = mapValues(verdicts, (verdict): VerdictWords => {
    const { headline, gist, description } = verdict.data;
    return {
      headline,
      gist,
      description,
      living: toRich(verdict.body),
      steps: steps(verdict),
    };
  });
  const dissents = Object.values(flow.verdicts).flatMap(({ dissent }) => (dissent === 'safety' ? [] : [dissent]));
  // These may be argued; what else steps and cases in general draw on is named by its voice alone.
  const argued = new Set([...claimsRaised(flow), ...dissents]);
  const named = Object.values(verdicts).flatMap(({ data }) => [
    ...data.claims,
    ...(data.for?.claims ?? []),
    ...(data.against?.claims ?? []),
  ]);
  const voices = new Set([...argued, ...named].map(voiceOf).concat(Object.values(flow.sides)));
  return {
    ifs: mapValues(questions, ({ data }) => mapValues(data.options, (option) => option.if)),
    findOut: mapValues(questions, ({ data }) => data['find-out']),
    rules: mapValues(rules, ({ data, body }) => ({ rule: data.rule, because: toRich(body) })),
    verdicts: verdictWords,
    claims: pick(argued, (claim) => claimWords(content, claim)),
    voices: pick(voices, (voice) => voiceWords(content, voice)),
    sources: pick(
      [...voices].map((voice) => voiceWords(content, voice).source),
      (source) => {
        const { title, kind, author } = sourceWords(content, source);
        return { title, kind, author };
      },
    ),
  };
}

const viewCell = (cell: { text: string; claims: string[] } | { silent: true }): ViewCell =>
  'silent' in cell ? null : cell;

/** Returns the two cases of every verdict of a flow in general. */
export const generalWords = (content: Content, flow: Flow): GeneralWords =>
  Object.fromEntries(
    Object.entries(contentOf(content, flow.id).verdicts).flatMap(([verdict, { data }]) =>
      data.for && data.against ? [[verdict, { for: data.for, against: data.against }]] : [],
    ),
  );

/** Returns the opposed views of a flow. */
export function viewsWords(content: Content, flow: Flow): ViewsWords {
  const { index, views } = contentOf(content, flow.id);
  const { title, lede, debate, rows, agree, others, 'gives-way': givesWay } = views.data;
  const { conclusion, ...told } = debate;
  const claims = [
    ...rows.flatMap((row) => [row.closed, row.open]),
    agree,
    givesWay.closed,
    givesWay.open,
    ...others,
    ...(conclusion ? [conclusion] : []),
  ].flatMap((part) => ('claims' in part ? part.claims : []));
  const voices = [
    ...Object.values(flow.sides),
    ...others.map(({ voice }) => voice),
    ...(conclusion ? [conclusion.voice] : []),
  ];
  return {
    title,
    lede,
    debate: { ...told, ...(conclusion ? { conclusion } : {}) },
    rows: rows.map((row) => ({ question: row.question, closed: viewCell(row.closed), open: viewCell(row.open) })),
    agree: viewCell(agree),
    givesWay: { closed: viewCell(givesWay.closed), open: viewCell(givesWay.open) },
    others,
    about: toRich(index.body),
    voices: pick(voices, (voice) => voiceWords(content, voice)),
    titles: pick(claims, (claim) => claimWords(content, claim).title),
  };
}

/** Returns the id of a section by its heading. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Returns the words of a page that is mostly read: its head, and its sections with an id each. */
export function plainWords(entry: { data: { title: string; lede: string }; body: string }): PlainWords {
  const { lead, byHeading } = sections(entry.body);
  return {
    title: entry.data.title,
    lede: entry.data.lede,
    lead: toRich(lead),
    sections: [...byHeading].map(([title, { text }]) => ({ id: slugOf(title), title, text: toRich(text) })),
  };
}

/** Returns every voice with its claims, and the flows in which it speaks; the guide's own voice comes last. */
export function voiceEntries(
  content: Content,
  flows: readonly Flow[],
  speaksIn: (flow: Flow, voice: string) => boolean,
): readonly VoiceEntry[] {
  // Voices stand in the order in which the flows call on them.
  const called = flows.flatMap((flow) => [...Object.values(flow.sides), ...claimsRaised(flow).map(voiceOf)]);
  const order = [...new Set([...called, ...Object.keys(content.voices)])].filter((voice) => voice !== 'editor');
  return [...order, 'editor'].map((id) => {
    const entry = content.voices[id];
    if (!entry) throw new Error(`no voice ${id}`);
    return {
      id,
      ...voiceWords(content, id),
      who: toRich(sections(entry.body).lead),
      claims: Object.entries(entry.data.claims).map(([claim, { leans }]) => {
        const { line: _, ...words } = claimWords(content, `${id}/${claim}`);
        return { id: claim, leans, ...words };
      }),
      flows: flows
        .filter((flow) => speaksIn(flow, id))
        .map((flow) => ({ id: flow.id, title: contentOf(content, flow.id).index.data.title })),
      sourceTitle: sourceWords(content, entry.data.source).title,
    };
  });
}

/** Returns the words of the form in which a reader writes down a rule; what the voices say comes from their claims. */
export function ruleWords(content: Content): RuleWords {
  const { index, questions } = content.rule;
  const view = (claim: string): RuleView => {
    const { short, standing } = voiceWords(content, voiceOf(claim));
    return { name: short, standing, line: claimWords(content, claim).line };
  };
  const ledger = ledgerOf(content);
  // A guide to another subject has other voices, and none of these views is held in it.
  const viewsOf = (claims: readonly string[]): readonly RuleView[] =>
    claims.filter((claim) => Object.hasOwn(ledger, claim)).map(view);
  return {
    title: index.data.title,
    lede: index.data.lede,
    about: toRich(index.body),
    views: index.data.claims.map(view),
    questions: Object.fromEntries(
      Object.entries(ruleAnswers).map(([id, options]) => {
        const entry = questions[id];
        if (!entry) throw new Error(`no words for the question ${id} of the rule`);
        const words = Object.entries(options)
          .filter(([option]) => option !== UNSAID)
          .map(([option, claims]: readonly [string, readonly string[]]) => {
            const found = entry.data.options[option];
            if (!found) throw new Error(`no words for ${id}.${option} of the rule`);
            return [option, { ...found, views: viewsOf(claims) }] as const;
          });
        return [id, { question: entry.data.question, why: toRich(entry.body), options: Object.fromEntries(words) }];
      }),
    ),
  };
}
