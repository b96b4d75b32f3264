import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { Doorway } from './doorway.js';

const TAB = 'a'.repeat(64);
const GATE = { pictureKey: 'f'.repeat(64), letsIn: ({ tab }: { tab: string }) => tab === TAB };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Caller extends EventEmitter {
  readonly sent: string[] = [];
  ended: string | null = null;
  readonly carrier = new EventEmitter();
  readonly send = (text: string) => void this.sent.push(text);
  readonly close = (code: number) => this.#end(`closed with ${code}`);
  readonly terminate = () => this.#end('cut');

  says(text: string, isBinary = false): this {
    this.carrier.emit('data', Buffer.from(text));
    this.emit('message', Buffer.from(text), isBinary);
    return this;
  }

  #end(how: string): void {
    if (this.ended !== null) return;
    this.ended = how;
    this.emit('close');
  }
}

function door() {
  const inside: unknown[] = [];
  const doorway = new Doorway(GATE, (socket) => void inside.push(socket));
  const call = () => {
    const caller = new Caller();
    doorway.receive(caller as unknown as WebSocket, caller.carrier as never);
    return caller;
  };
  return { inside, call };
}

const right = JSON.stringify({ tab: TAB, invitation: null });

it('lets in whom the gate knows by the first message, and says the key of the pictures', () => {
  const { inside, call } = door();
  const caller = call();
  expect(caller.sent).toEqual([]);
  caller.says(right);
  expect(inside).toEqual([caller]);
  expect(caller.sent).toEqual([JSON.stringify({ pictureKey: GATE.pictureKey })]);
  vi.advanceTimersByTime(60_000);
  caller.says('x'.repeat(5000));
  expect(caller.ended).toBeNull();
});

it.each([
  ['another key', JSON.stringify({ tab: 'b'.repeat(64), invitation: null })],
  ['no key', JSON.stringify({ invitation: null })],
  ['more than it should', JSON.stringify({ tab: TAB, invitation: null, more: 1 })],
  ['no JSON', 'hello'],
  ['a call of the contract', JSON.stringify({ i: '1', p: { u: '/info' } })],
  ['nothing', ''],
])('answers nothing to %s and closes, after a while', (_, text) => {
  const { inside, call } = door();
  const caller = call().says(text);
  // A second try on the same connection is none.
  caller.says(right);
  vi.advanceTimersByTime(999);
  expect(caller.ended).toBeNull();
  vi.advanceTimersByTime(1);
  expect(caller).toMatchObject({ ended: 'closed with 1008', sent: [] });
  expect(inside).toEqual([]);
});

it('takes no binary message, and none that is long', () => {
  const { inside, call } = door();
  const binary = call().says(right, true);
  vi.advanceTimersByTime(1000);
  expect(binary.ended).toBe('closed with 1008');
  const long = call();
  long.carrier.emit('data', Buffer.alloc(1025));
  expect(long.ended).toBe('cut');
  expect(inside).toEqual([]);
});

it('cuts off who says nothing for five seconds', () => {
  const silent = door().call();
  vi.advanceTimersByTime(4999);
  expect(silent.ended).toBeNull();
  vi.advanceTimersByTime(1);
  expect(silent.ended).toBe('cut');
});

it('lets 64 wait, the oldest goes first; a page that says who it is finds its way through a crowd', () => {
  const { inside, call } = door();
  const crowd = Array.from({ length: 64 }, call);
  expect(crowd.every(({ ended }) => ended === null)).toBe(true);
  const page = call();
  expect(crowd.map(({ ended }) => ended)).toEqual(['cut', ...Array.from({ length: 63 }, () => null)]);
  page.says(right);
  expect(inside).toEqual([page]);
});
