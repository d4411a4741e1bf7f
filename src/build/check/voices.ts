import type { Fault } from '../../content/fault.ts';
import { didYouMean } from '../../content/suggest.ts';
import { sections } from '../markdown.tsx';
import type { Part, Scope } from './scope.ts';

type VoiceEntry = Scope['content']['voices'][string];

function sectionFaults({ file, data, body, bodyLine, lineOf }: VoiceEntry): readonly Fault[] {
  const { lead, byHeading } = sections(body);
  const headings = body
    .split('\n')
    .flatMap((text, at) => (text.startsWith('## ') ? [{ id: text.slice(3).trim(), line: bodyLine + at }] : []));
  const held = Object.keys(data.claims);
  const missing = held.filter((id) => !byHeading.has(id));
  const lineOfHeading = (id: string): number => headings.find((heading) => heading.id === id)?.line ?? bodyLine;
  return [
    ...(lead === ''
      ? [{ file, line: bodyLine, message: 'the body is blank: say who the voice is and how it is known' }]
      : []),
    ...missing.map((id) => ({
      file,
      line: lineOf(['claims', id]),
      message: `the claim “${id}” has no section: write “## ${id}” and below it what the voice holds`,
    })),
    ...headings
      .filter(({ id }) => !held.includes(id))
      .map(({ id, line }) => ({
        file,
        line,
        message: `the front matter has no claim “${id}”: ${didYouMean(id, missing.length > 0 ? missing : held)}rename the section, or remove it`,
      })),
    ...headings
      .filter(({ id }, index) => headings.findIndex((heading) => heading.id === id) !== index)
      .map(({ id, line }) => ({ file, line, message: `there are two sections “## ${id}”: keep one of them` })),
    ...held
      .filter((id) => byHeading.get(id)?.text === '')
      .map((id) => ({
        file,
        line: lineOfHeading(id),
        message: `the section “## ${id}” is blank: say what the voice holds`,
      })),
  ];
}

const practiceFaults = ({ file, data, lineOf }: VoiceEntry): readonly Fault[] =>
  Object.entries(data.claims)
    .filter(([, { leans, practice }]) => leans !== 'how' && practice === undefined)
    .map(([id, { leans }]) => ({
      file,
      line: lineOf(['claims', id]),
      message: `the claim “${id}” leans ${leans} and has no “practice”: add the guide’s own sentence that makes the view doable`,
    }));

/** Returns a fault where a side is called otherwise than its voice, or both sides are called alike. */
const sideNames = ({ content, flows }: Scope): readonly Fault[] =>
  flows.flatMap((flow) => {
    const index = content.flows[flow.id]?.index;
    if (!index) return [];
    const { closed, open } = index.data.sides;
    const at = (side: 'closed' | 'open', message: string): Fault => ({
      file: index.file,
      line: index.lineOf(['sides', side, 'name']),
      message,
    });
    return [
      ...(['closed', 'open'] as const).flatMap((side) => {
        const short = content.voices[flow.sides[side]]?.data.short;
        const { name } = index.data.sides[side];
        return short === undefined || name.startsWith(short)
          ? []
          : [at(side, `“${name}” is called “${short}” in content/voices/${flow.sides[side]}.md: begin the name so`)];
      }),
      ...(closed.name === open.name
        ? [at('open', `both sides are called “${open.name}”: say after a comma how they differ`)]
        : []),
    ];
  });

/** Finds claims without section or practice, sections without claim, stray sources, and sides under another name. */
export const voices: Part = (scope) => {
  const { content, isFaulty } = scope;
  const sources = Object.keys(content.sources);
  const entries = Object.values(content.voices);
  const isKnown = (source: string): boolean => sources.includes(source) || isFaulty(`content/sources/${source}.md`);
  const unused = Object.entries(content.sources).filter(([id]) => !entries.some(({ data }) => data.source === id));
  const mayBeUsed = Object.keys(content.voices).length === 0;
  return [
    ...sideNames(scope),
    ...entries.flatMap(sectionFaults),
    ...entries.flatMap(practiceFaults),
    ...entries
      .filter(({ data }) => !isKnown(data.source))
      .map(({ file, data, lineOf }) => ({
        file,
        line: lineOf(['source']),
        message: `there is no source “${data.source}”: ${didYouMean(data.source, sources)}choose one of ${sources.join(', ')}`,
      })),
    ...(mayBeUsed ? [] : unused).map(([id, { file }]) => ({
      file,
      line: 1,
      message: `no voice comes from the source “${id}”: name it in a voice’s file, or remove it`,
    })),
  ];
};
