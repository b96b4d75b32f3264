import { afterEach, expect, it, vi } from 'vitest';
import { AfterFrame } from './after-frame.js';

let asked: (() => void)[] = [];
const frame = () => {
  const now = asked;
  asked = [];
  for (const run of now) run();
};
vi.stubGlobal('requestAnimationFrame', (run: () => void) => asked.push(run));
afterEach(() => {
  asked = [];
});

it('runs the last of what it was given, once, and not in the frame that shows the change', () => {
  const ran: string[] = [];
  const after = new AfterFrame();
  after.run(() => ran.push('first'));
  frame();
  after.run(() => ran.push('second'));
  expect(ran).toEqual([]);
  frame();
  expect(ran).toEqual(['second']);
  frame();
  frame();
  expect(ran).toEqual(['second']);
});

it('runs each time it is given something, however often that is', () => {
  const ran: number[] = [];
  const after = new AfterFrame();
  for (let n = 0; n < 10; n++) {
    after.run(() => ran.push(n));
    frame();
  }
  expect(ran).toEqual([1, 3, 5, 7, 9]);
});

it('runs nothing once it was left', () => {
  const after = new AfterFrame();
  after.run(() => expect.fail('it was left'));
  after.leave();
  frame();
  frame();
});

it('goes on where it was left with nothing to run', () => {
  let ran = 0;
  const after = new AfterFrame();
  after.leave();
  after.run(() => ran++);
  frame();
  frame();
  expect(ran).toBe(1);
});
