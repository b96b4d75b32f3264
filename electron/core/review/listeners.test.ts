import { afterEach, expect, it, vi } from 'vitest';
import { Listeners } from './listeners.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('tells what happened and nothing else, and nothing more once it is cleared', () => {
  const listeners = new Listeners<string>();
  const heard: string[] = [];
  listeners.add((event) => {
    heard.push(event);
    if (event !== 'closing') return;
    listeners.tell('too late');
    listeners.clear();
  });
  for (const event of ['opened', 'closing', 'after']) listeners.tell(event);
  expect(heard).toEqual(['opened', 'closing']);
});

it('warns of a listener that fails, and tells the others', () => {
  const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
  const listeners = new Listeners<string>();
  const heard: string[] = [];
  const failure = new Error('no window');
  listeners.add(() => {
    throw failure;
  });
  listeners.add((event) => heard.push(event));
  listeners.tell('opened');
  expect(heard).toEqual(['opened']);
  expect(warned.mock.calls).toEqual([[failure]]);
});
