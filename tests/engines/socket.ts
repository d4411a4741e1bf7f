import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { EngineFailure } from './tab.ts';

/** A connection that carries texts both ways. */
export interface TextSocket {
  send(text: string): void;
  close(): void;
}

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Returns a message as a frame that a client sends: masked, as RFC 6455 asks. */
export function frameOf(kind: number, content: Buffer, mask: Buffer = randomBytes(4)): Buffer {
  const { length } = content;
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + size);
  head[0] = 0x80 | kind;
  head[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127);
  if (size === 2) head.writeUInt16BE(length, 2);
  if (size === 8) head.writeBigUInt64BE(BigInt(length), 2);
  const masked = Buffer.from(content.map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return Buffer.concat([head, mask, masked]);
}

/** One frame as read: whether the message ends with it, its kind (0 goes on), its content, and its length as sent. */
export interface Frame {
  readonly isLast: boolean;
  readonly kind: number;
  readonly content: Buffer;
  readonly length: number;
}

/** Returns the frame at the beginning of what a server has sent; undefined where it has not all come. */
export function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return undefined;
  const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + size) return undefined;
  const content = bytes.subarray(start, start + size);
  return { isLast: (first & 0x80) !== 0, kind: first & 0x0f, content, length: start + size };
}

/** Connects to a WebSocket on this machine; Node 20 has no client of its own. */
export const connect = (address: string, take: (text: string) => void): Promise<TextSocket> =>
  new Promise((done, failed) => {
    const { hostname, port, pathname } = new URL(address);
    const asked = request({
      hostname,
      port,
      path: pathname,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    });
    asked.once('error', failed);
    asked.once('response', ({ statusCode }) =>
      failed(new EngineFailure(`the browser answered with status ${statusCode}`)),
    );
    asked.once('upgrade', (_, socket: Socket, head: Buffer) => {
      let rest = head;
      let parts: Buffer[] = [];
      const read = (): void => {
        for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
          rest = rest.subarray(frame.length);
          if (frame.kind === PING) socket.write(frameOf(PONG, frame.content));
          else if (frame.kind === CLOSE) socket.end();
          else if (frame.kind < CLOSE) {
            parts.push(frame.content);
            if (!frame.isLast) continue;
            take(Buffer.concat(parts).toString());
            parts = [];
          }
        }
      };
      socket.on('data', (bytes) => {
        rest = Buffer.concat([rest, bytes]);
        read();
      });
      socket.on('error', () => socket.destroy());
      done({ send: (text) => void socket.write(frameOf(TEXT, Buffer.from(text))), close: () => void socket.destroy() });
      read();
    });
    asked.end();
  });
