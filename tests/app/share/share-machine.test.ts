import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActor, fromPromise } from 'xstate';
import { type Sent, shareMachine } from '../../../src/app/share/share-machine.ts';

const link: Sent = { address: 'https://example.org/introduce/#x=y', title: 'A question', message: 'Look:' };
const tick = () => vi.advanceTimersByTimeAsync(0);
const refusal = (name: string) => Object.assign(new Error(name), { name });

/** Returns a running machine whose ways out do this. */
function started(does: {
  copy?: () => Promise<void>;
  share?: () => Promise<void>;
  draw?: () => Promise<{ size: number; path: string }>;
}) {
  const actor = createActor(
    shareMachine.provide({
      actors: {
        copy: fromPromise<void, Sent>(does.copy ?? (async () => {})),
        share: fromPromise<void, Sent>(does.share ?? (async () => {})),
        draw: fromPromise<{ size: number; path: string }, Sent>(does.draw ?? (async () => ({ size: 1, path: 'M0 0' }))),
      },
    }),
    { input: link },
  );
  actor.start();
  return actor;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a link leaves the page', () => {
  it('by the clipboard, and says so for two seconds', async () => {
    const actor = started({});
    actor.send({ type: 'copy' });
    expect(actor.getSnapshot().matches({ link: 'copying' })).toBe(true);
    await tick();
    expect(actor.getSnapshot().matches({ link: 'copied' })).toBe(true);
    await vi.advanceTimersByTimeAsync(1999);
    expect(actor.getSnapshot().matches({ link: 'copied' })).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(actor.getSnapshot().matches({ link: 'choosing' })).toBe(true);
  });

  it('by hand, where the clipboard refuses', async () => {
    const actor = started({ copy: () => Promise.reject(refusal('NotAllowedError')) });
    actor.send({ type: 'copy' });
    await tick();
    expect(actor.getSnapshot().matches({ link: 'refused' })).toBe(true);
  });

  it('by the system’s own sharing, and stays where that is dismissed', async () => {
    const actor = started({ share: () => Promise.reject(refusal('AbortError')) });
    actor.send({ type: 'share' });
    await tick();
    expect(actor.getSnapshot().matches({ link: 'choosing' })).toBe(true);
  });

  it('by hand, where the system refuses', async () => {
    const actor = started({ share: () => Promise.reject(refusal('NotAllowedError')) });
    actor.send({ type: 'share' });
    await tick();
    expect(actor.getSnapshot().matches({ link: 'refused' })).toBe(true);
  });

  it('as a code, beside all that', async () => {
    const actor = started({});
    actor.send({ type: 'code' });
    actor.send({ type: 'copy' });
    await tick();
    expect(actor.getSnapshot().value).toEqual({ link: 'copied', code: 'shown' });
    expect(actor.getSnapshot().context.code).toEqual({ size: 1, path: 'M0 0' });
    actor.send({ type: 'code' });
    expect(actor.getSnapshot().matches({ code: 'hidden' })).toBe(true);
  });

  it('without a code, where none can be drawn; it can be tried again', async () => {
    const actor = started({ draw: () => Promise.reject(new Error('too long')) });
    actor.send({ type: 'code' });
    await tick();
    expect(actor.getSnapshot().matches({ code: 'failed' })).toBe(true);
    actor.send({ type: 'code' });
    expect(actor.getSnapshot().matches({ code: 'drawing' })).toBe(true);
  });
});
