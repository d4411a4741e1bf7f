// @vitest-environment jsdom
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { followAnchors } from '../../../src/app/head/anchors.ts';

const scroll = vi.fn();
const press = (id: string) => userEvent.click(document.getElementById(id) as HTMLElement);

beforeAll(() => {
  document.documentElement.dataset['flow'] = '/flow.js';
  followAnchors();
});

beforeEach(() => {
  scroll.mockClear();
  Element.prototype.scrollIntoView = scroll;
  document.body.innerHTML = `
    <a id="to-heading" href="#heading">Heading</a><a id="to-main" href="#main"><b id="inside">Skip</b></a>
    <a id="to-nothing" href="#gone">Gone</a>
    <main id="main"><h1 id="heading" tabindex="-1">Heading</h1></main>`;
});

describe('a link within a page of a flow', () => {
  it('goes there, with the focus, and makes no entry in the history, which would hold no answers', async () => {
    const before = [history.length, location.href];
    await press('to-heading');
    expect(document.activeElement?.id).toBe('heading');
    await press('inside');
    expect(document.activeElement?.id).toBe('main');
    expect(scroll).toHaveBeenCalledTimes(2);
    expect([history.length, location.href]).toEqual(before);
  });

  it('is left to the browser where its target is missing, or a key asks for something else', async () => {
    await press('to-nothing');
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(document.getElementById('to-heading') as HTMLElement);
    expect(scroll).not.toHaveBeenCalled();
  });
});
