import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import { whyNotMoved } from './ordering.js';
import { desk } from './testing/desk.js';

const move = (shotIds: readonly string[], beside: string, side: 'before' | 'after') => ({
  type: 'move-shots',
  shotIds,
  beside,
  side,
});
const ALL = ['s0', 's1', 's2', 's3', 's4'];

describe('moving by key', () => {
  it.each([
    ['move-earlier', 's2', [], move(['s2'], 's1', 'before')],
    ['move-later', 's2', [], move(['s2'], 's3', 'after')],
    ['move-first', 's2', [], move(['s2'], 's0', 'before')],
    ['move-last', 's2', [], move(['s2'], 's4', 'after')],
    ['move-earlier', 's3', ['s2', 's3'], move(['s2', 's3'], 's1', 'before')],
    ['move-later', 's1', ['s3', 's1'], move(['s1', 's3'], 's4', 'after')],
    // Those that stand apart gather, though the first of them is there already.
    ['move-first', 's2', ['s0', 's2'], move(['s0', 's2'], 's0', 'before')],
  ])('%s with %s on the screen and %j chosen', async (id, shotId, selected, command) => {
    const { run, sent } = desk({ shotId, selected });
    expect(await run(id)).toBe(true);
    expect(sent).toEqual([command]);
  });

  it.each([
    ['move-earlier', 's0', []],
    ['move-later', 's4', []],
    ['move-first', 's1', ['s0', 's1']],
    ['move-last', 's4', ALL],
  ])('%s does nothing where %s and %j are there already', async (id, shotId, selected) => {
    const { run, sent } = desk({ shotId, selected });
    await run(id);
    expect(sent).toEqual([]);
  });

  it('goes by rows in the grid alone', async () => {
    const { run, sent } = desk({ shotId: 's1', view: 'grid', gridAcross: 2 });
    expect(await run('move-row-down')).toBe(true);
    expect(sent).toEqual([move(['s1'], 's3', 'after')]);
    const up = desk({ shotId: 's4', view: 'grid', gridAcross: 3 });
    await up.run('move-row-up');
    expect(up.sent).toEqual([move(['s4'], 's1', 'before')]);
    expect(await desk({ shotId: 's1' }).run('move-row-down')).toBe(false);
  });

  it('says what was done, once it is done', async () => {
    const taken = desk({ shotId: 's2' });
    await taken.run('move-later');
    expect(taken.session().ordered).toBe('Shot 3 moved after shot 4.');
    const refused = desk({ shotId: 's2' }, {}, false);
    await refused.run('move-later');
    expect(refused.session().ordered).toBe('');
  });
});

describe('shots that are picked up', () => {
  it('are put down beside the shot on the screen', async () => {
    for (const [id, side] of [
      ['put-after', 'after'],
      ['put-before', 'before'],
    ] as const) {
      const { run, sent, session, context } = desk({ shotId: 's0', selected: ['s0', 's2'] });
      await run('pick-up');
      expect(session().carried).toEqual(['s0', 's2']);
      context.session({ shotId: 's3', selected: [] });
      expect(await run(id)).toBe(true);
      expect(sent).toEqual([move(['s0', 's2'], 's3', side)]);
      expect(session()).toMatchObject({ carried: [], ordered: `Shots 1 and 3 moved ${side} shot 4.` });
      expect(await run(id)).toBe(false);
    }
  });

  it('stay where they are on Escape, before the choice of shots ends', async () => {
    const { run, sent, session } = desk({ shotId: 's0', selected: ['s0', 's2'] });
    await run('pick-up');
    expect(await run('select-one')).toBe(false);
    expect(await run('put-back')).toBe(true);
    expect(session()).toMatchObject({ carried: [], selected: ['s0', 's2'] });
    expect(await run('select-one')).toBe(true);
    expect(sent).toEqual([]);
  });

  it('are those that are there still', async () => {
    const { run, sent } = desk({ shotId: 's1', carried: ['gone', 's3'] });
    await run('put-after');
    expect(sent).toEqual([move(['s3'], 's1', 'after')]);
    const none = desk({ shotId: 's1', carried: ['gone'] });
    await none.run('put-after');
    expect(none.sent).toEqual([]);
    expect(none.session().carried).toEqual([]);
  });
});

it('it is said why shots cannot be moved', () => {
  const why = (...of: Parameters<typeof desk>) => whyNotMoved(desk(...of).state());
  expect(why({ shotId: 's1' })).toBeNull();
  expect(why({ shotId: 's1', sort: 'worst' })).toContain('story order');
  expect(why({ shotId: 's1', filter: { ...NO_FILTER, show: 'flagged' } })).toContain('clear the filter');
  expect(why({ shotId: 's1' }, {}, true, undefined, { readOnly: 'It is held elsewhere.' })).toBe(
    'It is held elsewhere.',
  );
  expect(why({ shotId: null })).toBe('No shot is chosen.');
});
