import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { FlowModule } from './app/flow/module.ts';
import type { JournalProps } from './app/journal/journal-page.tsx';
import { Footer } from './app/parts/footer.tsx';
import { SettingsForm } from './app/parts/settings-form.tsx';

const root = document.documentElement;

/** Says that React answers from now on; what the head script had queued is given to it. */
function takeOver(): void {
  root.dataset['live'] = 'yes';
  delete root.dataset['restoring'];
  document.dispatchEvent(new Event('counterpoint:live'));
}

async function startFlow(container: HTMLElement, url: string): Promise<void> {
  const [module, { LiveFlow }, { loaderOf }, { Session }] = await Promise.all([
    import(/* @vite-ignore */ url) as Promise<FlowModule>,
    import('./app/flow/flow-app.tsx'),
    import('./app/flow/parts.ts'),
    import('./app/flow/session.ts'),
  ]);
  const parts = {};
  const load = loaderOf(module, parts);
  const session = new Session(module.flow, load);
  const app = (
    <StrictMode>
      <LiveFlow flow={module.flow} asking={module.asking} parts={parts} session={session} />
    </StrictMode>
  );
  const { need } = session;
  if (need) await load(need).catch(() => session.fail());
  // The choice on the page, if any, was made before the code arrived.
  const chosen = container.querySelector<HTMLInputElement>('form[data-question] :checked');
  root.dataset['live'] = 'soon';
  if (session.isPristine() && root.dataset['early'] === undefined) {
    hydrateRoot(container, app, { onRecoverableError: (error) => console.error(error) });
    // Hydration is done once React has answered a task behind it.
    await new Promise((done) => setTimeout(done));
  } else {
    const question = chosen?.form?.dataset['question'];
    if (chosen && question) session.takeChoice(question, chosen.value);
    const hadFocus = container.contains(document.activeElement);
    container.replaceChildren();
    const live = createRoot(container);
    flushSync(() => live.render(app));
    if (hadFocus) {
      const next = container.querySelector<HTMLElement>('form[data-question] :checked') ?? container.querySelector('h1');
      next?.focus({ preventScroll: true });
    }
  }
  takeOver();
  if (need === undefined) requestIdle(() => void load('result').catch(() => {}));
}

async function startJournal(container: HTMLElement, props: string): Promise<void> {
  const { JournalPage } = await import('./app/journal/journal-page.tsx');
  hydrateRoot(container, <JournalPage {...(JSON.parse(props) as JournalProps)} />, {
    onRecoverableError: (error) => console.error(error),
  });
  // Hydration is done once React has answered a task behind it.
  await new Promise((done) => setTimeout(done));
  takeOver();
}

const requestIdle = (task: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: 3000 });
  else setTimeout(task, 1000);
};

// The module may arrive before the whole page has.
if (document.readyState === 'loading') {
  await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
}

const foot = document.getElementById('foot');
if (foot) hydrateRoot(foot, <Footer />);

const settings = document.getElementById('settings');
if (settings) hydrateRoot(settings, <SettingsForm />);

const container = document.getElementById('app');
const { flow } = root.dataset;
const journal = document.getElementById('journal-data')?.textContent;
if (container && flow) await startFlow(container, flow);
else if (container && journal) await startJournal(container, journal);
else takeOver();
