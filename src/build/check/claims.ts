import type { Fault } from '../../content/fault.ts';
import type { FlowContent } from '../../content/load.ts';
import { didYouMean } from '../../content/suggest.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';
import type { Part, Scope } from './scope.ts';

/** One mention of a claim: which, and where. */
interface Mention {
  readonly claim: string;
  readonly file: string;
  readonly line: number;
}

const voiceIn = (claim: string): string => claim.slice(0, claim.indexOf('/'));

/** A list of claims in a file of words, and whose claims alone may stand in it. */
interface ClaimList {
  readonly claims: readonly string[];
  readonly path: readonly PropertyKey[];
  readonly voice?: string;
  readonly where?: string;
}

type Cell = { readonly claims: readonly string[] } | { readonly silent: true };

const inCell = (cell: Cell, path: readonly PropertyKey[], voice?: string, where?: string): readonly ClaimList[] =>
  'silent' in cell
    ? []
    : [
        {
          claims: cell.claims,
          path,
          ...(voice === undefined ? {} : { voice }),
          ...(where === undefined ? {} : { where }),
        },
      ];

/** Returns every list of claims in a flow's views. */
function listsInViews(flow: MachineFlow, views: FlowContent['views']): readonly ClaimList[] {
  const { debate, rows, agree, others, 'gives-way': givesWay } = views.data;
  const sides = ['closed', 'open'] as const;
  return [
    ...rows.flatMap((row, index) =>
      sides.flatMap((side) => inCell(row[side], ['rows', index, side], flow.sides[side], 'in this cell')),
    ),
    ...sides.flatMap((side) => inCell(givesWay[side], ['gives-way', side], flow.sides[side], 'in this cell')),
    ...inCell(agree, ['agree', 'claims']),
    ...(debate.conclusion
      ? inCell(debate.conclusion, ['debate', 'conclusion', 'claims'], debate.conclusion.voice, 'here')
      : []),
    ...others.flatMap((other, index) => inCell(other, ['others', index], other.voice, 'here')),
  ];
}

/** Returns every list of claims in a verdict. */
function listsInVerdict({ data }: FlowContent['verdicts'][string]): readonly ClaimList[] {
  return [
    { claims: data.claims, path: ['claims'] },
    ...data.steps.flatMap(({ claims }, index) => (claims ? [{ claims, path: ['steps', index, 'claims'] }] : [])),
    ...(['for', 'against'] as const).flatMap((field) => {
      const found = data[field];
      return found ? [{ claims: found.claims, path: [field, 'claims'] }] : [];
    }),
  ];
}

interface Listed extends ClaimList {
  readonly file: string;
  readonly line: number;
}

/** Returns the claims beside the form for a rule of one's own. */
function listsInRule({ content }: Scope): readonly Listed[] {
  // A file that has a fault is not there, whatever its type says.
  const index: Scope['content']['rule']['index'] | undefined = content.rule.index;
  return index
    ? [{ claims: index.data.claims, path: ['claims'], file: index.file, line: index.lineOf(['claims']) }]
    : [];
}

const listsInFlows = ({ content, flows }: Scope): readonly Listed[] =>
  flows.flatMap((flow) => {
    const words = content.flows[flow.id];
    if (!words) return [];
    const { views, verdicts } = words;
    return [
      ...listsInViews(flow, views).map((list) => ({ ...list, file: views.file, line: views.lineOf(list.path) })),
      ...Object.values(verdicts).flatMap((verdict) =>
        listsInVerdict(verdict).map((list) => ({ ...list, file: verdict.file, line: verdict.lineOf(list.path) })),
      ),
    ];
  });

/** Returns every mention of a claim in a flow's machine. */
function mentionsInMachine(scope: Scope, flow: MachineFlow): readonly Mention[] {
  const { file, lineOf } = scope.sourceOf(flow);
  return [
    ...Object.entries(flow.answers).flatMap(([question, options]) =>
      Object.entries(options).flatMap(([option, claims]) =>
        claims.map((claim) => ({ claim, file, line: lineOf('const answers', question, option, claim) })),
      ),
    ),
    ...Object.entries(flow.verdicts).flatMap(([verdict, { dissent, grants = [] }]) =>
      [dissent, ...grants].flatMap((claim) =>
        claim === 'safety' ? [] : [{ claim, file, line: lineOf('verdicts', verdict, claim) }],
      ),
    ),
    ...Object.entries(flow.grounds).flatMap(([rule, claims]) =>
      claims.map((claim) => ({ claim, file, line: lineOf('grounds', rule, claim) })),
    ),
  ];
}

/** Tells whether a claim may exist: it is in the ledger, or in the file of a voice that could not be read. */
const mayExist = ({ ledger, isFaulty }: Scope, claim: string): boolean =>
  Object.hasOwn(ledger, claim) || isFaulty(`content/voices/${voiceIn(claim)}.md`);

function unknownClaim(scope: Scope, { claim, file, line }: Mention): readonly Fault[] {
  if (mayExist(scope, claim)) return [];
  const voice = voiceIn(claim);
  const mend =
    scope.content.voices[voice] === undefined
      ? 'correct it, or write the voice’s file'
      : `correct it, or add it to content/voices/${voice}.md`;
  const meant = didYouMean(claim, Object.keys(scope.ledger));
  return [{ file, line, message: `nobody holds the claim “${claim}”: ${meant}${mend}` }];
}

const foreignClaims = ({ content }: Scope, lists: readonly Listed[]): readonly Fault[] =>
  lists.flatMap(({ claims, voice, where, file, line }) =>
    voice === undefined || content.voices[voice] === undefined
      ? []
      : claims
          .filter((claim) => voiceIn(claim) !== voice)
          .map((claim) => ({
            file,
            line,
            message: `“${claim}” is not a claim of “${voice}”, who speaks ${where}: name a claim of that voice, or move the words`,
          })),
  );

function unknownVoices({ content, flows, isFaulty, sourceOf }: Scope): readonly Fault[] {
  const voices = Object.keys(content.voices);
  const isKnown = (voice: string): boolean => voices.includes(voice) || isFaulty(`content/voices/${voice}.md`);
  const message = (voice: string): string =>
    `there is no voice “${voice}”: ${didYouMean(voice, voices)}choose one of ${voices.join(', ')}`;
  return flows.flatMap((flow) => {
    const { file, lineOf } = sourceOf(flow);
    const views = content.flows[flow.id]?.views;
    const { others = [], debate } = views?.data ?? {};
    const named = [
      ...Object.values(flow.sides).map((voice) => ({ voice, file, line: lineOf('sides', voice) })),
      ...(views
        ? [
            ...others.map(({ voice }, index) => ({ voice, path: ['others', index, 'voice'] })),
            ...(debate?.conclusion
              ? [{ voice: debate.conclusion.voice, path: ['debate', 'conclusion', 'voice'] }]
              : []),
          ].map(({ voice, path }) => ({ voice, file: views.file, line: views.lineOf(path) }))
        : []),
    ];
    return named
      .filter(({ voice }) => !isKnown(voice))
      .map(({ voice, file, line }) => ({ file, line, message: message(voice) }));
  });
}

/** Finds claims that nobody holds, claims in another voice’s mouth, unknown voices, and claims that are never used. */
export const claims: Part = (scope) => {
  const lists = [...listsInFlows(scope), ...listsInRule(scope)];
  const inWords = lists.flatMap(({ claims, file, line }) => claims.map((claim) => ({ claim, file, line })));
  const mentions = [...scope.flows.flatMap((flow) => mentionsInMachine(scope, flow)), ...inWords];
  const used = new Set(mentions.map(({ claim }) => claim));
  const ids = scope.flows.map(({ id }) => id);
  const mayBeUsed =
    ids.some((id) => scope.content.flows[id] === undefined || isPartlyRead(scope, id)) ||
    Object.keys(scope.content.flows).some((id) => !ids.includes(id));
  const unused = mayBeUsed ? [] : Object.keys(scope.ledger).filter((claim) => !used.has(claim));
  return [
    ...mentions.flatMap((mention) => unknownClaim(scope, mention)),
    ...foreignClaims(scope, lists),
    ...unknownVoices(scope),
    ...unused.flatMap((claim) => {
      const entry = scope.content.voices[voiceIn(claim)];
      if (!entry) return [];
      const id = claim.slice(voiceIn(claim).length + 1);
      const message = `no answer raises the claim “${claim}” and no page shows it: use it in a flow’s answers, verdicts or views, or remove it`;
      return [{ file: entry.file, line: entry.lineOf(['claims', id]), message }];
    }),
  ];
};

/** Tells whether some of a flow's verdicts could not be read, so that a claim may be used there. */
const isPartlyRead = ({ flows, isFaulty }: Scope, id: string): boolean =>
  Object.keys(flows.find((flow) => flow.id === id)?.verdicts ?? {}).some((verdict) =>
    isFaulty(`content/flows/${id}/verdicts/${verdict}.md`),
  );
