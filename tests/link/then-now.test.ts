import { describe, expect, it } from 'vitest';
import { pathsOf } from '../../src/domain/paths.ts';
import { walk } from '../../src/domain/walk.ts';
import { resolveLink, toFragment } from '../../src/link/share.ts';
import { thenNow } from '../../src/link/then-now.ts';
import { fc } from '../fc.ts';
import { goneSince, olderFlow, todaysFlow } from './fixtures/older-flow.ts';
import { anyTrail } from './links.ts';

const at = (verdict: string) => ({ page: 'verdict', verdict });
const openedToday = (verdict: string, fragment: string) =>
  thenNow(todaysFlow, at(verdict), resolveLink(todaysFlow, fragment, goneSince).walk, goneSince);

describe('a link of an older guide', () => {
  it('that leads elsewhere today says then, now and why', () => {
    expect(openedToday('go', 'conduct=good&mood=bright&weather=wet')).toEqual({
      said: { at: 'verdict', verdict: 'go' },
      now: { at: 'verdict', verdict: 'stay', rules: ['wetOutside'] },
    });
  });

  it('that names no verdict, or has no answers, says nothing', () => {
    const wet = walk(todaysFlow, ['conduct.harmful']);
    expect(thenNow(todaysFlow, { page: 'verdict' }, wet)).toBeUndefined();
    expect(thenNow(todaysFlow, { page: 'questions', verdict: 'go' }, wet)).toBeUndefined();
    expect(thenNow(todaysFlow, at('go'), walk(todaysFlow, []))).toBeUndefined();
    expect(thenNow(todaysFlow, at('go'), wet)?.said).toStrictEqual({ at: 'verdict', verdict: 'go' });
  });

  it('that names a verdict which is gone says what it said', () => {
    expect(openedToday('sleigh', 'conduct=doubtful&weather=wet')?.said).toEqual({
      at: 'verdict',
      verdict: 'sleigh',
      headline: 'Take the sleigh.',
    });
  });

  it('that lacks an answer which today’s guide needs says which', () => {
    expect(openedToday('go', 'conduct=good&mood=bright&weather=dry')?.now).toEqual({
      at: 'question',
      question: 'hour',
    });
  });

  it('that hangs on an unknown today says on which', () => {
    expect(openedToday('stay', 'conduct=doubtful&weather=dry&hour=dont-know')?.now).toEqual({
      at: 'depends',
      verdicts: ['look', 'stay'],
      unknowns: ['hour'],
    });
  });

  it('that said “it depends” says so, where it is decided today', () => {
    const { walk: reached } = resolveLink(todaysFlow, 'conduct=dont-know&weather=wet');
    expect(thenNow(todaysFlow, { page: 'depends' }, walk(todaysFlow, ['conduct.harmful']))).toMatchObject({
      said: { at: 'depends' },
      now: { at: 'verdict', verdict: 'flee', rules: ['inDanger'] },
    });
    expect(thenNow(todaysFlow, { page: 'depends' }, reached)).toBeUndefined();
  });

  it('on any path leads to a page with a way on', () => {
    for (const { trail, verdict } of pathsOf(olderFlow)) {
      const { walk: reached } = resolveLink(todaysFlow, toFragment(trail), goneSince);
      const found = thenNow(todaysFlow, at(verdict), reached, goneSince);
      const isSame = reached.at === 'verdict' && reached.verdict === verdict;
      expect(found === undefined).toBe(isSame || reached.trail.length === 0);
    }
  });
});

describe('a link of today’s guide', () => {
  it('says nothing of then and now', () => {
    fc.assert(
      fc.property(anyTrail, ({ flow, reached }) => {
        fc.pre(reached.at !== 'question');
        const place = reached.at === 'verdict' ? at(reached.verdict) : { page: 'depends' };
        expect(thenNow(flow, place, reached)).toBeUndefined();
        expect(thenNow(flow, { page: 'questions' }, reached)).toBeUndefined();
      }),
    );
  });
});
