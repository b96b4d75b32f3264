import { expect, it } from 'vitest';
import { ACTIONS } from './table.js';

it('no two commands that can be done at once wherever a shot is chosen have one key with Shift', () => {
  const keys = ACTIONS.flatMap((action) => action.keys.filter((key) => /^Shift\+[A-Z]$/.test(key)));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
