// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LEAVING, leavePlainly } from '../../../src/app/head/leaving.ts';

const { documentElement } = document;
const back = vi.fn();

/** Presses Escape at these moments, in milliseconds. */
function pressAt(...moments: readonly number[]): void {
  for (const moment of moments) {
    const press = new KeyboardEvent('keydown', { key: 'Escape' });
    Object.defineProperty(press, 'timeStamp', { value: moment });
    document.dispatchEvent(press);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(history, 'back').mockImplementation(back);
  history.replaceState({ depth: 2 }, '');
  document.body.innerHTML = '<aside id="exit"><a href="https://elsewhere.example/"><b>Leave</b></a></aside>';
  leavePlainly(document.getElementById('exit') as HTMLElement);
});

afterEach(() => {
  vi.useRealTimers();
  back.mockClear();
  window.name = '';
  documentElement.hidden = false;
});

describe('a quick exit without its code', () => {
  it('hides the page, empties its entry and steps back along the walk when its link is pressed', () => {
    document.querySelector('b')?.click();
    expect([documentElement.hidden, history.state, window.name]).toEqual([true, null, LEAVING]);
    expect(back).toHaveBeenCalledOnce();
  });

  it('does so at the third Escape within two seconds, and at no other key', () => {
    pressAt(0, 1500, 2100);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', repeat: true }));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(documentElement.hidden).toBe(false);
    pressAt(3400, 3500, 3600, 3700, 5500);
    expect(back).toHaveBeenCalledOnce();
    expect([documentElement.hidden, history.state, window.name]).toEqual([true, null, LEAVING]);
  });
});
