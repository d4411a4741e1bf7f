// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveFlow } from '../../../src/app/flow/flow-app.tsx';
import { Session } from '../../../src/app/flow/session.ts';
import { firstFlow } from './words.ts';

const { flow, asking } = firstFlow();

let paint: (() => void) | undefined;

beforeEach(() => {
  history.replaceState(null, '', `/${flow.id}/`);
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('requestAnimationFrame', (use: () => void) => {
    paint = () =>
      act(
        () =>
          new Promise<void>((done) => {
            use();
            setTimeout(done, 5);
          }),
      );
    return 1;
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const asked = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const aside = () => within(screen.getByRole('complementary', { name: 'The lean so far' }));

/** Shows the first question, and answers it. */
async function answerFirst() {
  const session = await Session.open(flow, () => Promise.resolve());
  render(<LiveFlow flow={flow} asking={asking} parts={{}} session={session} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: asking.questions['conduct']?.labels['difficult'] ?? '' }));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  return user;
}

describe('a turn from one question to the next', () => {
  it('shows the question first; what stands around it follows once that is painted', async () => {
    await answerFirst();
    expect(asked()).toBe(asking.questions['heat']?.question);
    expect(aside().getByText('Nothing counted yet.')).toBeDefined();
    expect(screen.queryByText('Your answers so far')).toBeNull();
    await paint?.();
    expect(asked()).toBe(asking.questions['heat']?.question);
    expect(aside().getByText(/^One answer counted\./)).toBeDefined();
    expect(screen.getByText('Your answers so far')).toBeDefined();
  });
});

describe('a change of an answer', () => {
  it('says that the answer being changed is one of those counted', async () => {
    const user = await answerFirst();
    await paint?.();
    expect(aside().getByText(/This one joins when you continue/)).toBeDefined();
    await user.click(screen.getByText('Your answers so far'));
    await user.click(screen.getByRole('button', { name: /^Change/ }));
    await paint?.();
    expect(asked()).toBe(asking.questions['conduct']?.question);
    expect(aside().getByText(/^One answer counted\. Yours to this question is one of them\./)).toBeDefined();
    expect(aside().queryByText(/joins/)).toBeNull();
  });
});
