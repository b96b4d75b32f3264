import type { Job } from '@shared/job.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { boardOf, shot, take } from '@testing/derived-board.js';
import { aDrawing, aNote, aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import { type AppState, EMPTY_MIRROR, INITIAL_SESSION, type Session } from '../stores/index.js';
import type { Mirror } from '../stores/mirror.js';
import { ACTIONS } from './table.js';

const board = boardOf(5, [1, 3]);
const records = {
  ...board.records,
  take: { ...board.records.take, new: take(9, { id: 'new', shotId: 's1', round: 1 }) },
};
const document: Mirror = { ...EMPTY_MIRROR, open: true, ...board, records, confirmed: records };

const stateWith = (session: Partial<Session>, changes: Partial<Mirror> = {}, settings = {}): AppState => ({
  document: { ...document, ...changes },
  session: { ...INITIAL_SESSION, stage: { width: 800, height: 450 }, shotId: 's1', ...session },
  settings: { ...DEFAULT_SETTINGS, ...settings },
});
const job = (kind: Job['kind']) => ({ [kind]: { id: kind, kind, state: 'running', seq: 1 } as Job });
const requests = (state: string) => ({
  ...records,
  request: { r: { id: 'r', shotId: 's4', fromTakeId: 't4', state } as never },
});
const candidate = (id: string) =>
  aRequest(id, { setId: 'c1', state: 'done', shotId: 's1', fromTakeId: 't1', resultTakeId: 'new' });
const candidates = { ...records, request: { c1: candidate('c1'), c2: candidate('c2') } };
const outdated = {
  ...records,
  request: {
    r: aRequest('r', {
      shotId: 's1',
      fromTakeId: 't1',
      basis: { description: 'x', prompt: 'x', canon: [], picture: null, answers: [] },
    }),
  },
};
const drawn = {
  ...records,
  comment: { c: aNote('c', { shotId: 's1', sha256: take(1).sha256 }) },
  drawing: { d: aDrawing('d', 'c', { shotId: 's1' }) },
};
const enabledIn = (state: AppState) => ACTIONS.filter(({ enabled }) => enabled(state)).map(({ id }) => id);
const ids = (words: string) => words.split(/\s+/).filter(Boolean);

const VIEWER =
  ids(`previous-take next-take zoom fit actual-size zoom-in zoom-out look-left look-right look-up look-down
  full-screen compare-side compare-wipe flip compare-onion compare-difference evidence thirds composition boxes correct-boxes notes ghosts`);
const ON_A_SHOT =
  ids(`analyse-shot approve approve-next approve-as-is edit-prompt reject reject-now by-score reject-hands reject-face reject-text
  reject-artifact needs-changes hold pick-take-2
  stars-1 stars-2 stars-3 stars-4 stars-5 move-earlier move-later move-first move-last pick-up make-scene split-scene add-shot double-shots omit draw note shot-note seeds learn-canon mark-on-style mark-off-style`);
const ON_A_BOARD =
  ids(`match analyse analyse-again approve-all previous-shot next-shot first-shot last-shot extend-left
  extend-right extend-first extend-last select-all previous-flagged next-flagged next-waiting next-note previous-note view-strip view-grid view-takes view-matrix view-story view-play view-canon play lanes filter
  filter-all filter-flagged filter-unjudged filter-noted filter-waiting filter-approved filter-omitted sort-story sort-worst sort-score sort-stars sort-changed judge
  advance survivors generator limits queue brand-style`);
const ALWAYS = ids('open open-sample palette keys settings models generators theme contrast');
const WRITING = [...ON_A_SHOT, 'correct-boxes', 'match', 'analyse', 'analyse-again', 'approve-all'];
const ORDERING = ids('move-earlier move-later move-first move-last pick-up make-scene split-scene');
const EXTENDING = ids('extend-left extend-right extend-first extend-last');

describe('what can be done', () => {
  it.each<readonly [string, AppState, more: string, less: readonly string[]]>([
    ['a flagged shot with two takes is on the screen', stateWith({}), '', []],
    [
      'nothing is open',
      stateWith({ shotId: null }, { ...EMPTY_MIRROR, open: false }),
      '',
      [...VIEWER, ...ON_A_SHOT, ...ON_A_BOARD],
    ],
    ['no shot is on the screen', stateWith({ shotId: null }), '', [...VIEWER, ...ON_A_SHOT]],
    ['it is only read', stateWith({}, { readOnly: 'Open by Ada.' }), '', WRITING],
    [
      'another window decides',
      stateWith({}, { readOnly: 'Another window decides.', watchesOnly: true }),
      'decide-here',
      WRITING,
    ],
    [
      'it is only read, and the window that would decide could not either',
      stateWith({}, { readOnly: 'Open by Ada.', barred: 'Open by Ada.', watchesOnly: true }),
      '',
      WRITING,
    ],
    [
      'it is only read because it is open elsewhere',
      stateWith({}, { readOnly: 'Open by Ada.', barred: 'Open by Ada.', opensAgain: true }),
      'open-again',
      WRITING,
    ],
    ['its windows are tabs of a browser', stateWith({ info: { host: 'web' } as never }), 'new-tab', []],
    ['the host has windows', stateWith({ info: { hasWindows: true } as never }), 'new-window', []],
    [
      'several are chosen',
      stateWith({ selected: ['s1', 's2'] }),
      'select-one filter-selected',
      ['edit-prompt', 'draw', 'note', 'shot-note'],
    ],
    ['another take is on the screen', stateWith({ takeId: 'new' }), 'pick-take', []],
    ['the pick is on the screen', stateWith({ takeId: 't1' }), '', []],
    [
      'it is a grid',
      stateWith({ view: 'grid' }),
      'row-up row-down extend-up extend-down move-row-up move-row-down grid-larger grid-smaller',
      [...VIEWER, 'draw'],
    ],
    [
      'the board is played',
      stateWith({ view: 'play', takeId: 'new' }),
      'play-back play-stop play-on frame-back frame-on play-loop captions first-takes full-screen',
      [...VIEWER, 'draw', 'by-score', 'next-waiting', 'lanes'],
    ],
    [
      'takes are beside each other',
      stateWith({ view: 'takes' }),
      '',
      [...VIEWER.filter((id) => !/-take$/.test(id)), 'draw'],
    ],
    [
      'a line parts two takes',
      stateWith({ compare: 'wipe' }),
      'nudge-left nudge-right compare-off',
      EXTENDING,
    ],
    [
      'two takes lie over each other',
      stateWith({ compare: 'onion' }),
      'nudge-left nudge-right compare-off',
      EXTENDING,
    ],
    ['two takes are side by side', stateWith({ compare: 'side' }), 'compare-off', []],
    [
      'several are chosen and two takes compared',
      stateWith({ compare: 'side', selected: ['s1', 's2'] }),
      'compare-off filter-selected',
      ['edit-prompt', 'draw', 'note', 'shot-note'],
    ],
    [
      'the viewer has the whole screen',
      stateWith({ fullScreen: true }),
      'leave-full-screen keep-frame reset-status unflag stars-0',
      ['approve', 'approve-next'],
    ],
    ['reasons are asked for', stateWith({ rejecting: true }), '', ['approve', 'approve-next']],
    [
      'a grid has the whole screen',
      stateWith({ fullScreen: true, view: 'grid' }),
      'leave-full-screen row-up row-down extend-up extend-down move-row-up move-row-down grid-larger grid-smaller',
      [...VIEWER, 'draw'],
    ],
    ['a finding is pinned', stateWith({ pinned: { kind: 'finding', key: 'k' } }), 'compare-off', []],
    ['a prompt is edited', stateWith({ editing: 'prompt' }), 'compare-off', []],
    [
      'notes are drawn',
      stateWith({ editing: 'drawing' }),
      'drawing-tool drawing-colour drawing-width drawing-words drawing-done figure-erase compare-off',
      ['draw'],
    ],
    [
      'a figure is chosen',
      stateWith({ editing: 'drawing', figureId: 'd' }, { records: drawn }),
      `drawing-tool drawing-colour drawing-width drawing-words drawing-done compare-off figure-next figure-erase figure-leave
       figure-left figure-right figure-up figure-down figure-narrower figure-wider figure-lower figure-higher`,
      ['draw'],
    ],
    [
      'notes were drawn and it is a grid',
      stateWith({ editing: 'drawing', view: 'grid' }),
      'compare-off row-up row-down extend-up extend-down move-row-up move-row-down grid-larger grid-smaller',
      [...VIEWER, 'draw'],
    ],
    ['a filter is set', stateWith({ filter: { ...NO_FILTER, show: 'flagged' } }), 'filter-clear', ORDERING],
    [
      'a filter narrows the shots',
      stateWith({ filter: { ...NO_FILTER, survivors: true } }),
      'filter-clear save-filter',
      ORDERING,
    ],
    ['they stand worst first', stateWith({ sort: 'worst' }), '', ORDERING],
    ['shots are picked up', stateWith({ carried: ['s2'] }), 'put-after put-before put-back', []],
    [
      'an analysis is under way',
      stateWith({}, { jobs: job('analysis') }),
      'stop-analysis cancel-analysis',
      ['analyse', 'analyse-shot', 'analyse-again'],
    ],
    [
      'pictures are being made',
      stateWith({}, { jobs: job('regeneration'), records: requests('queued') }, { automatic: true }),
      'stop-regeneration cancel-regeneration pause-queue',
      [],
    ],
    [
      'the queue is paused',
      stateWith({}, { records: { ...requests('queued'), queue: { queue: { id: 'queue', paused: true } } } }),
      'resume',
      [],
    ],
    [
      'an automatic run has ended',
      stateWith({}, { records: { ...records, run: { run: {} as never } } }),
      'automatic-summary',
      [],
    ],
    ['candidates wait for a choice', stateWith({}, { records: candidates }), 'decline-candidates', []],
    ['a model is on its way', stateWith({}, { jobs: job('download') }), 'cancel-download', []],
    ['an order waits', stateWith({}, { records: requests('queued') }), 'resume pause-queue', []],
    [
      'something changed after an order',
      stateWith({}, { records: outdated }),
      'resume pause-queue bring-up-to-date bring-all-up-to-date',
      ['edit-prompt'],
    ],
    ['an order failed', stateWith({}, { records: requests('failed') }), 'resume', []],
    ['an order is done', stateWith({}, { records: requests('done') }), '', []],
    ['automatic mode is on', stateWith({}, {}, { automatic: true }), 'automatic', []],
    [
      'the shot is held and has three stars',
      stateWith(
        {},
        { records: { ...records, shot: { ...records.shot, s1: shot(1, { status: 'on-hold', stars: 3 }) } } },
      ),
      'reset-status unflag stars-0',
      ['hold', 'stars-3'],
    ],
    ['a step can be undone', stateWith({}, { canUndo: 'Hold shot 1' }), 'undo', []],
    ['a step can be redone', stateWith({}, { canRedo: 'Hold shot 1' }), 'redo', []],
  ])('when %s', (_situation, state, more, less) => {
    const usual = [...ALWAYS, ...ON_A_BOARD, ...ON_A_SHOT, ...VIEWER].filter((id) => !less.includes(id));
    expect(enabledIn(state).sort()).toEqual([...usual, ...ids(more)].sort());
  });

  it('is all waiting only where something is undecided', () => {
    const decided = Object.entries(records.shot).map(([id, one]) => [
      id,
      { ...one, status: 'approved' as const },
    ]);
    const shots = Object.fromEntries(decided);
    const canApprove = (all: typeof records.shot) =>
      enabledIn(stateWith({}, { records: { ...records, shot: all } })).includes('approve-all');
    expect(canApprove(shots)).toBe(false);
    expect(canApprove({ ...shots, s2: records.shot.s2 as never })).toBe(true);
  });
});

const having = (field: 'keyOnly' | 'whileTyping' | 'startsWork' | 'isSetting') =>
  ACTIONS.filter((action) => action[field]).map(({ id }) => id);

describe('the table of actions', () => {
  it('has the keys that hands have learnt', () => {
    const keys = ACTIONS.flatMap(({ id, keys: own }) => (own.length > 0 ? [`${id}=${own.join('|')}`] : []));
    expect(keys).toEqual(
      ids(`open=Mod+O analyse=A queue=Q undo=Mod+Z redo=Mod+Shift+Z|Mod+Y drawing-tool=D drawing-colour=I drawing-width=W figure-next=, figure-left=ArrowLeft figure-right=ArrowRight figure-up=ArrowUp figure-down=ArrowDown figure-narrower=Shift+ArrowLeft figure-wider=Shift+ArrowRight figure-lower=Shift+ArrowUp figure-higher=Shift+ArrowDown figure-words=Enter figure-erase=Delete|Backspace figure-leave=Escape approve=P approve-next=Enter
        approve-as-is=Shift+P approve-all=Shift+Enter edit-prompt=E say-change=Shift+E reject=X reject-now=Shift+X reject-hands=6 reject-face=7 reject-text=8
        reject-artifact=9 needs-changes=C hold=H
        bring-up-to-date=U bring-all-up-to-date=Shift+U reset-status=Backspace unflag=U keep-frame=P|Enter advance=Shift+A survivors=Y by-score=J pick-take=K pick-take-1=Alt+1 pick-take-2=Alt+2 pick-take-3=Alt+3
        pick-take-4=Alt+4 pick-take-5=Alt+5 pick-take-6=Alt+6 pick-take-7=Alt+7 pick-take-8=Alt+8
        pick-take-9=Alt+9 decline-candidates=Alt+0 seeds=Shift+S stars-1=1 stars-2=2 stars-3=3 stars-4=4 stars-5=5 stars-0=0 mark-on-style=Shift+B mark-off-style=Shift+O brand-style=Mod+B
        repair=M mask-brush=D mask-eraser=E mask-back=Mod+Z draw=D drawing-done=Escape note=N shot-note=Alt+N next-note=; previous-note=:
        previous-shot=ArrowLeft next-shot=ArrowRight first-shot=Home last-shot=End row-up=ArrowUp
        row-down=ArrowDown previous-take=ArrowUp next-take=ArrowDown extend-left=Shift+ArrowLeft
        extend-right=Shift+ArrowRight extend-first=Shift+Home extend-last=Shift+End extend-up=Shift+ArrowUp
        extend-down=Shift+ArrowDown select-all=Mod+A select-one=Escape previous-flagged=[ next-flagged=]
        next-waiting=. move-earlier=Alt+ArrowLeft move-later=Alt+ArrowRight move-row-up=Alt+ArrowUp move-row-down=Alt+ArrowDown
        move-first=Alt+Home move-last=Alt+End pick-up=Mod+X put-after=Mod+V put-before=Mod+Shift+V put-back=Escape make-scene=Shift+N rename-scene=F2 split-scene=Shift+D join-scenes=Shift+J add-shot=Shift+I|Insert double-shots=Shift+T|' omit=Delete|Shift+H zoom=Z fit=Shift+Z zoom-in=+|=
        zoom-out=- look-left=Mod+ArrowLeft look-right=Mod+ArrowRight look-up=Mod+ArrowUp
        look-down=Mod+ArrowDown full-screen=Shift+F|F11 leave-full-screen=Escape compare-side=S compare-wipe=W
        flip=Tab|T compare-onion=O compare-difference=F nudge-left=Shift+ArrowLeft
        nudge-right=Shift+ArrowRight compare-off=Escape evidence=V thirds=R composition=Shift+R boxes=Shift+V correct-boxes=Shift+K view-strip=B view-grid=G view-takes=I view-matrix=Shift+M view-story=Shift+G view-play=Shift+Space view-canon=Shift+C grid-larger=+|= grid-smaller=- lanes=L
        learn-canon=Shift+L filter=/ play=Space play-back=J play-stop=K play-on=L frame-back=, frame-on=. play-loop=R captions=T new-window=Mod+Shift+N palette=Mod+K keys=? settings=Mod+,`),
    );
  });

  it('keeps out of the palette what only a key means, and lets no key but these through while typing', () => {
    const picks = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `pick-take-${n}`);
    expect(having('keyOnly')).toEqual([
      ...ids(`drawing-tool drawing-colour drawing-width figure-next figure-left figure-right figure-up figure-down figure-narrower
        figure-wider figure-lower figure-higher figure-words figure-erase figure-leave`),
      'unflag',
      ...picks,
      ...ids(`mask-brush mask-eraser mask-evidence mask-back drawing-words drawing-done previous-shot next-shot first-shot last-shot row-up row-down previous-take next-take extend-left
        extend-right extend-first extend-last extend-up extend-down look-left look-right look-up look-down
        leave-full-screen nudge-left nudge-right palette`),
    ]);
    expect(having('whileTyping')).toEqual(ids('open new-window palette settings'));
  });

  it('knows what starts work, and what is a setting', () => {
    expect(having('startsWork')).toEqual(ids('analyse analyse-shot analyse-again resume automatic'));
    expect(having('isSetting')).toEqual(
      ids('advance keys settings models generators judge generator limits theme contrast'),
    );
  });

  it('counts stars as one does', () => {
    const titles = ACTIONS.filter(({ id }) => id.startsWith('stars-')).map(({ title }) => title);
    expect(titles).toEqual(['1 star', '2 stars', '3 stars', '4 stars', '5 stars', 'No stars']);
  });
});
