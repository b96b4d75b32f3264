import { expect, it } from 'vitest';
import { windowDefects } from './defects.js';

const defect = { part: 'The viewer', message: 'x is undefined', stack: 'at Stage (index.js:1:1)' };

it('logs what broke, once, with where it broke and the window’s stack', () => {
  const logged: unknown[] = [];
  const report = windowDefects((thrown) => logged.push(thrown));
  report(defect);
  report(defect);
  report({ ...defect, part: 'The strip' });
  expect(logged).toEqual([
    expect.objectContaining({ message: 'The viewer: x is undefined', stack: defect.stack }),
    expect.objectContaining({ message: 'The strip: x is undefined' }),
  ]);
  expect(logged[0]).toBeInstanceOf(Error);
});

it('stops after a hundred different ones', () => {
  const logged: unknown[] = [];
  const report = windowDefects((thrown) => logged.push(thrown));
  for (let at = 0; at < 500; at++) report({ ...defect, message: `number ${at}` });
  expect(logged).toHaveLength(100);
});
