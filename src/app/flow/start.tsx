import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { whenIdle } from '../idle.ts';
import { hydrated, takeOver } from '../live.ts';
import { FaultBoundary } from '../parts/fault-boundary.tsx';
import { LiveFlow } from './flow-app.tsx';
import type { FlowModule } from './module.ts';
import { loaderOf, type Parts } from './parts.ts';
import { pressThrough } from './press-through.ts';
import { Session } from './session.ts';

/**
 * Takes over a page of a flow. A page that still stands as it was prerendered is hydrated; where answers were restored
 * or given before the code came, it is rendered anew from them, and the reader’s choice and focus are kept. Throws where
 * code that such a page needs does not come, and the page as it was prerendered stands.
 */
export async function startFlow(container: HTMLElement, module: FlowModule): Promise<void> {
  const parts: Parts = {};
  const load = loaderOf(module, parts);
  const session = await Session.open(module.flow, load);
  const app = (
    <StrictMode>
      <FaultBoundary>
        <LiveFlow flow={module.flow} asking={module.asking} parts={parts} session={session} />
      </FaultBoundary>
    </StrictMode>
  );
  const { need } = session;
  const { dataset } = document.documentElement;
  const isPrerendered = (): boolean => session.isPristine() && dataset['early'] === undefined;
  try {
    if (need) await load(need);
  } catch (problem) {
    if (isPrerendered()) {
      // The page reads without its code, and stands. What a link opened over it brings is in the entry, for the next try.
      session.subscribe(() => location.reload());
      throw problem;
    }
    session.fail();
  }
  dataset['live'] = 'soon';
  if (isPrerendered()) {
    hydrateRoot(container, app, { onRecoverableError: (error) => console.error(error) });
    await hydrated();
  } else {
    renderAnew(container, app, session);
  }
  pressThrough();
  takeOver();
  // Whatever is answered, the same files are asked for: a host shall not tell a result that depends from one that does not.
  const loadAhead = (): Promise<unknown> => load('result').then(() => load('depends'));
  if (need === undefined) whenIdle(() => void loadAhead().catch(() => {}));
}

function renderAnew(container: HTMLElement, app: React.ReactNode, session: Session): void {
  const chosen = container.querySelector<HTMLInputElement>('form[data-question] :checked');
  const question = chosen?.form?.dataset['question'];
  if (chosen && question) session.takeChoice(question, chosen.value);
  const hadFocus = container.contains(document.activeElement);
  container.replaceChildren();
  const root = createRoot(container);
  flushSync(() => root.render(app));
  if (!hadFocus) return;
  const next = container.querySelector<HTMLElement>('form[data-question] :checked') ?? container.querySelector('h1');
  next?.focus({ preventScroll: true });
}
