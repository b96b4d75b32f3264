import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { BOARD_SETTINGS_FILE, given, SettingsDesk } from './index.js';

async function aDesk(user: Partial<Settings> = {}, flags: Partial<Settings> = {}) {
  const folder = await temporaryFolder();
  const userFile = join(folder, 'settings.json');
  await writeFile(userFile, JSON.stringify(user));
  return { folder, userFile, desk: new SettingsDesk({ userFile, environment: {}, flags }) };
}

it('has the defaults until what was read is adopted', async () => {
  const { desk } = await aDesk({ rounds: 5 });
  expect(desk.now).toEqual({ settings: DEFAULT_SETTINGS, problem: null, withheld: null });
  const reading = await desk.read();
  expect(desk.current.rounds).toBe(DEFAULT_SETTINGS.rounds);
  desk.adopt(reading);
  expect(desk.current).toEqual({ ...DEFAULT_SETTINGS, rounds: 5 });
  expect(desk.now).toEqual({ settings: desk.current, problem: null, withheld: null });
});

it('keeps flags and storyboard until others are named', async () => {
  const { folder, desk } = await aDesk({}, { rounds: 5 });
  await writeFile(join(folder, BOARD_SETTINGS_FILE), '{"judge": "board", "artist": "Mallory"}');
  desk.adopt(await desk.read({ boardFolder: folder }));
  expect(desk.current).toMatchObject({ rounds: 5, judge: 'board', artist: '' });
  expect(desk.now.withheld).toContain('“artist”');
  desk.adopt(await desk.read({ flags: { rounds: 6 } }));
  expect(desk.current).toMatchObject({ rounds: 6, judge: 'board' });
  desk.adopt(await desk.read({ boardFolder: null }));
  expect(desk.current).toMatchObject({ rounds: 6, judge: DEFAULT_SETTINGS.judge });
  expect(desk.now.withheld).toBeNull();
});

it('has the artist’s choice count against the storyboard’s, until one is opened', async () => {
  const { folder, desk } = await aDesk();
  await writeFile(join(folder, BOARD_SETTINGS_FILE), '{"judge": "board", "ensemble": ["board"]}');
  desk.adopt(await desk.read({ boardFolder: folder }));
  desk.adopt(await desk.save({ judge: 'mine' }));
  desk.adopt(await desk.save({ rounds: 2 }));
  expect(desk.current).toMatchObject({ judge: 'mine', ensemble: ['board'] });
  desk.adopt(await desk.read({ flags: {} }));
  expect(desk.current.judge).toBe('mine');
  desk.adopt(await desk.read({ boardFolder: folder }));
  expect(desk.current.judge).toBe('board');
});

it('saves what is chosen, which counts against a flag from then on, and other flags as before', async () => {
  const { userFile, desk } = await aDesk({ artist: 'Ada' }, { rounds: 5, theme: 'light' });
  desk.adopt(await desk.read());
  desk.adopt(await desk.save({ rounds: 7 }));
  expect(desk.current).toMatchObject({ artist: 'Ada', rounds: 7, theme: 'light' });
  expect(JSON.parse(await readFile(userFile, 'utf8'))).toEqual({ artist: 'Ada', rounds: 7 });
});

it('tells what is wrong with the user’s file, until it is put aside', async () => {
  const { folder, userFile, desk } = await aDesk();
  await writeFile(userFile, '{"rounds": ');
  desk.adopt(await desk.read());
  expect(desk.now.problem).toMatchObject({ code: 'SETTINGS_UNREADABLE' });
  const { reading, kept } = await desk.startFresh();
  desk.adopt(reading);
  expect(desk.now.problem).toBeNull();
  expect(await readFile(join(folder, kept ?? ''), 'utf8')).toBe('{"rounds": ');
  expect((await desk.startFresh()).kept).toBeNull();
});

it('says what is wrong with a file that broke after it was read, and what was read counts on', async () => {
  const { desk } = await aDesk({ rounds: 5 });
  desk.adopt(await desk.read());
  desk.foundBroken(new ContinuistError('SETTINGS_UNREADABLE', 'line 3'));
  expect(desk.now).toMatchObject({ settings: { rounds: 5 }, problem: { code: 'SETTINGS_UNREADABLE' } });
});

it('says of a change what needs a yes, and how it is made by hand', async () => {
  const { desk, userFile } = await aDesk();
  desk.adopt(await desk.read());
  expect(desk.proposed({ theme: 'light' }).statements).toEqual([]);
  const { statements, byHand } = desk.proposed({ generators: { command: { program: ['rm', '-r'] } } });
  expect(statements.length).toBeGreaterThan(0);
  expect(byHand).toContain('"program":["rm","-r"]');
  expect(byHand).toContain(basename(userFile));
  expect(() => desk.proposed({ rounds: 0.5 })).toThrow(expect.objectContaining({ code: 'BAD_SETTING' }));
});

it('has nothing overruled at first, nor after another storyboard is opened', async () => {
  const { folder, desk } = await aDesk();
  expect((await desk.read()).overruled).toEqual([]);
  desk.adopt(await desk.save({ judge: 'mine' }));
  expect((await desk.read()).overruled).toEqual(['judge']);
  expect((await desk.read({ boardFolder: folder })).overruled).toEqual([]);
});

it('takes only what was said, also where that is nothing or no', () => {
  const said: object = given({ rounds: 0, artist: undefined, automatic: false, theme: '' });
  expect(Object.keys(said)).toEqual(['rounds', 'automatic', 'theme']);
});
