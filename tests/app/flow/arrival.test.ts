// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { arriveByLink } from '../../../src/app/flow/arrival.tsx';
import { acceptCoworker as flow } from '../../../src/flows/accept-coworker.ts';

const place = { page: 'verdict', verdict: 'boundaries' } as const;

afterEach(() => history.replaceState(null, '', '/'));

describe('a link to a result', () => {
  it.each([
    ['#conduct=dificult&heat=cooled', 1],
    ['#heat=cooled', 0],
  ])('that has lost its first answer, %s, goes on at the questions, and keeps the rest', (hash, setAside) => {
    history.replaceState(null, '', `/accept-coworker/boundaries/${hash}`);
    const scene = arriveByLink(flow, place);
    expect(scene).toMatchObject({ place: { page: 'questions' }, isHalf: true, walk: { question: 'conduct' } });
    expect(scene.link?.setAside).toHaveLength(setAside);
    expect(history.state).toMatchObject({ answers: [], later: ['heat.cooled'] });
    expect(location.pathname).toBe('/accept-coworker/');
  });

  it('that brings no answer is the verdict in general', () => {
    history.replaceState(null, '', '/accept-coworker/boundaries/#utm_source=mail');
    expect(arriveByLink(flow, place)).toMatchObject({ place });
  });
});
