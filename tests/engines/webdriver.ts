import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { EngineFailure, type Engine, pause, type Tab } from './tab.ts';

/** WebDriver's name for a reference to an element: https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Returns a port that is free now. */
export const freePort = (): Promise<number> =>
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
  throw new EngineFailure(`${error}: ${message}`);
}

function tabOf(session: string): Tab {
  const post = (command: string, body: unknown = {}): Promise<unknown> => send(`${session}/${command}`, 'POST', body);
  return {
    goto: async (url) => void (await post('url', { url })),
    evaluate: (expression) => post('execute/sync', { script: `return (${expression})`, args: [] }),
    click: async (selector) => {
      const found = (await post('element', { using: 'css selector', value: selector })) as Record<string, string>;
      await post(`element/${found[ELEMENT]}/click`);
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
  { environment, options = {} }: { readonly environment: NodeJS.ProcessEnv; readonly options?: Record<string, unknown> },
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
    complaints: [],
    open: async () => tabOf(await enter()),
    close: async () => {
      await leave();
      driver.kill();
    },
  };
}
