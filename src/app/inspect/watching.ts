import type { InspectionEvent } from 'xstate';

/** Is told of what happens in a running machine. */
export type Watcher = (event: InspectionEvent) => void;

let watcher: Watcher | undefined;

/** Lets somebody watch every machine that is started from now on. */
export function watchMachines(next: Watcher): void {
  watcher = next;
}

/** Returns the options with which a machine is started, so that it can be watched; none in a build, where nobody does. */
export const watched = (): { readonly inspect?: Watcher } =>
  import.meta.env.DEV && watcher ? { inspect: watcher } : {};
