import type { MachineFlow } from '../../../../src/domain/define-flow.ts';
import { repairOrReplace } from './repair-or-replace.ts';

/** Every flow of the example guide. */
export const flows: readonly MachineFlow[] = [repairOrReplace];
