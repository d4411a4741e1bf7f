import type { Entry } from '../../content/front-matter.ts';
import type { Content } from '../../content/load.ts';

/** Returns every file of words that could be read. */
export function entriesOf(content: Content): readonly Entry<unknown>[] {
  return [
    ...Object.values(content.flows).flatMap(({ index, views, questions, rules, verdicts }) => [
      index,
      views,
      ...Object.values(questions),
      ...Object.values(rules),
      ...Object.values(verdicts),
    ]),
    ...Object.values(content.voices),
    ...Object.values(content.sources),
    ...Object.values(content.rule.questions),
    // A page that has a fault is not there, whatever its type says.
    ...[content.rule.index, ...Object.values(content.pages)].filter(
      (page: Entry<unknown> | undefined) => page !== undefined,
    ),
  ];
}
