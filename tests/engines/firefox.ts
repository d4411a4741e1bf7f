import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TextSocket } from './socket.ts';
import { type Engine, EngineFailure, pressAt, type Tab } from './tab.ts';

// Firefox speaks WebDriver BiDi by itself, over a WebSocket: https://www.w3.org/TR/webdriver-bidi/

interface Reply {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

type Ask = (method: string, params: unknown) => Promise<Readonly<Record<string, unknown>>>;

/** Sends commands, and gives each its reply. */
async function talk(address: string, onEvent: (event: Reply) => void): Promise<{ ask: Ask; socket: TextSocket }> {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  const socket = await connect(address, (text) => {
    const reply = JSON.parse(text) as Reply;
    if (reply.type === 'event') onEvent(reply);
    else waiting.get(reply.id ?? -1)?.(reply);
  });
  const ask: Ask = (method, params) =>
    new Promise((done, failed) => {
      const id = ++last;
      const late = setTimeout(() => failed(new EngineFailure(`${method} was not answered`)), 60_000);
      waiting.set(id, ({ result, error, message }) => {
        clearTimeout(late);
        waiting.delete(id);
        if (error === undefined) done(result ?? {});
        else failed(new EngineFailure(`${error}: ${message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { ask, socket };
}

async function openTab(ask: Ask): Promise<Tab> {
  const { userContext } = await ask('browser.createUserContext', {});
  const { context } = await ask('browsingContext.create', { type: 'tab', userContext });
  return {
    goto: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (expression) => {
      const answer = await ask('script.evaluate', {
        expression: `JSON.stringify((${expression}) ?? null)`,
        target: { context },
        awaitPromise: false,
      });
      if (answer['type'] === 'exception') throw new EngineFailure(JSON.stringify(answer['exceptionDetails']));
      return JSON.parse((answer['result'] as { value: string }).value);
    },
    click: async (value) => {
      const { nodes } = (await ask('browsingContext.locateNodes', {
        context,
        locator: { type: 'css', value },
      })) as unknown as {
        nodes: readonly { sharedId: string }[];
      };
      const [node] = nodes;
      if (!node) throw new EngineFailure(`there is no ${value}`);
      await ask('script.callFunction', {
        functionDeclaration: '(element) => element.scrollIntoView({ block: "center", behavior: "instant" })',
        arguments: [{ sharedId: node.sharedId }],
        target: { context },
        awaitPromise: false,
      });
      const actions = pressAt({ x: 0, y: 0, origin: { type: 'element', element: { sharedId: node.sharedId } } });
      await ask('input.performActions', { context, actions });
    },
    back: async () => void (await ask('browsingContext.traverseHistory', { context, delta: -1 })),
    reload: async () => void (await ask('browsingContext.reload', { context, wait: 'complete' })),
  };
}

/** Starts a headless Firefox with a profile of its own. */
export async function startFirefox(command: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'counterpoint-firefox-'));
  const child = spawn(command, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', HOME: profile },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const end = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const address = await new Promise<string>((done, failed) => {
      let said = '';
      const late = setTimeout(() => failed(new EngineFailure('Firefox did not start within 60 seconds')), 60_000);
      child.once('error', failed);
      child.once('close', () => failed(new EngineFailure(`Firefox ended: ${said.trim()}`)));
      child.stderr.on('data', (part: Buffer) => {
        said += String(part);
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
        if (found === undefined) return;
        clearTimeout(late);
        done(found);
      });
    });
    const complaints: string[] = [];
    const { ask, socket } = await talk(`${address}/session`, ({ method, params }) => {
      if (method === 'log.entryAdded' && params?.['level'] === 'error') complaints.push(String(params['text']));
    });
    const { capabilities } = (await ask('session.new', { capabilities: {} })) as unknown as {
      capabilities: { browserName: string; browserVersion: string };
    };
    await ask('session.subscribe', { events: ['log.entryAdded'] });
    return {
      name: `${capabilities.browserName} ${capabilities.browserVersion}`,
      complaints,
      open: () => openTab(ask),
      close: async () => {
        socket.close();
        await end();
      },
    };
  } catch (problem) {
    await end();
    throw problem;
  }
}
