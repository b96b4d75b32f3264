import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { boardOf } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { type AppState, EMPTY_MIRROR, INITIAL_SESSION, type Session } from '../stores/index.js';
import { boxOf, FITTED, lookedNow, percentOf } from '../viewer/look.js';
import type { ActionContext } from './action.js';
import { actionById, actionsOfKey } from './table.js';

/** The first shot in the viewer, on a stage of 640 × 360: the picture of 1280 × 720 fits at 50 %. */
function viewer(session: Partial<Session> = {}) {
  let state: AppState = {
    document: { ...EMPTY_MIRROR, open: true, ...boardOf(2) },
    session: { ...INITIAL_SESSION, shotId: 's0', stage: { width: 640, height: 360 }, ...session },
    settings: DEFAULT_SETTINGS,
  };
  const change = (part: Partial<Session>) => {
    state = { ...state, session: { ...state.session, ...part } };
  };
  const context = {
    state: () => state,
    session: change,
    fullScreen: (on: boolean) => change({ fullScreen: on }),
  } as ActionContext;
  const box = () => {
    const looked = lookedNow(state);
    if (!looked) throw new Error('Nothing is looked at.');
    const box = boxOf(looked, state.session.look);
    return { ...box, percent: percentOf(looked, box) };
  };
  /** Presses a key, as the window would route it. */
  const press = (key: string) => {
    const action = actionsOfKey(key, state).find((one) => one.enabled(state));
    void action?.run(context);
    return action?.id;
  };
  return { press, box, change, state: () => state };
}

describe('looking closer by keys', () => {
  it('goes to 100 % and back', () => {
    const { press, box } = viewer();
    press('Z');
    expect(box()).toMatchObject({ percent: 100, left: -320, top: -180 });
    press('Z');
    expect(box().percent).toBe(50);
  });

  it('comes closer and goes away again, and fits from anywhere', () => {
    const { press, box, state } = viewer();
    press('+');
    expect(box().width).toBeCloseTo(800);
    press('+');
    press('-');
    expect(box().width).toBeCloseTo(800);
    press('Shift+Z');
    expect(state().session.look).toEqual(FITTED);
  });

  it('looks further left, right, up and down', () => {
    const { press, box } = viewer();
    press('Z');
    press('Mod+ArrowLeft');
    expect(box().left).toBeCloseTo(-320 + 128);
    press('Mod+ArrowRight');
    press('Mod+ArrowRight');
    expect(box().left).toBeCloseTo(-320 - 128);
    press('Mod+ArrowUp');
    expect(box().top).toBeCloseTo(-180 + 72);
    press('Mod+ArrowDown');
    press('Mod+ArrowDown');
    expect(box().top).toBeCloseTo(-180 - 72);
  });

  it('keeps what is looked at for the next shot, and gives each half of a comparison its own room', () => {
    const { press, box, change } = viewer();
    press('Z');
    press('Mod+ArrowLeft');
    const before = box();
    press('ArrowRight');
    expect(box()).toEqual(before);
    change({ compare: 'side', compareTakeId: 't0' });
    expect(box().left).toBeGreaterThan(before.left - 640);
    press('Shift+Z');
    expect(box().width).toBe((640 - 12) / 2);
  });

  it('needs a picture on a stage', () => {
    const { state } = viewer({ stage: null });
    expect(lookedNow(state())).toBeNull();
    for (const id of ['zoom', 'fit', 'actual-size', 'zoom-in', 'look-left'])
      expect([id, actionById(id).enabled(state())]).toEqual([id, false]);
    expect(actionById('zoom').enabled(viewer({ view: 'grid' }).state())).toBe(false);
    expect(lookedNow(viewer({ shotId: null }).state())).toBeNull();
  });
});

describe('full screen', () => {
  it('is entered and left by its key, and left by Escape before anything else', () => {
    const { press, state } = viewer({ pinned: { kind: 'claim', claimId: 'c' } });
    expect(press('Shift+F')).toBe('full-screen');
    expect(state().session.fullScreen).toBe(true);
    expect(press('Escape')).toBe('leave-full-screen');
    expect(state().session).toMatchObject({ fullScreen: false, pinned: { claimId: 'c' } });
    expect(press('Escape')).toBe('compare-off');
    press('Shift+F');
    press('Shift+F');
    expect(state().session.fullScreen).toBe(false);
  });
});
