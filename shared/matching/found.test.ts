import { expect, it } from 'vitest';
import { Found } from './found.js';

const shots = ['1', '2', '3', '3', '4', '4'].map((number) => ({ number, scene: null, names: [] }));
const NAMELESS = { reason: 'its name holds no shot number', kind: 'nameless' } as const;

it('a picture of one shot is its take, of none is left out, and of several waits for what tells them apart', () => {
  const found = new Found(shots);
  found.add('a.png', [1], 'name', NAMELESS);
  found.add('b.png', [], 'name', NAMELESS);
  found.add('c.png', [2, 3], 'name', NAMELESS);
  expect(found.takes).toEqual([[], ['a.png'], [], [], [], []]);
  expect([...found.by]).toEqual([['a.png', 'name']]);
  expect(found.leftOut).toEqual([{ path: 'b.png', ...NAMELESS }]);
});

it('shots of one number get as many pictures in their order, and none where there are more or fewer', () => {
  const found = new Found(shots);
  for (const path of ['c.png', 'd.png']) found.add(path, [2, 3], 'name', NAMELESS);
  for (const path of ['e.png', 'f.png', 'g.png']) found.add(path, [4, 5], 'name', NAMELESS);
  found.pairAlike();
  expect(found.takes).toEqual([[], [], ['c.png'], ['d.png'], [], []]);
  expect([...found.by]).toEqual([
    ['c.png', 'order'],
    ['d.png', 'order'],
  ]);
  expect(found.alike).toEqual(['3']);
  expect(found.leftOut).toEqual(
    ['e.png', 'f.png', 'g.png'].map((path) => ({
      path,
      reason: '2 shots are numbered 4',
      kind: 'unmatched',
    })),
  );
});
