import { spawn } from 'node:child_process';
import { find, WEBKIT_DRIVER, XVFB } from './find.ts';
import { type Engine, EngineFailure } from './tab.ts';
import { startWebDriver } from './webdriver.ts';

/** Starts a screen that nobody sees, and returns its name and how to end it. */
async function startScreen(): Promise<{ readonly display: string; readonly end: () => void }> {
  const child = spawn(find(XVFB), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((done, failed) => {
    child.once('error', failed);
    child.once('close', () => failed(new EngineFailure('Xvfb ended before there was a screen')));
    child.stdio[3]?.once('data', (part: Buffer) => done(`:${String(part).trim()}`));
  });
  return { display, end: () => void child.kill() };
}

/** Starts WebKitGTK's own small browser, on a screen that nobody sees where there is none. */
export async function startWebKit(): Promise<Engine> {
  const driver = find(WEBKIT_DRIVER);
  const isSeen = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const screen = isSeen ? undefined : await startScreen();
  const environment = {
    ...process.env,
    ...(screen ? { DISPLAY: screen.display } : {}),
    // Nothing may turn compositing off (as WEBKIT_DISABLE_DMABUF_RENDERER does): WebKitGTK 2.50 crashes at a view
    // transition without it.
    NO_AT_BRIDGE: '1',
  };
  try {
    const engine = await startWebDriver(driver, { environment });
    return {
      ...engine,
      name: engine.name,
      close: async () => {
        await engine.close();
        screen?.end();
      },
    };
  } catch (problem) {
    screen?.end();
    throw problem;
  }
}
