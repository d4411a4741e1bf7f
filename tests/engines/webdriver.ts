import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { type Engine, EngineFailure, pause, pressAt, type Tab } from './tab.ts';

/** Returns where the middle of the first element is that a selector finds, once it is in view. */
const PLACE = `const [selector] = arguments;
const element = document.querySelector(selector);
if (!element) throw new Error('there is no ' + selector);
element.scrollIntoView({ block: 'center', behavior: 'instant' });
const { x, y, width, height } = element.getBoundingClientRect();
return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };`;

/** Returns a port that is free now. */
const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function send(address: string, method: 'GET' | 'POST' | 'DELETE', body?: unknown): Promise<unknown> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(address, { method, ...init, signal: AbortSignal.timeout(60_000) });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  const command = address.replace(/^.*?\/session\/[^/]*\//, '');
  throw new EngineFailure(`${error}${message ? `: ${message}` : ''} (${command} ${JSON.stringify(body)})`);
}

function tabOf(session: string): Tab {
  const post = (command: string, body: unknown = {}): Promise<unknown> => send(`${session}/${command}`, 'POST', body);
  return {
    goto: async (url) => void (await post('url', { url })),
    evaluate: (expression) => post('execute/sync', { script: `return (${expression})`, args: [] }),
    click: async (selector) => {
      // Where the element is, not the element itself: WebKit's driver refuses what it takes to be covered.
      const args = [selector];
      const { x, y } = (await post('execute/sync', { script: PLACE, args })) as { x: number; y: number };
      await post('actions', { actions: pressAt({ x, y, origin: 'viewport' }) });
    },
    back: async () => void (await post('back')),
    reload: async () => void (await post('refresh')),
  };
}

async function started(address: string, driver: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (driver.exitCode !== null) throw new EngineFailure(`the driver ended with status ${driver.exitCode}`);
    const isReady = await send(`${address}/status`, 'GET').then(
      (status) => (status as { ready?: boolean }).ready !== false,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new EngineFailure('the driver did not start within 20 seconds');
}

/** Starts a driver that speaks plain WebDriver; each tab is a session, and so a browser, of its own. */
export async function startWebDriver(
  command: string,
  {
    environment,
    options = {},
  }: { readonly environment: NodeJS.ProcessEnv; readonly options?: Record<string, unknown> },
): Promise<Engine> {
  const port = await freePort();
  const driver = spawn(command, [`--port=${port}`, '--host=127.0.0.1'], { env: environment, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  let name = command;
  let session: string | undefined;
  const leave = async (): Promise<void> => {
    if (session !== undefined) await send(session, 'DELETE').catch(() => {});
    session = undefined;
  };
  const enter = async (): Promise<string> => {
    // Such a driver may have one session at a time.
    await leave();
    const capabilities = { alwaysMatch: options };
    const made = (await send(`${address}/session`, 'POST', { capabilities })) as {
      sessionId: string;
      capabilities: { browserName: string; browserVersion: string };
    };
    name = `${made.capabilities.browserName} ${made.capabilities.browserVersion}`;
    session = `${address}/session/${made.sessionId}`;
    return session;
  };
  try {
    await started(address, driver);
    await enter();
  } catch (problem) {
    driver.kill();
    throw problem;
  }
  return {
    get name() {
      return name;
    },
    open: async () => tabOf(await enter()),
    close: async () => {
      await leave();
      driver.kill();
    },
  };
}
