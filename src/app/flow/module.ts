import type { AskingWords, GeneralWords, ResultWords, ViewsWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import type { MapDrawing } from '../map/drawing.ts';

/** Everything of one flow, as its own script brings it: the machine and the questions' words at once, the rest when asked for. */
export interface FlowModule {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly result: () => Promise<ResultWords>;
  readonly general: () => Promise<GeneralWords>;
  readonly views: () => Promise<ViewsWords>;
  readonly map: () => Promise<MapDrawing>;
}
