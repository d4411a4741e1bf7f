// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { frameOf, readFrame } from './socket.ts';

/** What a server would send: the client's frame, unmasked. */
const sent = (length: number): Buffer => {
  const content = Buffer.alloc(length, 'x');
  const frame = frameOf(1, content, Buffer.alloc(4));
  const head = frame.subarray(0, frame.length - 4 - length);
  head[1] = (head[1] ?? 0) & 0x7f;
  return Buffer.concat([head, content]);
};

describe('frames of a WebSocket', () => {
  it.each([0, 125, 126, 65_535, 65_536])('carry %i bytes, however their length is written', (length) => {
    const frame = readFrame(Buffer.concat([sent(length), Buffer.from('next')]));
    expect(frame).toMatchObject({ isLast: true, kind: 1, length: sent(length).length });
    expect(frame?.content).toHaveLength(length);
  });

  it('are none until all has come', () => {
    expect(readFrame(sent(300).subarray(0, 3))).toBeUndefined();
    expect(readFrame(sent(300).subarray(0, 299))).toBeUndefined();
  });

  it('are masked on their way to the server', () => {
    const frame = frameOf(1, Buffer.from('hi'), Buffer.from([1, 2, 3, 4]));
    expect([...frame]).toEqual([0x81, 0x82, 1, 2, 3, 4, 104 ^ 1, 105 ^ 2]);
  });
});
