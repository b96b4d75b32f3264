import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BOARD_SETTINGS_FILE,
  checkedSettings,
  loadSettings,
  refuseUnknownKeys,
  type SettingsSources,
  saveSettings,
} from './index.js';

let folder: string;
let sources: SettingsSources;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-settings-'));
  sources = { userFile: join(folder, 'user', 'settings.json'), environment: {}, flags: {} };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const loaded = async (of: SettingsSources = sources, board: string | null = folder): Promise<Settings> =>
  (await loadSettings(of, board)).settings;
const beside = (text: string) => writeFile(join(folder, BOARD_SETTINGS_FILE), text);
const within = (environment: SettingsSources['environment']) => ({ ...sources, environment });

describe('settings', () => {
  it('are the defaults where nothing is said', async () => {
    expect(await loadSettings(sources, folder)).toEqual({
      settings: DEFAULT_SETTINGS,
      problem: null,
      withheld: null,
    });
  });

  it('come from flag, environment, board and user, in that order', async () => {
    await saveSettings(sources.userFile, { judge: 'user', rounds: 5, artist: 'user', theme: 'light' });
    const environment = {
      CONTINUIST_ROUNDS: '2',
      CONTINUIST_ARTIST: 'environment',
      CONTINUIST_MAX_REQUESTS: '7',
      HOME: '/home/a',
    };
    const all = { ...sources, environment, flags: { rounds: 1 } };
    const expected = {
      ...DEFAULT_SETTINGS,
      judge: 'user',
      rounds: 1,
      artist: 'environment',
      theme: 'light',
      maxRequests: 7,
    };
    expect(await loaded(all)).toEqual(expected);
    await beside('\uFEFF{"judge": "board"}');
    expect(await loaded(all)).toEqual({ ...expected, judge: 'board' });
    const judge = within({ CONTINUIST_JUDGE: 'environment' });
    expect((await loaded(judge)).judge).toBe('environment');
    expect((await loaded({ ...judge, flags: { judge: 'flag' } })).judge).toBe('flag');
  });

  it('beside a storyboard count for no other', async () => {
    await beside('{"judge": "board"}');
    expect((await loaded(sources, null)).judge).toBe(DEFAULT_SETTINGS.judge);
  });

  it('come from the environment as text, or as JSON where they are no text', async () => {
    const ensemble = ['storybook', 'openai-compatible'];
    const environment = {
      CONTINUIST_JUDGE: 'ensemble',
      CONTINUIST_ENSEMBLE: JSON.stringify(ensemble),
      CONTINUIST_ARTIST: '7',
      CONTINUIST_AUTOMATIC: 'true',
    };
    expect(await loaded(within(environment))).toMatchObject({
      judge: 'ensemble',
      ensemble,
      artist: '7',
      automatic: true,
    });
    for (const wrong of [
      { CONTINUIST_ENSEMBLE: '[""]' },
      { CONTINUIST_ROUNDS: 'many' },
      { CONTINUIST_THEME: 'pink' },
    ])
      await expect(loaded(within(wrong))).rejects.toMatchObject({
        code: 'BAD_SETTING',
        message: expect.stringContaining('the environment'),
      });
  });

  it('beside a storyboard that are not right keep it from being opened: line, key and the nearest known one', async () => {
    await beside('{\n  "rounds": 4,\n  "them": "dark"\n}');
    await expect(loaded()).rejects.toMatchObject({
      code: 'BAD_SETTING',
      message: expect.stringMatching(
        /continuist\.config\.json, line 3: “them” is not a setting; did you mean “theme”\?$/,
      ),
      data: { key: 'them', near: 'theme' },
    });
    await beside('{\n"rounds":\n}');
    await expect(loaded()).rejects.toMatchObject({
      message: expect.stringMatching(/continuist\.config\.json, line 3: it is not valid JSON here/),
    });
  });

  it('name servers for the user alone', async () => {
    const servers = '[{"url": "http://localhost:8000"}]';
    const expected = [{ url: 'http://localhost:8000', model: '', inFlight: 4 }];
    expect((await loaded(within({ CONTINUIST_SERVERS: servers }))).servers).toEqual(expected);
  });

  /** Each as somebody may send it with a storyboard. */
  const SENT: Settings = {
    judge: 'sent',
    ensemble: ['sent'],
    sensitivity: 'keen',
    slips: true,
    reads: false,
    rules: ['horizon'],
    device: 'cpu',
    generator: 'command',
    rounds: 20,
    candidates: 8,
    maxRequests: 10_000,
    maxMinutes: 600,
    automatic: true,
    advance: false,
    notify: false,
    theme: 'light',
    contrast: 'high',
    frameRate: '25',
    artist: 'Mallory',
    keys: { approve: ['X'] },
    generators: { command: { program: ['rm'] } },
    servers: [{ url: 'http://mallory.example', model: '', inFlight: 4 }],
    mirror: 'http://mallory.example',
  };

  it('beside a storyboard say how it is judged; all else is the artist’s, is not used, and is said', async () => {
    const { judge, ensemble, sensitivity, frameRate, ...others } = SENT;
    await beside(JSON.stringify(SENT));
    const reading = await loadSettings(sources, folder);
    expect(reading.settings).toEqual({ ...DEFAULT_SETTINGS, judge, ensemble, sensitivity, frameRate });
    for (const key of Object.keys(others)) expect(reading.withheld).toContain(`“${key}”`);
    expect(reading.withheld).not.toContain('“judge”');
    await beside(JSON.stringify({ judge, command: ['rm'] }));
    const old = await loadSettings(sources, folder);
    expect(old.settings).toEqual({ ...DEFAULT_SETTINGS, judge });
    expect(old.withheld).toContain('“generators”');
  });

  it.skipIf(process.platform === 'win32')(
    'beside a storyboard are not read through a link or a pipe',
    async () => {
      await mkdir(join(folder, 'board'));
      const file = join(folder, 'board', BOARD_SETTINGS_FILE);
      await writeFile(join(folder, 'private.json'), '{"judge": "private"}');
      await symlink(join(folder, 'private.json'), file);
      const read = () => loadSettings(sources, join(folder, 'board'));
      expect(await read()).toMatchObject({
        settings: DEFAULT_SETTINGS,
        withheld: expect.stringContaining('leads out of the storyboard’s folder'),
      });
      await rm(file);
      execFileSync('mkfifo', [file]);
      expect((await read()).withheld).toContain('a pipe or a device');
    },
  );

  it('beside a storyboard choose no judge to which pictures would be sent, unless the artist did', async () => {
    await beside('{"judge": "openai-compatible"}');
    const asked = await loadSettings(sources, folder);
    expect(asked).toMatchObject({
      settings: { judge: 'storybook' },
      withheld: expect.stringContaining('judge on a server'),
    });
    await beside('{"judge": "ensemble", "ensemble": ["storybook", "openai-compatible"]}');
    expect(await loadSettings(sources, folder)).toMatchObject({
      settings: { judge: 'storybook', ensemble: [] },
      withheld: expect.stringContaining('choose it yourself'),
    });
    // What the artist has put together, the storyboard does not switch on.
    const ensemble = ['storybook', 'openai-compatible'];
    await beside('{"judge": "ensemble"}');
    await saveSettings(sources.userFile, { ensemble });
    expect((await loadSettings(sources, folder)).settings.judge).toBe('storybook');
    await saveSettings(sources.userFile, { judge: 'ensemble' });
    expect(await loadSettings(sources, folder)).toMatchObject({
      settings: { judge: 'ensemble', ensemble },
      withheld: null,
    });
    await beside('{"judge": "storybook"}');
    expect((await loaded()).judge).toBe('storybook');
  });

  it('take as servers only addresses that hold no key', async () => {
    for (const url of ['file:///etc/passwd', 'http://user:word@host', 'nothing'])
      await expect(loaded(within({ CONTINUIST_SERVERS: JSON.stringify([{ url }]) }))).rejects.toMatchObject({
        code: 'BAD_SETTING',
        data: { key: 'servers.0.url' },
      });
  });

  it('that were given are checked each by itself, and none is made up', () => {
    expect(checkedSettings({ rounds: 2 }, 'here')).toEqual({ rounds: 2 });
    expect(() => checkedSettings({ rounds: 2, theme: 'pink' }, 'here')).toThrow(/: here, theme: /);
    expect(() => checkedSettings({ rouns: 2 }, 'here')).toThrow(
      'A setting is not valid: here: “rouns” is not a setting; did you mean “rounds”?',
    );
  });

  it('are known by name, or refused with the nearest one', () => {
    expect(() => refuseUnknownKeys({ one: 1, to: 2 }, ['one', 'two'], 'here')).toThrow('did you mean “two”?');
    expect(() => refuseUnknownKeys({ one: 1 }, ['one', 'two'], 'here')).not.toThrow();
  });

  describe('of generators', () => {
    const command = (section: object) => ({ generators: { command: section } });

    it('count one by one, whichever source they come from', async () => {
      await saveSettings(sources.userFile, { generators: { command: { program: ['user'], timeout: 5 } } });
      const environment = { CONTINUIST_GENERATORS: JSON.stringify({ command: { timeout: 9 } }) };
      const all = { ...sources, environment, flags: { generators: { command: { can: ['seed'] } } } };
      expect((await loaded(all, null)).generators).toEqual({
        command: { program: ['user'], timeout: 9, can: ['seed'] },
      });
      await saveSettings(sources.userFile, { generators: { command: { timeout: 7 } } });
      expect(JSON.parse(await readFile(sources.userFile, 'utf8'))).toEqual(
        command({ program: ['user'], timeout: 7 }),
      );
    });

    it('take the program that was named before generators had sections', async () => {
      const program = ['make-image', '--fast'];
      const environment = { CONTINUIST_COMMAND: JSON.stringify(program) };
      expect(await loaded(within(environment), null)).toMatchObject(command({ program }));
      await saveSettings(sources.userFile, { rounds: 2 });
      await writeFile(sources.userFile, JSON.stringify({ command: program, ...command({ timeout: 3 }) }));
      expect(await loaded(sources, null)).toMatchObject(command({ program, timeout: 3 }));
    });

    it('take the one address that ComfyUI had before it had several', async () => {
      const address = 'http://127.0.0.1:8188';
      const comfyui = (section: object) => ({ generators: { comfyui: section } });
      await saveSettings(sources.userFile, { rounds: 2 });
      await writeFile(sources.userFile, JSON.stringify(comfyui({ address, workflow: 'a.json' })));
      expect(await loaded(sources, null)).toMatchObject(
        comfyui({ addresses: [address], workflow: 'a.json' }),
      );
      await writeFile(sources.userFile, JSON.stringify(comfyui({ workflow: 'a.json' })));
      expect((await loaded(sources, null)).generators).toEqual({ comfyui: { workflow: 'a.json' } });
      await writeFile(sources.userFile, JSON.stringify(comfyui({ address: '' })));
      expect((await loaded(sources, null)).generators).toEqual({ comfyui: { addresses: [] } });
    });

    it.each([
      [{ generator: 'comand' }, { key: 'generator', near: 'command' }],
      [{ generators: { storybok: {} } }, { key: 'generators.storybok', near: 'storybook' }],
      [command({ programm: [] }), { key: 'generators.command.programm', near: 'program' }],
      [command({ timeout: 0 }), { key: 'generators.command.timeout' }],
      [command({ can: ['fly'] }), { key: 'generators.command.can' }],
    ])('refuse %j and say where', async (wrong, data) => {
      const environment = Object.fromEntries(
        Object.entries(wrong).map(([key, value]) => [
          `CONTINUIST_${key.toUpperCase()}`,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      );
      await expect(loaded(within(environment))).rejects.toMatchObject({
        code: 'BAD_SETTING',
        data,
      });
    });
  });
});
