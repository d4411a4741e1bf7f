import type { AskingWords } from '../../content/words.ts';
import type { Flow } from '../../domain/flow.ts';
import type { Scene } from './scene.ts';

/** What every page of a flow receives. */
export interface FlowPageProps {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly scene: Scene;
}
