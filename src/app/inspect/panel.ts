import type { InspectionEvent } from 'xstate';
import { flowById } from '../../flows/index.ts';
import { readEntry } from '../../link/entry.ts';
import { belowBase } from '../base.ts';
import { machineNow } from './machine-now.ts';
import { watchMachines } from './watching.ts';

/** What the panel is called; no file of a build may hold these words. */
const NAME = 'Counterpoint’s running machines';

/** The most events that the panel keeps. */
const MOST = 40;

/** Returns the flow of the present page, and what its machine says after the answers of the present entry. */
function flowNow(): string {
  const flow = flowById(belowBase(location.pathname).split('/')[0] ?? '');
  if (!flow) return 'no flow on this page';
  const now = machineNow(flow, readEntry(flow, history.state).answers);
  return [
    `${flow.id}: ${now.state}`,
    `trail   ${now.trail.join(' ') || '–'}${now.stoppedAt === undefined ? '' : `   (stopped at ${now.stoppedAt})`}`,
    `offers  ${now.offers.join(' ') || '–'}`,
    ...now.rules.map(({ rule, verdict, holds }) => `${holds ? '✓' : '·'} ${rule} → ${verdict}`),
  ].join('\n');
}

/** Returns what happened in a machine, in a line; undefined for what says nothing by itself. */
function lineOf(event: InspectionEvent): string | undefined {
  // Every actor of XState 5.33 has an id; the type of what is inspected leaves it out.
  const { id } = event.actorRef as typeof event.actorRef & { readonly id: string };
  if (event.type === '@xstate.actor') return `${id} started`;
  if (event.type === '@xstate.event') return `${id} ← ${event.event.type}`;
  if (event.type !== '@xstate.snapshot') return undefined;
  const { snapshot } = event;
  return `${id} = ${JSON.stringify('value' in snapshot ? snapshot.value : snapshot.status)}`;
}

/** Shows the flow’s machine and the events of every running one, in a corner of the page; for `npm run inspect`. */
export function showPanel(): void {
  const panel = document.createElement('details');
  panel.id = 'inspect';
  panel.open = true;
  panel.style.cssText =
    'position:fixed;inset:auto 0 0 auto;z-index:99;max-width:34rem;max-height:45vh;overflow:auto;padding:.5rem .75rem;' +
    'background:#10151cf2;color:#dfe7f0;font:12px/1.45 ui-monospace,monospace';
  const name = document.createElement('summary');
  name.textContent = NAME;
  const now = document.createElement('pre');
  const events = document.createElement('pre');
  panel.append(name, now, events);
  document.body.append(panel);

  const lines: string[] = [];
  const update = (): void => {
    now.textContent = flowNow();
    events.textContent = lines.join('\n');
  };
  // An entry that is pushed or replaced tells nobody.
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method].bind(history);
    history[method] = (...args) => {
      original(...args);
      update();
    };
  }
  addEventListener('popstate', update);
  watchMachines((event) => {
    const line = lineOf(event);
    if (line === undefined) return;
    lines.splice(MOST - 1);
    lines.unshift(line);
    update();
  });
  update();
}
