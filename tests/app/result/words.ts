import { loadContent } from '../../../src/content/load.ts';
import { askingWords, resultWords } from '../../../src/build/words.ts';
import type { AskingWords, ResultWords } from '../../../src/content/words.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import type { Flow } from '../../../src/domain/flow.ts';
import { flowById } from '../../../src/flows/index.ts';
import { type Place, sceneOf, type Scene } from '../../../src/app/flow/scene.ts';
import { type EntryState, firstEntry } from '../../../src/link/entry.ts';

let content: ReturnType<typeof loadContent> | undefined;

/** Returns everything that a flow's pages are made from. */
export function wordsOf(flow: Flow): { readonly asking: AskingWords; readonly words: ResultWords } {
  content ??= loadContent('.');
  return { asking: askingWords(content, flow), words: resultWords(content, flow) };
}

/** Returns the flow of an id. */
export function flowOf(id: string): Flow {
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
