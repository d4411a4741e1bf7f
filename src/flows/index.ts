import type { MachineFlow } from '../domain/define-flow.ts';
import { acceptCoworker } from './accept-coworker.ts';
import { acceptStranger } from './accept-stranger.ts';
import { buildAlly } from './build-ally.ts';
import { introduce } from './introduce.ts';
import { removeConnection } from './remove-connection.ts';
import { requestDeclined } from './request-declined.ts';
import { sendRequest } from './send-request.ts';

/** Every flow, in the order in which the guide lists them. */
export const flows: readonly MachineFlow[] = [
  acceptCoworker,
  removeConnection,
  acceptStranger,
  sendRequest,
  requestDeclined,
  introduce,
  buildAlly,
];

/** Returns the flow of this id, or undefined where there is none. */
export const flowById = (id: string): MachineFlow | undefined => flows.find((flow) => flow.id === id);
