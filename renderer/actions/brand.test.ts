import type { StyleExample } from '@shared/records/index.js';
import { take } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { desk } from './testing/desk.js';

const example = (takeId: string, on: boolean): StyleExample => ({
  id: `e-${takeId}`,
  on,
  takeId,
  outside: null,
  createdAt: 0,
});
const marked = (at: ReturnType<typeof desk>, ...examples: StyleExample[]) =>
  at.change({ styleExample: Object.fromEntries(examples.map((one) => [one.id, one])) });

it('marks the take on the screen as on style or off it, and takes the mark off by the same key', async () => {
  const at = desk({ shotId: 's1' });
  await at.run('mark-on-style');
  await at.run('mark-off-style');
  expect(at.sent).toEqual([
    { type: 'mark-style', takeId: 't1', on: true },
    { type: 'mark-style', takeId: 't1', on: false },
  ]);
  marked(at, example('t1', true));
  await at.run('mark-on-style');
  await at.run('mark-off-style');
  expect(at.sent.slice(2)).toEqual([
    { type: 'mark-style', takeId: 't1', on: null },
    { type: 'mark-style', takeId: 't1', on: false },
  ]);
  expect(at.happened.at(-1)).toBe('The frame is marked as off style. Examples: 1 on style, 0 off it.');
});

it('counts examples that came from elsewhere, which are marks of no take', async () => {
  const at = desk({ shotId: 's1' });
  const outside: StyleExample = { ...example('elsewhere', true), takeId: null };
  marked(at, outside, { ...outside, id: 'second' });
  await at.run('mark-on-style');
  expect(at.sent).toEqual([{ type: 'mark-style', takeId: 't1', on: true }]);
  expect(at.happened.at(-1)).toBe('The frame is marked as on style. Examples: 2 on style, 0 off it.');
});

it('marks another take than the pick where that is on the screen', async () => {
  const at = desk({ shotId: 's1', takeId: 'new' });
  at.add(take(9, { id: 'new', shotId: 's1', round: 1 }));
  await at.run('mark-on-style');
  expect(at.sent).toEqual([{ type: 'mark-style', takeId: 'new', on: true }]);
});

it('marks all that are chosen at once, and takes marks off only where all have them', async () => {
  const at = desk({ shotId: 's1', selected: ['s0', 's1', 's2'] });
  marked(at, example('t0', true));
  await at.run('mark-on-style');
  expect(at.sent).toEqual([
    {
      type: 'bulk',
      commands: ['t0', 't1', 't2'].map((takeId) => ({ type: 'mark-style', takeId, on: true })),
    },
  ]);
  marked(at, example('t0', true), example('t1', true), example('t2', true));
  await at.run('mark-on-style');
  expect(at.sent[1]).toMatchObject({ commands: [{ on: null }, { on: null }, { on: null }] });
});

it('says nothing where the host refuses, and is not there without a picture', async () => {
  const refused = desk({ shotId: 's1' }, {}, false);
  await refused.run('mark-on-style');
  expect(refused.happened).toEqual([]);
  expect(await desk({ shotId: null }).run('mark-on-style')).toBe(false);
  const unread = desk({ shotId: 's1' });
  const { take: takes } = unread.state().document.records;
  unread.change({ take: { ...takes, t1: take(1, { unreadable: 'cut off' }) } });
  expect(await unread.run('mark-off-style')).toBe(false);
  expect(await unread.run('brand-style')).toBe(true);
  expect(unread.session().dialog).toBe('brand');
});
