// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { DilemmaFilter, isSought } from '../../../src/app/pages/dilemma-filter.tsx';

describe('isSought', () => {
  it('holds where every word sought begins a word of the text', () => {
    expect(isSought('A stranger in my field', 'str fie')).toBe(true);
    expect(isSought('A stranger in my field', 'stranger work')).toBe(false);
    expect(isSought('A stranger in my field', 'ranger')).toBe(false);
  });

  it('looks past case, accents and the shape of the apostrophe', () => {
    expect(isSought('I’d like a café', "i'd CAFE")).toBe(true);
  });

  it('holds for nothing sought', () => expect(isSought('anything', '  ')).toBe(true));
});

describe('DilemmaFilter', () => {
  afterEach(cleanup);

  const page = () =>
    render(
      <>
        <DilemmaFilter />
        <ol className="dilemmas">
          <li>A stranger wants to connect</li>
          <li>Someone at work wants to connect</li>
        </ol>
      </>,
    );

  it('hides the rows that do not fit, and says how many do', async () => {
    page();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a dilemma' }), 'stranger');
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['A stranger wants to connect']);
    expect(screen.getByRole('status').textContent).toBe('1 shown.');
  });

  it('says so where none fits, and shows all again once it is emptied', async () => {
    page();
    const box = screen.getByRole('searchbox');
    await userEvent.type(box, 'zebra');
    expect(screen.queryAllByRole('listitem')).toHaveLength(0);
    expect(screen.getByRole('status').textContent).toBe('None fits. Try fewer letters.');
    await userEvent.clear(box);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
