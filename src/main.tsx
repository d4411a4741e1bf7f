import { hydrateRoot } from 'react-dom/client';
import type { FlowModule } from './app/flow/module.ts';
import { UNDELIVERED } from './app/head/failing.ts';
import { leavePlainly } from './app/head/leaving.ts';
import { whenIdle } from './app/idle.ts';
import type { JournalProps } from './app/journal/journal-page.tsx';
import { hydrated, takeOver } from './app/live.ts';
import { FaultBoundary } from './app/parts/fault-boundary.tsx';
import { Footer } from './app/parts/footer.tsx';

async function start(container: HTMLElement, url: string): Promise<void> {
  const [module, { startFlow }] = await Promise.all([
    import(/* @vite-ignore */ url) as Promise<FlowModule>,
    import('./app/flow/start.tsx'),
  ]);
  await startFlow(container, module);
}

/** Says on the page that its code did not come. */
function sayUndelivered(problem: unknown): void {
  document.dispatchEvent(new Event(UNDELIVERED));
  console.error(problem);
}

/**
 * Brings a part of a page to life, where the page has it; returns whether it lives. Where its code does not come, the other
 * parts go on.
 */
async function enliven(
  id: string,
  load: () => Promise<React.ReactElement>,
  otherwise?: (part: HTMLElement) => void,
): Promise<boolean> {
  const part = document.getElementById(id);
  if (!part) return true;
  try {
    hydrateRoot(part, await load());
    return true;
  } catch (problem) {
    otherwise?.(part);
    console.error(problem);
    return false;
  }
}

async function startJournal(container: HTMLElement, props: string): Promise<void> {
  const { JournalPage } = await import('./app/journal/journal-page.tsx');
  const page = (
    <FaultBoundary>
      <JournalPage {...(JSON.parse(props) as JournalProps)} />
    </FaultBoundary>
  );
  hydrateRoot(container, page, { onRecoverableError: (error) => console.error(error) });
  await hydrated();
  takeOver();
}

/** How long after the page has loaded the site is kept on the device, in milliseconds: answers given at once go first. */
const KEEP_AFTER = 3000;

/** Keeps the site on the device; where that fails, nothing is lost and nobody is told. */
function keepOfflineWhenIdle(): void {
  const keep = (): void => void import('./app/worker.ts').then(({ keepOffline }) => keepOffline()).catch(() => {});
  const begin = (): void => void setTimeout(() => whenIdle(keep), KEEP_AFTER);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

if (import.meta.env.PROD) keepOfflineWhenIdle();
// `npm run inspect`; a build has nothing of it.
if (import.meta.env.DEV && import.meta.env.MODE === 'inspect') (await import('./app/inspect/panel.ts')).showPanel();

// The module may arrive before the whole page has.
if (document.readyState === 'loading') {
  await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
}

const parts = [
  enliven('settings', async () => {
    const { SettingsForm } = await import('./app/parts/settings-form.tsx');
    return <SettingsForm />;
  }),
  enliven('filter', async () => {
    const { DilemmaFilter } = await import('./app/pages/dilemma-filter.tsx');
    return <DilemmaFilter />;
  }),
  enliven(
    'exit',
    async () => {
      const { QuickExit } = await import('./app/parts/quick-exit.tsx');
      return <QuickExit />;
    },
    leavePlainly,
  ),
];

const container = document.getElementById('app');
const { flow } = document.documentElement.dataset;
const journal = document.getElementById('journal-data')?.textContent;
if (container && flow) await start(container, flow).catch(sayUndelivered);
else if (container && journal) await startJournal(container, journal).catch(sayUndelivered);
else {
  // A walk that led here with its entries comes back to a page that only its own document can render.
  const { pathname } = location;
  addEventListener('popstate', () => {
    if (location.pathname !== pathname) location.reload();
  });
  // A part without its code stays as it is without any.
  if ((await Promise.all(parts)).every(Boolean)) takeOver();
}

// Last: nobody waits for it.
const foot = document.getElementById('foot');
if (foot) hydrateRoot(foot, <Footer />);
