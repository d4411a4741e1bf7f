// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPaint } from '../../src/app/after-paint.ts';

const task = vi.fn();
let frame: (() => void) | undefined;

beforeEach(() => {
  task.mockReset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (use: () => void) => {
    frame = use;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    frame = undefined;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  frame = undefined;
});

describe('what is done after the next paint', () => {
  it('waits for the frame, and for the task that paints it', () => {
    afterPaint(task);
    vi.advanceTimersByTime(99);
    frame?.();
    expect(task).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('is done after a tenth of a second where nothing is painted', () => {
    afterPaint(task);
    vi.advanceTimersByTime(99);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['before the frame', () => {}],
    ['after it', () => frame?.()],
  ])('is not done once it is called off %s', (_, come) => {
    const callOff = afterPaint(task);
    come();
    callOff();
    frame?.();
    vi.runAllTimers();
    expect(task).not.toHaveBeenCalled();
  });
});
