/** What the actions do, each by itself. */
import type { Job } from '@shared/job.js';
import { aRequest } from '@testing/records.js';
import { describe, expect, it, vi } from 'vitest';
import { emptyDraft } from '../board/draft.js';
import { NO_FILTER } from '../board/index.js';
import { openBoard } from './storyboard.js';
import { allActions } from './table.js';
import { desk, INFO, twoTakes } from './testing/desk.js';

/** Notes which of the host's calls are made, and with what. */
function host(answers: Readonly<Record<string, unknown>> = {}) {
  const calls: unknown[][] = [];
  const service = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method: string) => async (input?: unknown) => {
          const called = `${name}.${method}`;
          calls.push(input === undefined ? [called] : [called, input]);
          return called in answers ? answers[called] : {};
        },
      },
    );
  return { calls, api: new Proxy({}, { get: (_, name: string) => service(name) }) };
}

describe('viewing', () => {
  it('compares in a way, changes to another, and ends it with the same key', async () => {
    const { run, session } = twoTakes({ compareTakeId: 't9', flipped: true });
    await run('compare-side');
    expect(session()).toMatchObject({ compare: 'side', flipped: false });
    await run('compare-onion');
    expect(session().compare).toBe('onion');
    await run('compare-onion');
    expect(session().compare).toBeNull();
  });

  it('flips to the other take, and back and forth', async () => {
    const { run, session } = twoTakes({ compareTakeId: 't9', compare: 'wipe' });
    const seen: unknown[] = [];
    for (let n = 0; n < 3; n++) {
      await run('flip');
      seen.push([session().compare, session().flipped]);
    }
    expect(seen).toEqual([
      ['flip', true],
      ['flip', false],
      ['flip', true],
    ]);
  });

  it('moves the divider a little at a time, up to the edges, and leaves the other measure alone', async () => {
    const wipe = desk({ shotId: 's1', compare: 'wipe', wipe: 0.92, onion: 0.5 });
    await wipe.run('nudge-right');
    expect([wipe.session().wipe, wipe.session().onion]).toEqual([expect.closeTo(0.97), 0.5]);
    await wipe.run('nudge-right');
    expect(wipe.session().wipe).toBe(1);
    const onion = desk({ shotId: 's1', compare: 'onion', wipe: 0.5, onion: 0.07 });
    await onion.run('nudge-left');
    expect([onion.session().wipe, onion.session().onion]).toEqual([0.5, expect.closeTo(0.02)]);
    await onion.run('nudge-left');
    expect(onion.session().onion).toBe(0);
  });

  it('shows what is asked for in the order that is asked for', async () => {
    const { run, session } = desk({ filter: { ...NO_FILTER, words: 'pier' } });
    await run('filter-flagged');
    await run('sort-worst');
    expect(session()).toMatchObject({ filter: { show: 'flagged', words: 'pier' }, sort: 'worst' });
    await run('filter-all');
    expect(session().filter).toMatchObject({ show: 'all', words: 'pier' });
    await run('filter-clear');
    expect(session().filter).toEqual(NO_FILTER);
    await run('filter');
    expect(session().menu).toBe('filter');
  });

  it('keeps of the board what lies from the first to the last chosen shot, however they were chosen', async () => {
    const one = desk({ shotId: 's1', selected: ['s1'] });
    expect(await one.run('filter-selected')).toBe(false);
    const { run, session } = desk({
      shotId: 's3',
      selected: ['s3', 's1'],
      filter: { ...NO_FILTER, words: 'coat' },
    });
    expect(await run('filter-selected')).toBe(true);
    expect(session().filter).toEqual({ ...NO_FILTER, words: 'coat', stretch: { from: 's1', to: 's3' } });
    expect(await run('save-filter')).toBe(true);
    expect(session().menu).toBe('save-filter');
    await run('filter-clear');
    expect(await run('save-filter')).toBe(false);
  });

  it('shows a filter by the name that it was saved under, which has no key', async () => {
    const { run, session, state, change } = desk({});
    const filter = { ...NO_FILTER, words: 'coat' };
    const kept = { ...filter, states: [], kinds: [], characters: [], scenes: [] };
    change({ savedFilter: { f: { id: 'f', name: 'Coats', filter: kept, createdAt: 1 } } });
    expect(allActions(state()).filter(({ title }) => title === 'Filter: Coats')).toMatchObject([
      { keys: [] },
    ]);
    await run('saved-filter-f');
    expect(session().filter).toEqual(filter);
  });

  it('offers what the chosen shots show as facts in the canon', async () => {
    const { run, session } = desk({ shotId: 's1', selected: ['s1', 's3'] });
    await run('learn-canon');
    expect(session()).toMatchObject({ view: 'canon', learning: ['s1', 's3'] });
  });

  it('has more and fewer frames in the grid, as many as are chosen or across, and nowhere else', async () => {
    const across = desk({ shotId: 's1', view: 'grid', gridUp: null, gridColumns: 5 });
    await across.run('grid-larger');
    expect(across.session().gridColumns).toBe(4);
    const ups = desk({ shotId: 's1', view: 'grid', gridUp: 9 });
    await ups.run('grid-smaller');
    expect(ups.session().gridUp).toBe(12);
    expect(await desk({ shotId: 's1' }).run('grid-larger')).toBe(false);
  });

  it('corrects the boxes of the picture alone, with all boxes shown', async () => {
    const { run, session } = twoTakes({
      compare: 'wipe',
      compareTakeId: 't9',
      stage: { width: 800, height: 450 },
    });
    expect(await run('correct-boxes')).toBe(true);
    expect(session()).toMatchObject({ boxes: true, editing: 'boxes', compare: null });
  });

  it('turns views and what lies over the picture on and off', async () => {
    const { run, session } = desk({ shotId: 's1' });
    const first = session().view;
    await run('evidence');
    await run('thirds');
    await run('composition');
    expect([session().evidence, session().thirds, session().composition]).toEqual([false, true, true]);
    await run('composition');
    expect(session().composition).toBe(false);
    await run('view-grid');
    expect(session().view).toBe('grid');
    await run('view-grid');
    expect(session().view).toBe(first);
  });

  it('ends what was begun over the picture', async () => {
    const begun = {
      compare: 'side',
      compareTakeId: 't9',
      pinned: { kind: 'finding', key: 'k' },
      editing: 'prompt',
    } as const;
    const { run, session } = twoTakes(begun);
    await run('compare-off');
    expect(session()).toMatchObject({ compare: null, compareTakeId: null, pinned: null, editing: null });
  });
});

describe('deciding', () => {
  it('is begun in the window for what needs words or a look over all', async () => {
    const { run, session } = desk({ shotId: 's1' });
    await run('edit-prompt');
    expect(session().editing).toBe('prompt');
    await run('reject');
    expect(session().rejecting).toBe(true);
    await run('approve-all');
    expect(session().dialog).toBe('approve-all');
    await run('seeds');
    expect(session().seeding).toBe(true);
  });

  it.each([
    ['reject-hands', 'Malformed hands'],
    ['reject-face', 'Malformed face'],
    ['reject-text', 'Stray text'],
    ['reject-artifact', 'Artifacts'],
  ])('rejects with %s for what is malformed', async (id, reason) => {
    const { run, sent } = desk({ shotId: 's1' });
    await run(id);
    expect(sent).toEqual([{ type: 'reject', shotId: 's1', reason }]);
  });

  it('ends what was being written, and goes on only after a decision that was taken', async () => {
    const { run, session } = desk({ shotId: 's1', editing: 'prompt', rejecting: true, takeId: 't1' });
    await run('hold');
    expect(session()).toMatchObject({ shotId: 's3', editing: null, rejecting: false, takeId: null });
    const refused = desk({ shotId: 's1', takeId: 't1' }, {}, false);
    await refused.run('hold');
    expect(refused.session()).toMatchObject({ shotId: 's1', takeId: null });
  });

  it('picks the take on the screen, which is then the pick; a refusal leaves it on the screen', async () => {
    const { run, sent, session } = twoTakes({ takeId: 't9' });
    await run('pick-take');
    expect(sent).toEqual([{ type: 'pick-take', shotId: 's1', takeId: 't9' }]);
    expect(session().takeId).toBeNull();
    for (const id of ['pick-take', 'pick-take-2']) {
      const refused = twoTakes({ takeId: 't9' }, {}, false);
      await refused.run(id);
      expect(refused.sent).toHaveLength(1);
      expect(refused.session().takeId).toBe('t9');
    }
  });
});

describe('what stands beside a decision', () => {
  it('is left to the old take where none of the candidates is wanted; a refusal leaves one on the screen', async () => {
    const declining = async (takes: boolean) => {
      const made = twoTakes({ takeId: 't9' }, {}, takes);
      const of = { setId: 'c1', state: 'done', shotId: 's1', fromTakeId: 't1', resultTakeId: 't9' } as const;
      made.ask(aRequest('c1', of));
      await made.run('decline-candidates');
      expect(made.sent).toEqual([{ type: 'decline-candidates', shotId: 's1' }]);
      return made.session().takeId;
    };
    expect(await declining(true)).toBeNull();
    expect(await declining(false)).toBe('t9');
  });

  it('is looked at again where shots are brought up to date: only what was not asked', async () => {
    const basis = { description: 'x', prompt: 'x', canon: [], picture: null, answers: [] };
    const bringing = async (waiting: readonly string[], takes = true, id = 'bring-all-up-to-date') => {
      const { api, calls } = host();
      const { overview, records } = desk({}).state().document;
      const summaries = Object.entries(overview.summaries).map(([id, one]) => [
        id,
        waiting.includes(id) ? { ...one, state: 'waiting' as const } : one,
      ]);
      const request = Object.fromEntries(
        [1, 2].map((at) => [`r${at}`, aRequest(`r${at}`, { shotId: `s${at}`, fromTakeId: `t${at}`, basis })]),
      );
      const changed = {
        overview: { ...overview, summaries: Object.fromEntries(summaries) },
        records: { ...records, request },
      };
      const made = desk({ shotId: 's1' }, {}, takes, api, changed);
      await made.run(id);
      return [calls, made.happened.filter((what) => what !== 'called')];
    };
    const said = ['2 shots are up to date and wait for you. Nothing was made.'];
    expect(await bringing(['t2', 't3'])).toEqual([
      [['analysis.start', { shotIds: ['s2'], again: false }]],
      said,
    ]);
    expect(await bringing([])).toEqual([[], said]);
    expect(await bringing(['t2'], false)).toEqual([[], []]);
    // Of the one that is chosen nothing more is said than its state does.
    expect(await bringing(['t1', 't2'], true, 'bring-up-to-date')).toEqual([
      [['analysis.start', { shotIds: ['s1'], again: false }]],
      [],
    ]);
  });
});

describe('the storyboard', () => {
  it('is opened by the dialog of the host, or where it has none by the window', async () => {
    const without = desk({});
    await without.run('open');
    expect(without.session().dialog).toBe('open');
    const info = { hasOpenDialog: true, exports: [] } as never;
    const chosen = host({ 'open.dialog': { token: 'abc' } });
    const opens = desk({ info }, {}, true, chosen.api);
    await opens.run('open');
    expect(chosen.calls).toEqual([
      ['open.dialog', { purpose: 'storyboard' }],
      ['open.board', { token: 'abc', match: null }],
    ]);
    expect(opens.session().dialog).toBeNull();
    const left = host({ 'open.dialog': null });
    await desk({ info }, {}, true, left.api).run('open');
    expect(left.calls).toHaveLength(1);
    const sample = host();
    await desk({}, {}, true, sample.api).run('open-sample');
    expect(sample.calls).toEqual([['open.sample']]);
  });

  it('says what became of comments that were opened; a storyboard shows itself', async () => {
    const opening = async (opened: unknown) => {
      const { api } = host({ 'open.board': opened });
      const { context, happened } = desk({}, {}, true, api);
      return [await openBoard(context, 'abc'), happened.slice(1)];
    };
    const told = ['2 comments were added.', '1 was there already.', 'Shot 3 is gone.'];
    expect(await opening({ shots: 5, told })).toEqual([true, [told.join(' ')]]);
    expect(await opening({ shots: 5, told: told.slice(0, 1) })).toEqual([true, told.slice(0, 1)]);
    expect(await opening({ shots: 5 })).toEqual([true, []]);
    expect(await opening(null)).toEqual([false, []]);
  });

  it('that opens leaves no word of one that could not be opened', async () => {
    const left = async (opened: unknown, kind = 'error') => {
      const messages = [{ id: 1, kind, message: 'It has no pictures.', open: true }] as never;
      const { context, session } = desk({ messages }, {}, true, host({ 'open.board': opened }).api);
      await openBoard(context, 'abc');
      return session().messages.map(({ open }) => open);
    };
    expect([await left({ shots: 5 }), await left(null)]).toEqual([[false], [true]]);
    expect(await left({ shots: 5 }, 'done'), 'what else was said stays').toEqual([true]);
  });

  it.each([
    ['analyse', { shotIds: null, again: false }],
    ['analyse-again', { shotIds: null, again: true }],
    ['analyse-shot', { shotIds: ['s1', 's2'], again: true }],
  ])('is analysed by %s with %j', async (id, input) => {
    const { api, calls } = host();
    await desk({ shotId: 's1', selected: ['s1', 's2'] }, {}, true, api).run(id);
    expect(calls).toEqual([['analysis.start', input]]);
  });

  const job = (id: string, kind: Job['kind'], state: Job['state']) => ({ [id]: { id, kind, state } as Job });

  it('ends the job that is under way, at once or after this picture', async () => {
    const jobs = {
      ...job('old', 'analysis', 'done'),
      ...job('other', 'download', 'running'),
      ...job('now', 'analysis', 'running'),
    };
    const { api, calls } = host();
    const { run } = desk({}, {}, true, api, { jobs });
    await run('stop-analysis');
    await run('cancel-analysis');
    await run('cancel-download');
    expect(await run('stop-regeneration')).toBe(false);
    expect(calls).toEqual([
      ['job.stop', { jobId: 'now' }],
      ['job.cancel', { jobId: 'now' }],
      ['job.cancel', { jobId: 'other' }],
    ]);
  });

  it('goes on with pictures that were ordered, and begins a run of its own', async () => {
    const { api, calls } = host();
    const made = desk({ shotId: 's1' }, { automatic: true }, true, api);
    made.ask({ id: 'r', shotId: 's1', fromTakeId: 't1', state: 'queued' });
    await made.run('resume');
    expect(calls).toEqual([['regeneration.resume']]);
    expect(made.sent).toEqual([]);
    await made.run('pause-queue');
    expect(made.sent).toEqual([{ type: 'pause-queue', paused: true }]);
    await made.run('automatic');
    expect(made.session().dialog).toBe('automatic');
  });

  it('lets a queue that is paused go on before it resumes, and resumes nothing where that was refused', async () => {
    const resuming = async (takes: boolean) => {
      const { api, calls } = host();
      const made = desk({}, {}, takes, api);
      made.ask({ id: 'r', shotId: 's1', fromTakeId: 't1', state: 'queued' });
      made.pause();
      expect(await made.run('pause-queue')).toBe(false);
      await made.run('resume');
      return { sent: made.sent, calls };
    };
    const goesOn = { type: 'pause-queue', paused: false };
    expect(await resuming(true)).toEqual({ sent: [goesOn], calls: [['regeneration.resume']] });
    expect(await resuming(false)).toEqual({ sent: [goesOn], calls: [] });
  });

  it('shows the queue, and what automatic mode did once it did something', async () => {
    const made = desk({});
    await made.run('queue');
    expect(made.session().dialog).toBe('queue');
    expect(await made.run('automatic-summary')).toBe(false);
    made.ran();
    await made.run('automatic-summary');
    expect(made.session().dialog).toBe('automatic-summary');
  });

  it('asks which picture shows which shot, and says so where there is nothing to ask', async () => {
    const matching = async (answer: unknown) => {
      const { api, calls } = host({ 'source.match': answer });
      const { run, session, happened } = desk({}, {}, true, api);
      await run('match');
      expect(calls).toEqual([['source.match', { match: null }]]);
      return [session().dialog, session().matching, happened.slice(1)];
    };
    const asks = { match: { by: 'name' } };
    expect(await matching(asks)).toEqual(['match', asks, []]);
    const [dialog, , said] = await matching({ match: null });
    expect([dialog, said]).toEqual([null, [expect.stringMatching(/^There is nothing to match/)]]);
    expect((await matching(null)).at(-1)).toEqual([]);
    const { api } = host({ 'open.board': { asks } });
    const opens = desk({}, {}, true, api);
    expect(await openBoard(opens.context, 'abc')).toBe(false);
    expect(opens.session()).toMatchObject({ dialog: 'match', matching: asks });
  });

  it('does again what was taken back, and says so', async () => {
    const stepped = { label: 'Hold shot 3', changed: true, note: '', shotIds: ['s2'] };
    const redoing = async (answer: unknown) => {
      const { api } = host({ 'command.redo': answer });
      const { run, session, happened } = desk({ shotId: 's1' }, {}, true, api, { canRedo: 'Hold shot 3' });
      await run('redo');
      return [session().shotId, happened.slice(1)];
    };
    expect(await redoing(stepped)).toEqual(['s2', ['Redone: Hold shot 3']]);
    expect(await redoing(null)).toEqual(['s1', []]);
  });
});

describe('the window', () => {
  it.each([
    ['palette', { dialog: 'palette' }],
    ['keys', { dialog: 'keys' }],
    ['settings', { dialog: 'settings' }],
    ['models', { dialog: 'models' }],
    ['generators', { dialog: 'generators' }],
    ['judge', { menu: 'judge' }],
    ['generator', { menu: 'generator' }],
    ['limits', { menu: 'generator' }],
  ])('shows %s', async (id, shown) => {
    const { run, session } = desk({ shotId: 's1' });
    await run(id);
    expect(session()).toMatchObject(shown);
  });

  it('shows the address for another tab, and nothing where the host gives none', async () => {
    const tab = async (address: string | null) => {
      const { api, calls } = host({ 'window.invite': address });
      const { run, session } = desk({ info: { ...INFO, host: 'web' } }, {}, true, api);
      await run('new-tab');
      expect(calls).toEqual([['window.invite']]);
      return [session().dialog, session().tabAddress];
    };
    expect(await tab('http://127.0.0.1:1/#a')).toEqual(['tab', 'http://127.0.0.1:1/#a']);
    expect(await tab(null)).toEqual([null, null]);
  });

  it.each([
    ['new-window', 'window.another'],
    ['decide-here', 'window.decideHere'],
  ])('asks the host with %s', async (id, called) => {
    const { api, calls } = host();
    const readOnly = { readOnly: 'Another window decides.', watchesOnly: true };
    await desk({ info: { ...INFO, hasWindows: true } }, {}, true, api, readOnly).run(id);
    expect(calls).toEqual([[called]]);
  });

  it.each([
    [true, 'You decide here now.'],
    [false, 'It is still read-only.'],
  ])('opens a review again that was only read, and says what came of it: %s', async (decides, message) => {
    const api = { openAgain: async () => decides };
    const only = { readOnly: 'Open by Ada.', barred: 'Open by Ada.', opensAgain: true };
    const { run, happened } = desk({}, {}, true, api, only);
    await run('open-again');
    expect(happened).toEqual(['called', expect.stringContaining(message)]);
  });

  it('goes to the note of the shot', async () => {
    const focus = vi.fn();
    vi.stubGlobal('document', { getElementById: (id: string) => (id === 'shot-note' ? { focus } : null) });
    await desk({ shotId: 's1' }).run('shot-note');
    vi.unstubAllGlobals();
    expect(focus).toHaveBeenCalledOnce();
  });

  it.each(['note', 'edit-prompt', 'say-change', 'seeds'])(
    'leaves full screen for %s, which is in the panel',
    async (id) => {
      vi.stubGlobal('document', { getElementById: () => null });
      const { run, session } = desk({
        shotId: 's1',
        fullScreen: true,
        drafts: { t1: { ...emptyDraft('t1'), instruction: 'Make it night.' } },
      });
      expect(await run(id)).toBe(true);
      vi.unstubAllGlobals();
      expect(session().fullScreen).toBe(false);
    },
  );

  it.each([
    ['light', 'dark'],
    ['dark', 'light'],
    ['system', 'light'],
  ] as const)('changes from %s to %s', async (theme, other) => {
    const { api, calls } = host();
    await desk({}, { theme }, true, api).run('theme');
    expect(calls).toEqual([['settings.set', { theme: other }]]);
  });

  it.each([
    ['system', 'high'],
    ['high', 'system'],
  ] as const)('changes contrast from %s to %s', async (contrast, other) => {
    const { api, calls } = host();
    await desk({}, { contrast }, true, api).run('contrast');
    expect(calls).toEqual([['settings.set', { contrast: other }]]);
  });
});
