import type { Shot } from '@shared/records/index.js';
import { take } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import type { Session } from '../stores/index.js';
import { actionsOfKey, allActions } from './table.js';
import { desk } from './testing/desk.js';

/** One frame of five fills the screen. */
const culling = (session: Partial<Session> = {}, ...more: [settings?: object, takes?: boolean]) =>
  desk({ shotId: 's1', fullScreen: true, ...session }, ...more);

const press = (at: ReturnType<typeof desk>, key: string): Promise<boolean> => {
  const action = actionsOfKey(key, at.state()).find((one) => one.enabled(at.state()));
  return action ? at.run(action.id) : Promise.resolve(false);
};

describe('deciding from full screen', () => {
  it.each([
    ['P', { type: 'approve-take', shotId: 's1', takeId: 't1' }, 'kept'],
    ['Enter', { type: 'approve-take', shotId: 's1', takeId: 't1' }, 'kept'],
    ['X', { type: 'reject', shotId: 's1', reason: '' }, 'rejected'],
    ['Shift+X', { type: 'reject', shotId: 's1', reason: '' }, 'rejected'],
    ['6', { type: 'reject', shotId: 's1', reason: 'Malformed hands' }, 'rejected: malformed hands'],
    ['C', { type: 'needs-changes', shotId: 's1', reason: '' }, 'needs changes'],
    ['H', { type: 'hold', shotId: 's1', reason: '' }, 'on hold'],
    ['3', { type: 'set-stars', shotId: 's1', stars: 3 }, '3 stars'],
    ['1', { type: 'set-stars', shotId: 's1', stars: 1 }, '1 star'],
  ])('takes one key, %s, says what it did, and goes on to the next shown', async (key, command, words) => {
    const at = culling();
    expect(await press(at, key)).toBe(true);
    expect(at.sent).toEqual([command]);
    expect(at.session()).toMatchObject({
      shotId: 's2',
      culled: `Shot 2: ${words}.`,
      rejecting: false,
      fullScreen: true,
    });
  });

  it('passes over what is decided so already', async () => {
    for (const key of ['U', '0', 'Backspace']) {
      const at = culling();
      expect(await press(at, key)).toBe(true);
      expect([at.sent, at.session().shotId]).toEqual([[], 's2']);
    }
  });

  it('goes by the order and the filter that are shown, and stays on the last', async () => {
    const filtered = culling({ filter: { ...NO_FILTER, show: 'flagged' } });
    await press(filtered, 'X');
    expect(filtered.session().shotId).toBe('s3');
    await press(filtered, 'X');
    expect(filtered.session()).toMatchObject({
      shotId: 's3',
      culled: 'Shot 4: rejected. It is the last one shown.',
    });
  });

  it('stays where it is told to, and comes back where the host refuses', async () => {
    const stay = culling({}, { advance: false });
    await press(stay, '4');
    expect(stay.session()).toMatchObject({ shotId: 's1', culled: 'Shot 2: 4 stars.' });
    const refused = culling({}, {}, false);
    await press(refused, 'X');
    expect(refused.session()).toMatchObject({ shotId: 's1', culled: null });
  });

  it('keeps the take that is seen, which becomes the pick', async () => {
    const at = culling({ takeId: 't9' });
    at.add(take(9, { shotId: 's1', round: 1 }));
    await press(at, 'P');
    expect(at.sent).toEqual([{ type: 'approve-take', shotId: 's1', takeId: 't9' }]);
    // The same where none is picked yet.
    const none = culling({ takeId: 't9' });
    const { shot } = none.state().document.records;
    none.change({ shot: { ...shot, s1: { ...shot.s1, pickId: null } as Shot } });
    none.add(take(9, { shotId: 's1', round: 1 }));
    await press(none, 'P');
    expect(none.sent).toEqual(at.sent);
    const bad = culling({ takeId: 't9' });
    bad.add(take(9, { shotId: 's1', round: 1, unreadable: 'It is empty.' }));
    expect(await press(bad, 'P')).toBe(false);
  });

  it('orders no picture, of which the words are not seen', async () => {
    const at = culling();
    expect(await at.run('approve')).toBe(false);
    expect(await at.run('approve-next')).toBe(false);
    await press(at, 'P');
    await press(at, 'Enter');
    expect(at.sent.map(({ type }) => type)).toEqual(['approve-take', 'approve-take']);
  });

  it('is about the frame that is seen, whatever else is chosen, and about all of them in a grid', async () => {
    const at = culling({ selected: ['s1', 's2', 's3'] });
    await press(at, 'X');
    expect(at.sent).toEqual([{ type: 'reject', shotId: 's1', reason: '' }]);
    const grid = culling({ selected: ['s1', 's2', 's3'], view: 'grid' });
    await press(grid, 'Shift+X');
    expect(grid.sent).toMatchObject([{ type: 'bulk', commands: [{}, {}, {}] }]);
  });
});

it('rejects at once outside of full screen too, and asks why on X', async () => {
  const at = desk({ shotId: 's1' });
  await press(at, 'X');
  expect([at.sent, at.session().rejecting]).toEqual([[], true]);
  const now = desk({ shotId: 's1' });
  await press(now, 'Shift+X');
  expect(now.sent).toEqual([{ type: 'reject', shotId: 's1', reason: '' }]);
});

it('turns going on by itself off and on', async () => {
  const set: object[] = [];
  const answer = { settings: { set: async (part: object) => void set.push(part) } };
  const off = desk({}, {}, true, answer);
  await off.run('advance');
  expect(off.happened).toEqual(['called', 'After a decision, the shot stays.']);
  await desk({}, { advance: false }, true, answer).run('advance');
  expect(set).toEqual([{ advance: false }, { advance: true }]);
});

it('decides by score where shots are shown, and time does not run', async () => {
  const at = desk({ shotId: 's1' });
  expect([await at.run('by-score'), at.session().dialog]).toEqual([true, 'by-score']);
  const hidden = desk({ shotId: 's1', filter: { ...NO_FILTER, words: 'nowhere' } });
  expect(await hidden.run('by-score')).toBe(false);
  expect(await desk({ shotId: 's1', view: 'play' }).run('by-score')).toBe(false);
});

it('shows the survivors alone, and all of them again', async () => {
  const at = desk({ shotId: 's1' });
  await press(at, 'Y');
  expect(at.session().filter.survivors).toBe(true);
  await press(at, 'Y');
  expect(at.session().filter).toEqual(NO_FILTER);
});

it('shows what a saved filter keeps, by its name', async () => {
  const at = desk({ shotId: 's1' });
  const filter = { ...NO_FILTER, show: 'flagged', stars: 3 } as const;
  const kept = { ...filter, states: [], kinds: ['of a later version'], characters: [], scenes: [] };
  const saved = (id: string, name: string) => ({ id, name, filter: kept, createdAt: 0 });
  const { records } = at.state().document;
  const document = { records: { ...records, savedFilter: { b: saved('b', 'Zoo'), a: saved('a', 'Best') } } };
  const other = desk({ shotId: 's1' }, {}, true, undefined, document);
  const named = allActions(other.state()).filter(({ id }) => id.startsWith('saved-filter-'));
  expect(named.map(({ title }) => title)).toEqual(['Filter: Best', 'Filter: Zoo']);
  expect(await other.run('saved-filter-b')).toBe(true);
  expect(other.session().filter).toEqual(filter);
});
