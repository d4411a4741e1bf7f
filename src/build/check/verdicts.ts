import type { Fault } from '../../content/fault.ts';
import type { FlowContent } from '../../content/load.ts';
import { didYouMean } from '../../content/suggest.ts';
import { countWords } from '../../content/word-count.ts';
import type { MachineFlow } from '../../domain/define-flow.ts';
import type { Verdict } from '../../domain/flow.ts';
import { type Part, placeIn, type Scope } from './scope.ts';

type VerdictEntry = FlowContent['verdicts'][string];

/** The most words that a script may have; more cannot be said in one breath. */
const SCRIPT_WORDS = 40;

function safetyFaults(scope: Scope, place: string, verdict: Verdict, entry: VerdictEntry): readonly Fault[] {
  const { file, data, lineOf } = entry;
  const isSafety = verdict.dissent === 'safety';
  const at = (path: readonly string[], message: string): Fault => ({ file, line: lineOf(path), message });
  const isOwn = (claim: string): boolean =>
    scope.content.voices[claim.slice(0, claim.indexOf('/'))]?.data.standing === 'editor';
  const cases = ['for', 'against'] as const;
  if (!isSafety) {
    return [
      ...(data.safety
        ? [at(['safety'], `“safety” is set, and ${place} is up for debate: remove it, or let its dissent be 'safety'`)]
        : []),
      ...cases
        .filter((field) => data[field] === undefined)
        .map((field) => at([], `“${field}” is missing: make the case ${field} this verdict, with its claims`)),
    ];
  }
  return [
    ...(data.safety ? [] : [at([], `“safety: true” is missing: ${place} is not up for debate`)]),
    ...cases
      .filter((field) => data[field] !== undefined)
      .map((field) => at([field], `“${field}” is given, and where safety decides nothing is up for debate: remove it`)),
    ...data.claims
      .filter((claim) => Object.hasOwn(scope.ledger, claim) && !isOwn(claim))
      .map((claim) =>
        at(['claims'], `“${claim}” is quoted, and where safety decides the guide speaks alone: rest on its own claims`),
      ),
  ];
}

function dissentFaults(place: string, { dissent }: Verdict, { file, data, lineOf }: VerdictEntry): readonly Fault[] {
  if (dissent === 'safety' || !data.against || data.against.claims.includes(dissent)) return [];
  const message = `the case against lacks “${dissent}”, the standing dissent (${place}): add it to its claims, and tell it`;
  return [{ file, line: lineOf(['against', 'claims']), message }];
}

/** Tells whether a bracket of a script is left over once each blank with a name is taken out. */
const hasBrokenBlank = (script: string): boolean => /[[\]]/.test(script.replace(/\[(?!\s*\])[^[\]]+\]/g, ''));

function stepFaults(scope: Scope, { file, data, lineOf }: VerdictEntry): readonly Fault[] {
  const ids = scope.flows.map(({ id }) => id);
  return data.steps.flatMap(({ claims = [], follows, script }, index) => {
    const at = (field: string, message: string): Fault => ({ file, line: lineOf(['steps', index, field]), message });
    const words = countWords(script?.text ?? '');
    return [
      ...claims
        .filter((claim) => !data.claims.includes(claim))
        .map((claim) => at('claims', `the step draws on “${claim}”, which the verdict’s “claims” lack: add it there`)),
      ...(follows && !ids.includes(follows.flow)
        ? [
            at(
              'follows',
              `there is no flow “${follows.flow}” to follow: ${didYouMean(follows.flow, ids)}choose one of ${ids.join(', ')}`,
            ),
          ]
        : []),
      ...(words > SCRIPT_WORDS
        ? [
            at(
              'script',
              `the script has ${words} words, and at most ${SCRIPT_WORDS} can be said in one breath: shorten it`,
            ),
          ]
        : []),
      ...(script && hasBrokenBlank(script.text)
        ? [at('script', 'a blank of the script is empty, or lacks a bracket: write it as [name]')]
        : []),
    ];
  });
}

function verdictsOf(scope: Scope, flow: MachineFlow): readonly Fault[] {
  const words = scope.content.flows[flow.id]?.verdicts ?? {};
  return Object.entries(flow.verdicts).flatMap(([id, verdict]) => {
    const entry = words[id];
    if (!entry) return [];
    const place = placeIn(scope.sourceOf(flow), 'verdicts', id);
    return [
      ...safetyFaults(scope, place, verdict, entry),
      ...dissentFaults(place, verdict, entry),
      ...stepFaults(scope, entry),
    ];
  });
}

/** Finds verdicts whose case for or against does not fit the machine, and steps that cannot be taken. */
export const verdicts: Part = (scope) => scope.flows.flatMap((flow) => verdictsOf(scope, flow));
