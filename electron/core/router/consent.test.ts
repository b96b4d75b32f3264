/** What a window may do by itself, call by call, and what it may only propose. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Storyboards } from '@core/storyboards/index.js';
import { startApplication } from '@core/testing/application.js';
import type { AnyContractProcedure } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { type Contract, contract } from '@shared/contract/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it, onTestFinished } from 'vitest';
import { createRouter } from './index.js';

type EveryCall<C> = {
  readonly [K in keyof C]: C[K] extends AnyContractProcedure ? 'window' | 'person' : EveryCall<C[K]>;
};

/** A new call is a type error here until it is said whether it starts a program or sends something elsewhere. */
const CALLS: EveryCall<Contract> = {
  info: 'window',
  open: {
    list: 'window',
    find: 'window',
    dialog: 'window',
    board: 'window',
    match: 'window',
    notNow: 'window',
    sample: 'window',
  },
  window: {
    decideHere: 'window',
    recent: 'window',
    forget: 'window',
    another: 'window',
    invite: 'window',
    menu: 'window',
  },
  source: { takeIn: 'window', match: 'window', rematch: 'window' },
  given: { part: 'window', firstPictures: 'window' },
  watch: 'window',
  look: 'window',
  // What is approved goes to the generator that the person set up.
  command: { run: 'window', undo: 'window', redo: 'window' },
  openBackup: 'window',
  openAgain: 'window',
  analysis: {
    start: 'window',
    wasBegun: 'window',
    evidence: 'window',
    boxes: 'window',
    whereIs: 'window',
    findingPicture: 'window',
  },
  hints: { of: 'window', ofNote: 'window', ofSuggestions: 'window' },
  canon: { look: 'window', learn: 'window', stated: 'window', read: 'window' },
  brand: { report: 'window', import: 'window', addFolder: 'window' },
  regeneration: { resume: 'window', auto: 'window', ranking: 'window', proof: 'window' },
  // What a graph is given goes to a server that the person set up.
  generators: { status: 'window', test: 'window', abilities: 'window', allow: 'window' },
  job: { cancel: 'window', stop: 'window' },
  // Models come from the hub, or the address that the person set up; nothing is sent there.
  models: {
    list: 'window',
    download: 'window',
    add: 'window',
    verify: 'window',
    remove: 'window',
    test: 'window',
    examinations: 'window',
    examine: 'window',
    startOver: 'window',
    machine: 'window',
  },
  // By what each setting does: see needs-yes.ts.
  settings: { set: 'person', read: 'window', startFresh: 'window', takeBack: 'window' },
  exports: { make: 'window' },
  defect: 'window',
};

const keysOf = (value: object): unknown =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' || '~orpc' in inner ? 'call' : keysOf(inner),
    ]),
  );

it('names every call of the contract', () => {
  expect(keysOf(CALLS)).toEqual(keysOf(contract));
});

it('a window alone sets no program and no server, whatever else it changes; the file stays as it is', async () => {
  const folder = await temporaryFolder();
  const application = await startApplication(folder);
  onTestFinished(() => application.close());
  const api = createRouterClient(createRouter(new Storyboards(application).sit('test')));
  await api.settings.set({ artist: 'Ada' });
  const before = await readFile(join(folder, 'settings.json'), 'utf8');
  for (const change of [
    { generators: { command: { program: ['/bin/sh', '-c', 'id'] } }, theme: 'light' },
    { servers: [{ url: 'http://127.0.0.1:9', model: '', inFlight: 4 }] },
    { mirror: 'http://127.0.0.1:9' },
  ] as const)
    await expect(api.settings.set(change as never)).rejects.toMatchObject({
      code: 'NOT_ASKED',
      message: expect.stringContaining('settings.json yourself'),
    });
  expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe(before);
  expect(application.settings).toMatchObject({ artist: 'Ada', generators: {}, servers: [], mirror: '' });
});

it('a window sets what it names, and nothing else falls back to how it was at the beginning', async () => {
  const application = await startApplication(await temporaryFolder());
  onTestFinished(() => application.close());
  const api = createRouterClient(createRouter(new Storyboards(application).sit('test')));
  const [first, second] = [
    { generator: 'none', automatic: true, maxRequests: 3, artist: 'Ada' },
    { candidates: 4 },
  ];
  await api.settings.set(first);
  expect(await api.settings.set(second)).toMatchObject({ ...first, ...second });
  expect(application.settings).toMatchObject({ ...first, ...second });
});

it('what the person allows counts at once, and is what was shown', async () => {
  const folder = await temporaryFolder();
  const shown: string[] = [];
  const application = await startApplication(folder, {
    person: { where: 'dialog', ask: async (text) => shown.push(text) > 0 },
  });
  onTestFinished(() => application.close());
  const api = createRouterClient(createRouter(new Storyboards(application).sit('test')));
  const change = { generators: { command: { program: ['/bin/echo', 'a\x1b[2Jb'] } } };
  expect(await api.settings.set(change)).toMatchObject(change);
  expect(shown).toEqual([expect.stringContaining('  “/bin/echo”\n  “a\\u{1b}[2Jb”')]);
  // Not valid is not asked.
  await expect(api.settings.set({ generators: { command: { program: 1 } } } as never)).rejects.toMatchObject({
    code: 'BAD_SETTING',
  });
  expect(shown).toHaveLength(1);
});
