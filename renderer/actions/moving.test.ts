import { boardOf } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import { keyName, normalKey } from './keys.js';
import { chooseShot, selectShot } from './moving.js';
import { desk, twoTakes } from './testing/desk.js';

describe('moving', () => {
  it.each([
    ['previous-shot', 's2', 's1'],
    ['previous-shot', 's0', 's0'],
    ['next-shot', 's2', 's3'],
    ['next-shot', 's4', 's4'],
    ['first-shot', 's3', 's0'],
    ['last-shot', 's1', 's4'],
    ['next-shot', null, 's0'],
    ['previous-shot', null, 's0'],
  ])('%s leads from %s to %s', async (id, from, to) => {
    const { run, session } = desk({ shotId: from });
    await run(id);
    expect(session().shotId).toBe(to);
  });

  it('goes up by a row in the grid', async () => {
    const { run, session } = desk({ shotId: 's4', view: 'grid', gridAcross: 2 });
    await run('row-up');
    expect(session().shotId).toBe('s2');
  });

  it('changes nothing at an end: the take and the words stay', async () => {
    const { run, session } = desk({ shotId: 's4', takeId: 't4', editing: 'prompt' });
    await run('next-shot');
    expect(session()).toMatchObject({ shotId: 's4', takeId: 't4', editing: 'prompt' });
    const nowhere = desk({ shotId: null, filter: { ...NO_FILTER, show: 'approved' } });
    await nowhere.run('next-shot');
    await nowhere.run('next-flagged');
    expect(nowhere.session().shotId).toBeNull();
  });

  it('leaves behind what belonged to the shot', () => {
    const begun = { takeId: 't1', flipped: true, editing: 'prompt', rejecting: true } as const;
    const { context, session } = desk({ shotId: 's1', ...begun });
    selectShot(context, 's2');
    expect(session()).toMatchObject({ takeId: null, flipped: false, editing: null, rejecting: false });
    const several = desk({ shotId: 's1', ...begun });
    chooseShot(several.context, 's2', 'more');
    expect(several.session()).toMatchObject({
      takeId: null,
      flipped: false,
      editing: null,
      rejecting: false,
    });
  });

  it('jumps to the next shot that waits', async () => {
    const { run, session } = desk({ shotId: 's1' });
    await run('next-waiting');
    expect(session().shotId).toBe('s3');
  });

  it('says why a jump leads nowhere', async () => {
    const only = { ...NO_FILTER, stretch: { from: 's0', to: 's1' } };
    const said = async (id: string, filter = only, shotId = 's1') => {
      const { run, happened, session } = desk({ shotId, filter });
      await run(id);
      expect(session().shotId).toBe(shotId);
      return happened;
    };
    expect(await said('next-flagged')).toEqual(['No other shot is flagged.']);
    expect(await said('previous-flagged')).toEqual(['No other shot is flagged.']);
    const clean = { ...only, stretch: { from: 's0', to: 's0' } };
    expect(await said('next-flagged', clean, 's0')).toEqual(['None of the shots shown is flagged.']);
    expect(await said('next-waiting', clean, 's0')).toEqual(['None of the shots shown waits for you.']);
    const { overview } = boardOf(5, []);
    const summaries = Object.fromEntries(
      Object.entries(overview.summaries).map(([id, one]) => [id, { ...one, state: 'waiting' as const }]),
    );
    const before = desk({ shotId: 's0' }, {}, true, undefined, { overview: { ...overview, summaries } });
    await before.run('next-flagged');
    expect(before.happened).toEqual([
      'None of the shots shown is flagged. 5 of 5 pictures are not analysed yet.',
    ]);
  });

  it('steps through the takes of the shot and stops at the last and the first', async () => {
    const { run, session } = twoTakes({ compareTakeId: 't9', pinned: { kind: 'finding', key: 'k' } });
    await run('previous-take');
    expect(session()).toMatchObject({ takeId: null, compareTakeId: 't9' });
    await run('next-take');
    expect(session()).toMatchObject({ takeId: 't9', compareTakeId: null, pinned: null });
    await run('next-take');
    expect(session().takeId).toBe('t9');
    await run('previous-take');
    expect(session().takeId).toBe('t1');
  });

  it('has all to select only where more than one is shown', async () => {
    const approved = desk({ shotId: 's1', filter: { ...NO_FILTER, show: 'approved' } });
    expect(await approved.run('select-all')).toBe(false);
    expect(await desk({}, {}, true, undefined, { open: false }).run('select-all')).toBe(false);
    const one = desk({ shotId: 's1', filter: { ...NO_FILTER, show: 'flagged' } });
    expect(await one.run('select-all')).toBe(true);
  });
});

it('keys are read by their whole name and however they are spelled', () => {
  const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(keyName({ ...press, key: ' ', shiftKey: true }, false)).toBe('Shift+Space');
  expect(keyName({ ...press, key: '¡', altKey: true, code: 'xDigit1' }, true)).toBe('Alt+¡');
  expect(keyName({ ...press, key: '¡', altKey: true, code: 'Digit12' }, true)).toBe('Alt+¡');
  expect(normalKey('mod + k')).toBe('Mod+K');
});
