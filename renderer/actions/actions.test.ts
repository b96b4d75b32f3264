import type { Info } from '@shared/contract/index.js';
import { take } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import type { Session } from '../stores/index.js';
import { keyLabel, keyName, normalKey } from './keys.js';
import { chooseShot, selectShot } from './moving.js';
import { actionById, actionsOfKey, allActions, conflictOf } from './table.js';
import { desk, INFO } from './testing/desk.js';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys', () => {
  it('are named the same on every keyboard', () => {
    expect(keyName(press('p'), false)).toBe('P');
    expect(keyName(press('P', { shiftKey: true }), false)).toBe('Shift+P');
    expect(keyName(press('z', { ctrlKey: true }), false)).toBe('Mod+Z');
    expect(keyName(press('z', { metaKey: true }), true)).toBe('Mod+Z');
    expect(keyName(press('?', { shiftKey: true }), false)).toBe('?');
    expect(keyName(press('Enter', { shiftKey: true }), false)).toBe('Shift+Enter');
    expect(keyName(press('Shift', { shiftKey: true }), false)).toBe('');
    expect(keyName(press('z', { metaKey: true }), false)).toBe('');
  });

  it('are the digits that they are, whatever Alt types', () => {
    const alt = (key: string, code: string) => keyName({ ...press(key, { altKey: true }), code }, true);
    expect(alt('¡', 'Digit1')).toBe('Alt+1');
    expect(alt('ª', 'Digit9')).toBe('Alt+9');
    expect(alt('1', 'Numpad1')).toBe('Alt+1');
    expect(keyName({ ...press('!', { shiftKey: true }), code: 'Digit1' }, true)).toBe('!');
  });

  it('have one spelling and a label', () => {
    expect(normalKey('shift+mod+z')).toBe('Mod+Shift+Z');
    expect(normalKey('Mod++')).toBe('Mod++');
    expect(keyLabel('Mod+K', false)).toBe('Ctrl K');
    expect(keyLabel('Mod+K', true)).toBe('⌘K');
  });

  it('stand for at most one action at a time, in every situation', () => {
    const situations = [
      desk({ info: INFO }).state(),
      desk({ shotId: 's1', info: INFO }).state(),
      desk({ shotId: 's1', view: 'grid' }).state(),
      desk({ shotId: 's1', compare: 'wipe', takeId: 't1' }).state(),
      desk({ shotId: 's1', selected: ['s1', 's2'] }).state(),
      desk({ shotId: 's1', editing: 'mask' }).state(),
      desk({ shotId: 's1', selected: ['s1', 's2'], compare: 'side' }).state(),
      desk({ shotId: 's1', selected: ['s1', 's2'], fullScreen: true }).state(),
      desk({ shotId: 's1', fullScreen: true, view: 'grid' }).state(),
      desk({ shotId: 's1', fullScreen: true, compare: 'side' }).state(),
    ];
    for (const state of situations) {
      const keys = new Set(
        allActions(state)
          .filter((action) => action.enabled(state))
          .flatMap((action) => action.keys),
      );
      for (const key of keys) {
        const meant = actionsOfKey(normalKey(key), state).filter((action) => action.enabled(state));
        expect([key, meant.map(({ id }) => id)]).toEqual([key, [expect.any(String)]]);
      }
    }
  });

  it('can be remapped, and name who has them already', () => {
    const remapped = desk(
      { info: INFO },
      { keys: { approve: ['Mod+J'], analyse: ['Mod+Shift+I'], 'export-csv': ['Mod+I'] } },
    ).state();
    const plain = desk({ info: INFO }).state();
    expect(actionsOfKey('Mod+J', remapped).map(({ id }) => id)).toEqual(['approve']);
    expect(actionsOfKey('P', remapped).map(({ id }) => id)).toEqual(['keep-frame']);
    expect(actionsOfKey('Mod+I', remapped).map(({ id }) => id)).toEqual(['export-csv']);
    expect(conflictOf(actionById('hold'), 'P', plain)?.id).toBe('approve');
    // Kept frames have it still, in full screen.
    expect(conflictOf(actionById('hold'), 'P', remapped)?.id).toBe('keep-frame');
    expect(conflictOf(actionById('hold'), 'A', plain)?.id).toBe('analyse');
    expect(conflictOf(actionById('hold'), 'A', remapped)).toBeNull();
    expect(conflictOf(actionById('hold'), 'Mod+E', plain)?.title).toBe('Export feedback');
    expect(conflictOf(actionById('hold'), 'shift+mod+z', plain)?.id).toBe('redo');
    expect(conflictOf(actionById('row-up'), 'ArrowUp', plain)).toBeNull();
    // Its own key, though the table has none for it.
    const ownKey = desk({ info: INFO }, { keys: { 'actual-size': ['Mod+J'] } }).state();
    expect(conflictOf(actionById('actual-size'), 'Mod+J', ownKey)).toBeNull();
    expect(conflictOf(actionById('hold'), 'Mod+J', ownKey)?.id).toBe('actual-size');
    expect(() => actionById('dance')).toThrow('There is no action named dance.');
  });
});

describe('exporting', () => {
  it('is one action for each way that the program has, and none before it said which', () => {
    const ids = (info: Info | null) =>
      allActions(desk({ info }).state())
        .map(({ id }) => id)
        .filter((id) => id.startsWith('export-'));
    expect(ids(null)).toEqual([]);
    expect(ids(INFO)).toEqual(['export-feedback', 'export-csv', 'export-pdf']);
  });

  it('says what the host saved, has the browser fetch what it holds, and is silent when it is cancelled', async () => {
    const exported = async (answer: object | null) => {
      const { run, happened } = desk({ info: INFO }, {}, true, { exports: { make: async () => answer } });
      await run('export-csv');
      return happened.slice(1);
    };
    expect(await exported({ saved: 'x.csv', notes: [] })).toEqual(['x.csv is exported.']);
    expect(await exported({ token: 't', name: 'x.zip', notes: ['No font has 中.', 'So it is.'] })).toEqual([
      'downloaded t as x.zip',
      'x.zip is exported. No font has 中. So it is.',
    ]);
    expect(await exported(null)).toEqual([]);
  });

  it('asks the host for the one that was chosen, with the options as they are otherwise', async () => {
    const asked: object[] = [];
    const make = async (wanted: object) => void asked.push(wanted);
    await desk({ info: INFO }, {}, true, { exports: { make } }).run('export-csv');
    expect(asked).toEqual([{ id: 'csv', choices: {} }]);
    const closed = desk({ info: INFO }, {}, true, { exports: { make } }, { open: false });
    expect(await closed.run('export-csv')).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('asks first where there is something to choose', async () => {
    const { run, happened, state } = desk({ info: INFO });
    await run('export-pdf');
    expect(state().session).toMatchObject({ dialog: 'export', exporting: 'pdf' });
    expect(happened).toEqual([]);
    const titles = allActions(state()).flatMap(({ id, title }) => (id.startsWith('export-') ? [title] : []));
    expect(titles).toEqual(['Export feedback', 'Export a table', 'Export a sheet…']);
  });
});

describe('deciding', () => {
  it('orders the suggested prompt where there is one, and goes on to the next waiting shot', async () => {
    const { run, sent, session } = desk({ shotId: 's1', compareTakeId: 't9', flipped: true });
    await run('approve');
    expect(sent).toEqual([
      {
        type: 'approve-suggestion',
        shotId: 's1',
        takeId: 't1',
        prompt: 'a girl in a red coat',
        negativePrompt: '',
        seed: 'keep',
        strength: null,
        acceptedEdits: ['red'],
        answers: ['f1'],
        edited: false,
      },
    ]);
    expect(session()).toMatchObject({ shotId: 's3', compareTakeId: null, flipped: false });
  });

  it('takes the frame as it is where nothing would change', async () => {
    const clean = desk({ shotId: 's0' });
    await clean.run('approve');
    expect(clean.sent).toEqual([{ type: 'approve-take', shotId: 's0', takeId: 't0' }]);
    const flagged = desk({ shotId: 's1' });
    await flagged.run('approve-as-is');
    expect(flagged.sent).toEqual([{ type: 'approve-take', shotId: 's1', takeId: 't1' }]);
  });

  it('stays where the setting says so, except on Enter', async () => {
    const stay = desk({ shotId: 's1' }, { advance: false });
    await stay.run('hold');
    expect(stay.session().shotId).toBe('s1');
    const enter = desk({ shotId: 's1' }, { advance: false });
    await enter.run('approve-next');
    expect(enter.session().shotId).toBe('s3');
  });

  it('comes back to the shot when the host refuses', async () => {
    const { run, session } = desk({ shotId: 's1' }, {}, false);
    await run('hold');
    expect(session().shotId).toBe('s1');
  });

  it('cannot be done on a read-only review or without a shot', async () => {
    expect(await desk({}).run('approve')).toBe(false);
    const { state } = desk({ shotId: 's1' });
    const locked = { ...state(), document: { ...state().document, readOnly: 'It is open elsewhere.' } };
    for (const id of ['approve', 'reject', 'hold', 'needs-changes', 'stars-3', 'analyse'])
      expect([id, actionById(id).enabled(locked)]).toEqual([id, false]);
  });
});

describe('picking a take by its number', () => {
  it('picks it, and shows what is picked', async () => {
    const { run, sent, session, add } = desk({ shotId: 's1', takeId: 't1' });
    expect(await run('pick-take-2')).toBe(false);
    add(take(9, { shotId: 's1', round: 1 }));
    expect(await run('pick-take-1')).toBe(false);
    expect(await run('pick-take-2')).toBe(true);
    expect(sent).toEqual([{ type: 'pick-take', shotId: 's1', takeId: 't9' }]);
    expect(session().takeId).toBeNull();
  });
});

describe('several shots', () => {
  it('are selected by moving with Shift, to the ends, and all at once; Escape leaves one', async () => {
    const { run, session } = desk({ shotId: 's1' });
    await run('extend-right');
    await run('extend-right');
    expect(session()).toMatchObject({ shotId: 's3', selected: ['s1', 's2', 's3'], anchorId: 's1' });
    await run('extend-left');
    expect(session().selected).toEqual(['s1', 's2']);
    await run('extend-first');
    expect(session()).toMatchObject({ shotId: 's0', selected: ['s0', 's1'] });
    await run('extend-last');
    expect(session().selected).toEqual(['s1', 's2', 's3', 's4']);
    await run('select-all');
    expect(session()).toMatchObject({ shotId: 's4', selected: ['s0', 's1', 's2', 's3', 's4'] });
    await run('select-one');
    expect(session()).toMatchObject({ shotId: 's4', selected: [] });
    expect(await run('select-one')).toBe(false);
  });

  it('are selected by rows in the grid, and within what the filter shows', async () => {
    const { run, session } = desk({ shotId: 's0', view: 'grid', gridAcross: 2 });
    await run('extend-down');
    expect(session().selected).toEqual(['s0', 's1', 's2']);
    await run('extend-up');
    expect(session()).toMatchObject({ shotId: 's0', selected: [] });
    const few = desk({ shotId: 's1', filter: { ...NO_FILTER, show: 'flagged' } });
    await few.run('select-all');
    expect(few.session().selected).toEqual(['s1', 's3']);
  });

  it('end with the next move', async () => {
    const { run, session } = desk({ shotId: 's4', selected: ['s3', 's4'] });
    await run('next-shot');
    expect(session()).toMatchObject({ shotId: 's4', selected: [] });
  });

  it('leave the divider its keys while two takes are parted by it', async () => {
    const { run, session } = desk({ shotId: 's1', compare: 'wipe', compareTakeId: 't2' });
    expect(await run('extend-right')).toBe(false);
    expect(await run('nudge-right')).toBe(true);
    expect(session().selected).toEqual([]);
  });

  it('are decided by one command, each as it needs; those selected stay', async () => {
    const { run, sent, session } = desk({ shotId: 's1', selected: ['s0', 's1', 's3'] });
    await run('approve');
    expect(sent).toEqual([
      {
        type: 'bulk',
        commands: [
          { type: 'approve-take', shotId: 's0', takeId: 't0' },
          expect.objectContaining({ type: 'approve-suggestion', shotId: 's1' }),
          expect.objectContaining({ type: 'approve-suggestion', shotId: 's3' }),
        ],
      },
    ]);
    expect(session()).toMatchObject({ shotId: 's1', selected: ['s0', 's1', 's3'] });
  });

  it('take every other decision', async () => {
    for (const [id, type] of [
      ['approve-as-is', 'approve-take'],
      ['hold', 'hold'],
      ['needs-changes', 'needs-changes'],
      ['stars-4', 'set-stars'],
    ] as const) {
      const { run, sent } = desk({ shotId: 's1', selected: ['s1', 's3'] });
      await run(id);
      expect(sent).toMatchObject([{ type: 'bulk', commands: [{ type }, { type }] }]);
    }
    const { run, sent } = desk({ shotId: 's1', selected: ['s1', 's3'] });
    expect(await run('reset-status')).toBe(false);
    expect(await run('edit-prompt')).toBe(false);
    expect(await run('note')).toBe(false);
    expect(sent).toEqual([]);
  });

  it('come back when the host refuses', async () => {
    const { run, session } = desk({ shotId: 's1', selected: ['s0', 's1'], anchorId: 's0' }, {}, false);
    await run('hold');
    expect(session()).toMatchObject({ shotId: 's1', selected: ['s0', 's1'], anchorId: 's0' });
  });
});

describe('going to a shot', () => {
  it('clears a filter that hides it, and only then', () => {
    const filter = { ...NO_FILTER, show: 'flagged' as const };
    const { context, session } = desk({ shotId: 's1', selected: ['s1', 's3'], filter });
    selectShot(context, 's3');
    expect(session()).toMatchObject({ shotId: 's3', selected: [], filter });
    selectShot(context, 's0');
    expect(session()).toMatchObject({ shotId: 's0', filter: NO_FILTER });
  });

  it('adds to the selection or draws a range, as it is asked', () => {
    const { context, session } = desk({ shotId: 's1' });
    chooseShot(context, 's3', 'more');
    expect(session()).toMatchObject({ shotId: 's3', selected: ['s1', 's3'] });
    chooseShot(context, 's4', 'range');
    expect(session()).toMatchObject({ shotId: 's4', selected: ['s3', 's4'] });
    chooseShot(context, 's0', 'alone');
    expect(session()).toMatchObject({ shotId: 's0', selected: [] });
  });
});

describe('undo', () => {
  it('waits for a decision that the host has not confirmed yet, and takes that back', async () => {
    const { run, expectSomething, happened } = desk({ shotId: 's1' });
    expect(await run('undo')).toBe(false);
    expectSomething();
    expect(await run('undo')).toBe(true);
    expect(happened).toEqual(['settled', 'called']);
  });

  it('takes nothing older back when the host refused the decision', async () => {
    const { run, expectSomething, happened } = desk({ shotId: 's1' }, {}, false);
    expectSomething();
    await run('undo');
    expect(happened).toEqual(['settled']);
  });

  const undoing = (session: Partial<Session>, shotIds: string[], changed = true) => {
    const stepped = { label: 'Hold shot 3', changed, note: '', shotIds };
    const made = desk(session, {}, true, { command: { undo: async () => stepped } });
    made.expectSomething();
    return made;
  };

  it('goes to the shot that it changed and says what was done', async () => {
    const { run, session, happened } = undoing({ shotId: 's1', takeId: 't1' }, ['s2']);
    await run('undo');
    expect(session()).toMatchObject({ shotId: 's2', takeId: null });
    expect(happened).toContain('Undone: Hold shot 3');
  });

  it('stays where it changed several shots and this is one of them', async () => {
    const { run, session } = undoing({ shotId: 's1', takeId: 't1' }, ['s0', 's1']);
    await run('undo');
    expect(session()).toMatchObject({ shotId: 's1', takeId: 't1' });
  });

  it('never leaves what the filter shows, and says so where nothing changed', async () => {
    const filter = { ...NO_FILTER, show: 'flagged' } as const;
    const { run, session, happened } = undoing({ shotId: 's1', filter }, ['s2'], false);
    await run('undo');
    expect(session().shotId).toBe('s1');
    expect(happened).toContain('Nothing changed: Hold shot 3');
    const other = undoing({ shotId: 's1', filter }, ['s2', 's3']);
    await other.run('undo');
    expect(other.session().shotId).toBe('s3');
  });
});

describe('moving', () => {
  it('steps within what the filter shows and stops at its ends', async () => {
    const { run, session } = desk({ shotId: 's1', filter: { ...NO_FILTER, show: 'flagged' } });
    await run('next-shot');
    expect(session().shotId).toBe('s3');
    await run('next-shot');
    expect(session().shotId).toBe('s3');
    await run('first-shot');
    expect(session().shotId).toBe('s1');
  });

  it('jumps between flagged shots both ways', async () => {
    const { run, session } = desk({ shotId: 's4' });
    await run('previous-flagged');
    expect(session().shotId).toBe('s3');
    await run('next-flagged');
    expect(session().shotId).toBe('s1');
  });

  it('moves by rows in the grid', async () => {
    const { run, session } = desk({ shotId: 's0', view: 'grid', gridAcross: 2 });
    await run('row-down');
    expect(session().shotId).toBe('s2');
    expect(await run('next-take')).toBe(false);
  });
});
