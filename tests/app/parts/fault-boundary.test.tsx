// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { FaultBoundary } from '../../../src/app/parts/fault-boundary.tsx';

afterEach(cleanup);

const Faulty = (): never => {
  throw new Error('a fault of ours');
};

it('shows what is in it', () => {
  render(<FaultBoundary>Fine</FaultBoundary>);
  expect(screen.getByText('Fine')).toBeTruthy();
});

it('says that a fault of ours keeps the page away, and offers to load it again', () => {
  // React reports what it caught.
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <FaultBoundary>
      <Faulty />
    </FaultBoundary>,
  );
  expect(complaint).toHaveBeenCalled();
  complaint.mockClear();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Something went wrong on our side.');
  expect(screen.getByText('Your answers are safe.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
});
