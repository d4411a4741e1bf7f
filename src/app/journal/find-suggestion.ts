import { readJournal } from '../../journal/store.ts';
import { asksForRule, suggestedOption } from '../../journal/suggestion.ts';

/** Returns the option that the kept rule would choose at a question; undefined where there is no rule, or no journal. */
export async function findSuggestion(flow: string, question: string): Promise<string | undefined> {
  if (!asksForRule(flow, question)) return undefined;
  const { rule } = await readJournal();
  return rule ? suggestedOption(flow, question, rule) : undefined;
}
