import { basisOf, givenReferences, shotParts } from '@shared/out-of-date/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { boardOf, shot, take } from '@testing/derived-board.js';
import { aNote, aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { NO_FILTER, type ShotView } from '../board/index.js';
import { EMPTY_MIRROR } from './mirror.js';
import { INITIAL_SESSION, type Session } from './session.js';
import {
  type AppState,
  abilitiesFor,
  comparedTake,
  currentBoardView,
  currentChosen,
  currentShot,
  currentVisible,
  shownTake,
} from './state.js';

/** Five shots, of which the second and the fourth are flagged; the first has a second take. */
const { records: drawn, overview } = boardOf(5, [1, 3]);
const records = { ...drawn, take: { ...drawn.take, new: take(0, { id: 'new', round: 1 }) } };
const document = { ...EMPTY_MIRROR, open: true, records, overview };

const stateWith = (session: Partial<Session> = {}, change: Partial<AppState> = {}): AppState => ({
  document,
  session: { ...INITIAL_SESSION, ...session },
  settings: DEFAULT_SETTINGS,
  ...change,
});
const ids = (views: readonly ShotView[]) => views.map((view) => view.shot.id);
const flagged = { ...NO_FILTER, show: 'flagged' as const };

describe('what the window shows', () => {
  it('is the same list while nothing in it changed, and another when anything did', () => {
    const first = currentBoardView(stateWith());
    expect(currentBoardView(stateWith({ shotId: 's1' }))).toBe(first);
    const visible = currentVisible(stateWith());
    expect(currentVisible(stateWith({ shotId: 's2' }))).toBe(visible);
    expect(ids(visible)).toEqual(['s0', 's1', 's2', 's3', 's4']);
    const limited = currentBoardView(stateWith({}, { settings: { ...DEFAULT_SETTINGS, rounds: 9 } }));
    expect(limited.views[0]?.limit).toBe(9);
    const changed = { ...records, shot: { ...records.shot, s4: shot(4, { stars: 5 }) } };
    const starred = stateWith({}, { document: { ...document, records: changed } });
    expect(currentBoardView(starred).views[4]?.shot.stars).toBe(5);
    expect(ids(currentVisible({ ...starred, session: { ...starred.session, sort: 'stars' } }))[0]).toBe('s4');
  });

  it('is out of date as soon as a picture to look like is kept no longer', () => {
    const shown = { takeId: 't2', region: null };
    const kept = { ...records, reference: { mira: { id: 'mira', ...shown, name: 'Mira', createdAt: 1 } } };
    const parts = shotParts(kept, 's0');
    const basis = parts && basisOf(parts, 't0', [], givenReferences(kept, [shown]));
    const of = { shotId: 's0', fromTakeId: 't0', references: [shown], ...(basis && { basis }) };
    const ordered = { ...kept, request: { r: aRequest('r', of) } };
    const markOf = (now: typeof ordered | typeof records) =>
      currentBoardView(stateWith({}, { document: { ...document, records: now } })).byId.get('s0')?.outOfDate;
    expect(markOf(ordered)).toBeNull();
    expect(markOf({ ...ordered, reference: {} })).toContain('The reference picture of Mira changed');
  });

  it('is what the filter keeps, in the order that is chosen', () => {
    expect(ids(currentVisible(stateWith({ filter: flagged })))).toEqual(['s1', 's3']);
    expect(ids(currentVisible(stateWith({ sort: 'worst' }))).slice(0, 2)).toEqual(['s1', 's3']);
  });
});

describe('what the generator can do', () => {
  it('is the same lists while nothing of it changed, also where nothing is known of it', () => {
    const of = (state: AppState) => abilitiesFor(state, 't1').capabilities;
    expect(of(stateWith())).toBe(of(stateWith({ shotId: 's2' })));
    const capabilities = ['txt2img' as const];
    const status = { ready: true, note: '', version: '', capabilities };
    expect(of(stateWith({ generatorStatus: { storybook: status } }))).toBe(capabilities);
  });
});

describe('what a decision is about', () => {
  it('is the shot on the screen, also where the filter hides it, or nothing', () => {
    expect(currentShot(stateWith({ shotId: 's2' }))?.shot.id).toBe('s2');
    expect(currentShot(stateWith())).toBeNull();
    expect(ids(currentChosen(stateWith({ shotId: 's2', filter: flagged })))).toEqual(['s2']);
    expect(currentChosen(stateWith())).toEqual([]);
    expect(currentChosen(stateWith({ shotId: 's2' }))).toBe(currentChosen(stateWith({ shotId: 's2' })));
  });

  it('is every chosen shot that is shown, in the order shown', () => {
    const selected = ['s3', 's0', 's1'];
    const chosen = currentChosen(stateWith({ shotId: 's3', selected }));
    expect(ids(chosen)).toEqual(['s0', 's1', 's3']);
    expect(currentChosen(stateWith({ shotId: 's0', selected }))).toBe(chosen);
    expect(ids(currentChosen(stateWith({ shotId: 's3', selected, filter: flagged })))).toEqual(['s1', 's3']);
    expect(ids(currentChosen(stateWith({ shotId: 's3', selected: ['s3', 's4'] })))).toEqual(['s3', 's4']);
  });
});

describe('the take on the screen', () => {
  const view = currentShot(stateWith({ shotId: 's0' }));

  it('is the chosen one, else the pick, else the latest', () => {
    expect(shownTake(view, 'new')?.id).toBe('new');
    expect(shownTake(view, null)?.id).toBe('t0');
    expect(shownTake(view, 't3')?.id).toBe('t0');
    const takes = [...(view?.takes ?? []), take(0, { id: 'newest', round: 2 })];
    expect(shownTake(view && { ...view, pick: null, takes }, null)?.id).toBe('newest');
    expect(shownTake(view && { ...view, pick: null, takes: [] }, null)).toBeNull();
    expect(shownTake(null, 't0')).toBeNull();
  });

  it('is compared with the one that was chosen for that, of whatever shot, but never with itself', () => {
    const compared = (session: Partial<Session>) => comparedTake(stateWith(session))?.id;
    expect(compared({ shotId: 's0', compareTakeId: 't3' })).toBe('t3');
    expect(compared({ shotId: 's0', takeId: 'new', compareTakeId: 'new' })).toBe('t0');
    expect(compared({ shotId: 's0', compareTakeId: 'gone' })).toBe('new');
    expect(compared({ shotId: 's1' })).toBeUndefined();
    expect(compared({ shotId: null, compareTakeId: 't3' })).toBeUndefined();
    const bare = stateWith(
      { shotId: 's0' },
      { document: { ...document, records: { ...records, take: {} } } },
    );
    expect(comparedTake(bare)).toBeNull();
  });
});

it('shows a note that came in', () => {
  const first = currentBoardView(stateWith());
  expect(first.views.every(({ notes }) => notes.length === 0)).toBe(true);
  const shotId = first.views[1]?.shot.id ?? '';
  const note = aNote('c', { shotId });
  const commented = { ...document, records: { ...records, comment: { c: note } } };
  const { views } = currentBoardView(stateWith({}, { document: commented }));
  expect(views.map(({ notes }) => notes)).toEqual([[], [note], [], [], []]);
});
