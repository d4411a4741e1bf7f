// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../../../src/app/flow/session.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { firstEntry } from '../../../src/link/entry.ts';
import { firstFlow } from './words.ts';

const { flow } = firstFlow();
const TRAIL = [
  'conduct.difficult',
  'heat.cooled',
  'pattern.settled',
  'talked.unchanged',
  'stakes.partnership',
] as const;

/** Opens a walk at the flow's address, with what the history entry holds. */
async function open(state: unknown = null, path = '/accept-coworker/'): Promise<Session> {
  history.replaceState(state, '', path);
  return Session.open(flow, () => Promise.resolve());
}

/** Returns a promise, and what resolves it. */
function held(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

function answerAll(session: Session, trail: readonly string[]): void {
  for (const answer of trail) {
    const [question = '', option = ''] = answer.split('.');
    session.answer(question, option);
  }
}

const trailOf = (session: Session): readonly Answer[] => session.scene().walk.trail;

const heard: [string, EventListenerOrEventListenerObject][] = [];
const { addEventListener: listen } = window;

afterEach(() => {
  // A session listens for as long as its page is open; the next test opens another page.
  for (const [type, listener] of heard.splice(0)) window.removeEventListener(type, listener);
});

beforeEach(() => {
  vi.spyOn(window, 'addEventListener').mockImplementation(
    (type: string, listener: EventListenerOrEventListenerObject) => {
      heard.push([type, listener]);
      listen.call(window, type, listener);
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('scrollTo', () => {});
  Reflect.deleteProperty(document, 'startViewTransition');
});

describe('a walk in the tab’s history', () => {
  it('begins at the first question, as it was prerendered', async () => {
    const session = await open();
    expect(session.isPristine()).toBe(true);
    expect(session.scene().walk).toMatchObject({ at: 'question', question: 'conduct' });
  });

  it('keeps the answers in the history entry, and out of the address', async () => {
    const session = await open();
    answerAll(session, TRAIL.slice(0, 2));
    expect(history.state).toMatchObject({ version: 2, flow: 'accept-coworker', answers: TRAIL.slice(0, 2), depth: 2 });
    expect(location.href).toMatch(/\/accept-coworker\/$/);
    expect(session.isPristine()).toBe(false);
  });

  it('goes on from what the entry holds', async () => {
    const session = await open({ ...firstEntry(flow), answers: TRAIL.slice(0, 3) });
    expect(session.scene().walk).toMatchObject({ at: 'question', question: 'talked' });
  });

  it('remembers in the entry left behind what was answered there', async () => {
    const replaced = vi.spyOn(history, 'replaceState');
    const session = await open();
    session.answer('conduct', 'difficult');
    expect(replaced.mock.calls.at(-1)?.[0]).toMatchObject({ answers: [], later: ['conduct.difficult'] });
  });

  it('returns to the result after a change that opens nothing, with the later answers kept', async () => {
    const session = await open({ ...firstEntry(flow), answers: [...TRAIL, 'meaning.contact'] });
    session.change('meaning');
    expect(session.scene().entry.changing).toBe('meaning');
    session.answer('meaning', 'vouch');
    await settle();
    expect(session.scene().walk).toMatchObject({ at: 'verdict', verdict: 'not-here' });
    expect(trailOf(session)).toEqual([...TRAIL, 'meaning.vouch']);
  });

  it('asks only what a change opens, and then uses the answers that are still asked', async () => {
    const session = await open({ ...firstEntry(flow), answers: [...TRAIL, 'meaning.contact'] });
    session.change('talked');
    session.answer('talked', 'improved');
    await settle();
    expect(session.scene().walk).toMatchObject({ at: 'verdict', verdict: 'boundaries' });
    expect(session.scene().entry.later).toContain('stakes.partnership');
  });

  it('takes a whole trail, and takes it back', async () => {
    const session = await open({ ...firstEntry(flow), answers: [...TRAIL, 'meaning.contact'] });
    session.take(['conduct.difficult', 'heat.warm']);
    await settle();
    expect(session.scene().walk).toMatchObject({ verdict: 'wait' });
    session.undo();
    await settle();
    expect(trailOf(session)).toEqual([...TRAIL, 'meaning.contact']);
  });

  it('takes the answers along to another page of the flow, and nowhere else', async () => {
    const session = await open({ ...firstEntry(flow), answers: TRAIL.slice(0, 2) });
    expect(session.follow('/accept-coworker/map/')).toBe(true);
    await settle();
    expect(location.pathname).toBe('/accept-coworker/map/');
    expect(trailOf(session)).toEqual(TRAIL.slice(0, 2));
    expect(session.follow('/about/')).toBe(false);
    expect(session.follow('/introduce/')).toBe(false);
  });

  it('forgets everything at a new start', async () => {
    const session = await open({ ...firstEntry(flow), answers: TRAIL.slice(0, 2) });
    session.restart();
    expect(trailOf(session)).toEqual([]);
    expect(session.scene().entry.later).toEqual([]);
  });

  it('moves the answers of a link into the entry, and out of the address', async () => {
    const session = await open(null, '/accept-coworker/#conduct=difficult&heat=warm');
    expect(location.hash).toBe('');
    expect(session.scene().walk).toMatchObject({ verdict: 'wait' });
    expect(session.scene().entry.shared).toBe(true);
    expect(history.state).toMatchObject({ answers: ['conduct.difficult', 'heat.warm'] });
  });

  it('goes on at the first open question where the link of a result holds half a trail', async () => {
    const session = await open(null, '/accept-coworker/ignore/#conduct=difficult');
    expect(location.pathname).toBe('/accept-coworker/');
    expect(session.scene()).toMatchObject({ place: { page: 'questions' }, walk: { question: 'heat' } });
  });

  it('says that its code did not come, keeps the answers, and tries again when told', async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined);
    history.replaceState({ ...firstEntry(flow), answers: ['conduct.difficult'] }, '', '/accept-coworker/');
    const session = await Session.open(flow, load);
    session.answer('heat', 'warm');
    await settle();
    expect(session.scene().failed).toBe(true);
    expect(trailOf(session)).toEqual(['conduct.difficult', 'heat.warm']);
    session.retry();
    await settle();
    expect(session.scene().failed).toBeUndefined();
  });

  it('commits nothing while the page that was asked for is on its way', async () => {
    let arrive = (): void => {};
    const held = new Promise<void>((done) => {
      arrive = done;
    });
    history.replaceState({ ...firstEntry(flow), answers: ['conduct.difficult'] }, '', '/accept-coworker/');
    const session = await Session.open(flow, () => held);
    const pushed = vi.spyOn(history, 'pushState');
    session.answer('heat', 'warm');
    session.answer('heat', 'warm');
    session.change('conduct');
    expect(pushed).toHaveBeenCalledTimes(1);
    arrive();
    await settle();
    expect(session.scene()).toMatchObject({ walk: { verdict: 'wait' }, entry: { depth: 1 } });
  });

  /** Comes to an entry as Back and Forward do. */
  const arriveAt = (state: unknown, path = '/accept-coworker/'): void => {
    history.replaceState(state, '', path);
    dispatchEvent(new PopStateEvent('popstate', { state }));
  };

  it('offers the reader’s own answers again after Back, and never somebody else’s', async () => {
    const session = await open({ ...firstEntry(flow), answers: TRAIL.slice(0, 2), depth: 2 });
    arriveAt(firstEntry(flow));
    expect(session.scene().entry.later).toEqual(TRAIL.slice(0, 2));
    arriveAt({ ...firstEntry(flow), answers: TRAIL.slice(0, 3), shared: true });
    expect(session.scene().entry.later).toEqual([]);
    arriveAt(firstEntry(flow));
    expect(session.scene().entry.later).toEqual([]);
  });

  it('counts an entry that an anchor in the address has made', async () => {
    const session = await open({ ...firstEntry(flow), answers: TRAIL.slice(0, 2), depth: 2 });
    arriveAt(null, '/accept-coworker/#main');
    expect(history.state).toMatchObject({ answers: TRAIL.slice(0, 2), depth: 3 });
    session.answer('pattern', 'settled');
    expect(history.state).toMatchObject({ depth: 4 });
  });

  it('reads a link that is opened over the page once, though it is told of it twice', async () => {
    const session = await open({ ...firstEntry(flow), answers: ['conduct.good'], depth: 1 });
    const hash = '#conduct=difficult&colour=red';
    arriveAt(null, `/accept-coworker/${hash}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
    await vi.waitFor(() => expect(trailOf(session)).toEqual(['conduct.difficult']));
    await settle();
    expect(session.scene().link?.setAside).toEqual([expect.objectContaining({ part: 'colour=red' })]);
    expect(session.scene().entry.later).toEqual([]);
  });

  /** Has the browser call what turns the page when it is told to, as a view transition does with its next frame. */
  function holdTransitions(): (() => Promise<void>)[] {
    const turns: (() => Promise<void>)[] = [];
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    const startViewTransition = (update: () => void) => {
      const { promise, resolve } = held();
      turns.push(async () => {
        update();
        resolve();
        await settle();
      });
      return {
        ready: Promise.resolve(),
        finished: Promise.resolve(),
        updateCallbackDone: promise,
        skipTransition: () => {},
      };
    };
    Object.assign(document, { startViewTransition });
    return turns;
  }

  it('turns to no page that Back has overtaken, though the browser still calls for it', async () => {
    const turns = holdTransitions();
    const session = await open({ ...firstEntry(flow), answers: ['conduct.difficult'], depth: 1 });
    const before = history.state;
    session.answer('heat', 'warm');
    await settle();
    expect(turns).toHaveLength(1);
    arriveAt({ ...before, later: ['heat.warm'] });
    const heading = document.createElement('h1');
    heading.tabIndex = -1;
    document.body.replaceChildren(heading);
    await turns[0]?.();
    expect(session.scene()).toMatchObject({ walk: { at: 'question', question: 'heat' }, entry: { depth: 1 } });
    expect(document.activeElement).not.toBe(heading);
    // Nothing of the overtaken turn holds up the next answer.
    session.answer('heat', 'cooled');
    expect(session.scene().walk).toMatchObject({ question: 'pattern' });
  });

  it('goes to no anchor of a page that Back has overtaken', async () => {
    const { promise, resolve } = held();
    const state = { ...firstEntry(flow), answers: ['conduct.difficult'] };
    history.replaceState(state, '', '/accept-coworker/');
    const session = await Session.open(flow, () => promise);
    document.body.innerHTML = '<h1 tabindex="-1">Question</h1><p id="words">Words</p>';
    const scroll = vi.fn();
    Element.prototype.scrollIntoView = scroll;
    session.follow('/accept-coworker/map/', '#words');
    arriveAt(state);
    resolve();
    await settle();
    expect(scroll).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('Question');
  });

  it('leaves the scroll alone where a page that the reader returned to comes at a second try', async () => {
    const scroll = vi.fn();
    vi.stubGlobal('scrollTo', scroll);
    const load = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined);
    history.replaceState(firstEntry(flow), '', '/accept-coworker/');
    const session = await Session.open(flow, load);
    arriveAt({ ...firstEntry(flow), answers: ['conduct.difficult', 'heat.warm'] });
    await settle();
    expect(session.scene().failed).toBe(true);
    session.retry();
    await settle();
    expect(session.scene().failed).toBeUndefined();
    expect(scroll).not.toHaveBeenCalled();
  });

  describe('where what reads links is on its way', () => {
    const ARRIVAL = '../../../src/app/flow/arrival.tsx';

    /** Has what reads links come, or fail, when it is told to. */
    function holdArrival(): { readonly come: () => void; readonly fail: () => void } {
      const { promise, resolve } = held();
      let fails = false;
      vi.resetModules();
      vi.doMock(ARRIVAL, async (original) => {
        await promise;
        if (fails) throw new Error('offline');
        return original();
      });
      const fail = (): void => {
        fails = true;
        resolve();
      };
      return { come: resolve, fail };
    }

    afterEach(() => vi.doUnmock(ARRIVAL));

    /** Opens a link over the question shown, and leaves it again by Back. */
    async function openAndLeave(): Promise<Session> {
      const session = await open({ ...firstEntry(flow), answers: ['conduct.difficult'], depth: 1 });
      const before = history.state;
      arriveAt(null, '/accept-coworker/#conduct=good');
      arriveAt(before);
      return session;
    }

    it('lets a page stand to which the reader has gone back, when that fails', async () => {
      const { fail } = holdArrival();
      const session = await openAndLeave();
      fail();
      await new Promise((done) => setTimeout(done, 50));
      expect(session.scene().failed).toBeUndefined();
      expect(session.scene().walk).toMatchObject({ question: 'heat' });
    });

    it('lets it stand, too, when that comes', async () => {
      const { come } = holdArrival();
      const session = await openAndLeave();
      const shown = session.scene();
      come();
      await vi.waitFor(() => expect(session.arrival).toBeDefined());
      await settle();
      expect(session.scene()).toBe(shown);
    });

    it('says so where the reader still waits for the link, when that fails', async () => {
      const { fail } = holdArrival();
      const session = await open({ ...firstEntry(flow), answers: ['conduct.difficult'], depth: 1 });
      arriveAt(null, '/accept-coworker/#conduct=good');
      fail();
      await vi.waitFor(() => expect(session.scene().failed).toBe(true));
    });
  });

  it('sets aside what is no entry of this flow', async () => {
    for (const state of [
      '?',
      7,
      { flow: 'introduce', answers: ['vouch.no'] },
      { version: 2, flow: flow.id, answers: ['x.y', null] },
    ]) {
      const session = await open(state);
      expect(trailOf(session)).toEqual([]);
    }
  });
});
