import { type Place, type Scene, sceneOf } from '../../../src/app/flow/scene.ts';
import { askingWords, generalWords, resultWords } from '../../../src/build/words.ts';
import { loadContent } from '../../../src/content/load.ts';
import type { AskingWords, GeneralWords, ResultWords } from '../../../src/content/words.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import type { MachineFlow } from '../../../src/domain/define-flow.ts';
import { flowById } from '../../../src/flows/index.ts';
import { type EntryState, firstEntry } from '../../../src/link/entry.ts';

interface Words {
  readonly asking: AskingWords;
  readonly words: ResultWords;
  readonly cases: GeneralWords;
}

let content: ReturnType<typeof loadContent> | undefined;
const made = new Map<string, Words>();

/** Returns everything that a flow's pages are made from; made once, since every text is markdown. */
export function wordsOf(flow: MachineFlow): Words {
  const known = made.get(flow.id);
  if (known) return known;
  content ??= loadContent('.');
  const words = {
    asking: askingWords(content, flow),
    words: resultWords(content, flow),
    cases: generalWords(content, flow),
  };
  made.set(flow.id, words);
  return words;
}

/** Returns the flow of an id. */
function flowOf(id: string): MachineFlow {
  const flow = flowById(id);
  if (!flow) throw new Error(`there is no flow ${id}`);
  return flow;
}

/** Returns what the pages of results receive for these answers. */
export function propsFor(
  id: string,
  answers: readonly Answer[],
  { place = { page: 'questions' }, ...entry }: Partial<EntryState> & { readonly place?: Place } = {},
) {
  const flow = flowOf(id);
  const scene: Scene = sceneOf(flow, place, { ...firstEntry(flow), answers, ...entry });
  return { flow, scene, ...wordsOf(flow) };
}
