import { expect, it } from 'vitest';
import { Ahead } from './ahead.js';

/** What is asked for, and in which order; each comes when it is told to. */
function asking() {
  const open = new Map<string, () => void>();
  const all: string[] = [];
  const stopped: string[] = [];
  const ahead = new Ahead((url, done) => {
    all.push(url);
    open.set(url, done);
    return () => {
      stopped.push(url);
      open.delete(url);
    };
  });
  const come = (url: string) => {
    const done = open.get(url);
    open.delete(url);
    done?.();
  };
  return { ahead, all, stopped, come, open: () => [...open.keys()] };
}

it('asks for the nearest first, three at a time, each once', () => {
  const { ahead, all, come, open } = asking();
  ahead.want(['a', 'b', 'c', 'd', 'e']);
  expect(all).toEqual(['a', 'b', 'c']);
  come('b');
  expect(open()).toEqual(['a', 'c', 'd']);
  ahead.want(['b', 'c', 'd', 'e', 'f'], ['a']);
  expect(all).toEqual(['a', 'b', 'c', 'd']);
  come('a');
  come('c');
  come('d');
  expect(all).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

it('stops what is wanted no longer, and not what the scroll has come to', () => {
  const { ahead, stopped, open } = asking();
  ahead.want(['a', 'b', 'c', 'd']);
  ahead.want(['d', 'e'], ['c']);
  expect(stopped).toEqual(['a', 'b']);
  expect(open()).toEqual(['c', 'd', 'e']);
  ahead.want([]);
  expect(open()).toEqual([]);
});

it('asks again for what came and was let go of', () => {
  const { ahead, all, stopped, come } = asking();
  ahead.want(['a']);
  come('a');
  ahead.want(['b']);
  ahead.want(['a']);
  expect(all).toEqual(['a', 'b', 'a']);
  expect(stopped).toEqual(['b']);
});
