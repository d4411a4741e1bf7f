// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { QuestionForm } from '../../../src/app/flow/question-form.tsx';
import { firstFlow } from './words.ts';

const { asking } = firstFlow();

function show(options: { chosen?: string; letters?: boolean } = {}) {
  const onAnswer = vi.fn();
  const words = asking.questions['pattern'];
  if (!words) throw new Error('there is no such question');
  render(<QuestionForm id="pattern" words={words} kicker="Question 3" letters onAnswer={onAnswer} {...options} />);
  return { onAnswer, words, user: userEvent.setup() };
}

afterEach(cleanup);

describe('a question', () => {
  it('has one heading, which names its group of answers', () => {
    const { words } = show();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(words.question);
    expect(screen.getAllByRole('group')[0]?.textContent).toContain(words.question);
  });

  it('offers each option in order, and “I don’t know yet” last; nothing is chosen', () => {
    const { words } = show();
    const radios = screen.getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ value }) => value)).toEqual([...Object.keys(words.labels), 'dont-know']);
    expect(radios.some(({ checked }) => checked)).toBe(false);
  });

  it('shows an earlier answer', () => {
    show({ chosen: 'unsure' });
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('commits on Continue, and never on choosing', async () => {
    const { onAnswer, user } = show();
    await user.click(screen.getAllByRole('radio')[1] as HTMLElement);
    expect(onAnswer).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(onAnswer.mock.calls).toEqual([['pattern', 'bad-days']]);
  });

  it('says what is missing where nothing is chosen, and moves to the first answer', async () => {
    const { onAnswer, user } = show();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(onAnswer).not.toHaveBeenCalled();
    expect(screen.getByText(/Choose the answer that fits best\./).textContent).toMatch(/^Error: /);
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
    await user.click(screen.getAllByRole('radio')[2] as HTMLElement);
    expect(screen.queryByText(/Choose the answer/)).toBeNull();
  });

  it.each([
    ['b', 'bad-days'],
    ['D', 'dont-know'],
    ['3', 'unsure'],
  ])('is answered with %s and Enter from its heading', async (key, option) => {
    const { onAnswer, user } = show();
    screen.getByRole('heading').focus();
    await user.keyboard(key);
    await user.keyboard('{Enter}');
    expect(onAnswer.mock.calls).toEqual([['pattern', option]]);
  });

  it.each(['z', '9', '{Control>}a{/Control}'])('ignores %s', async (key) => {
    const { user } = show();
    screen.getByRole('heading').focus();
    await user.keyboard(key);
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
  });

  it('takes no letters where they are switched off', async () => {
    const { user } = show({ letters: false });
    screen.getByRole('heading').focus();
    await user.keyboard('b');
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
  });
});
