import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { temporaryFolder } from '@testing/folder.js';
import { describe, expect, it } from 'vitest';
import { loadSettings, saveSettings, startFresh } from './index.js';
import { told } from './settings-file.js';

/** The superuser may read and write everything. */
const asSuperuser = process.getuid?.() === 0;
const NOON = new Date('2026-03-01T12:30:05.678Z');

const load = (userFile: string) => loadSettings({ userFile, environment: {}, flags: {} }, null);
async function fileWith(text: string | Buffer): Promise<string> {
  const file = join(await temporaryFolder(), 'settings.json');
  await writeFile(file, text);
  return file;
}
const contents = async (file: string) => readdir(join(file, '..'));

describe('a change of the settings', () => {
  it('goes into the file, which is made where there is none, with what it held before', async () => {
    const file = join(await temporaryFolder(), 'new', 'settings.json');
    await saveSettings(file, { rounds: 5 });
    await saveSettings(file, { theme: 'light' });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ rounds: 5, theme: 'light' });
    expect((await load(file)).settings).toEqual({ ...DEFAULT_SETTINGS, rounds: 5, theme: 'light' });
    expect(await contents(file)).toEqual(['settings.json']);
  });

  it('that changes nothing leaves the file as it is, to the byte', async () => {
    const text = '{"theme":   "light"}';
    const file = await fileWith(text);
    await saveSettings(file, {});
    await saveSettings(file, { theme: 'light' });
    expect(await readFile(file, 'utf8')).toBe(text);
    const none = join(await temporaryFolder(), 'settings.json');
    await saveSettings(none, {});
    await expect(stat(none)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('out of range is refused and changes nothing', async () => {
    const file = await fileWith('{"rounds": 5}');
    await expect(saveSettings(file, { rounds: 0 })).rejects.toMatchObject({
      code: 'BAD_SETTING',
      data: { key: 'rounds' },
    });
    expect(await readFile(file, 'utf8')).toBe('{"rounds": 5}');
  });

  it('at once with others loses none of them', async () => {
    const file = await fileWith('{}');
    await Promise.all([
      saveSettings(file, { rounds: 5 }),
      saveSettings(file, { artist: 'Ada' }),
      saveSettings(file, { theme: 'light' }),
    ]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ rounds: 5, artist: 'Ada', theme: 'light' });
  });

  it('keeps a link what it is', async () => {
    const file = await fileWith('{"rounds": 5}');
    const link = join(await temporaryFolder(), 'settings.json');
    await symlink(file, link);
    await saveSettings(link, { rounds: 6 });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ rounds: 6 });
  });

  it.skipIf(asSuperuser)('that cannot be written leaves the old file', async () => {
    const file = await fileWith('{"rounds": 5}');
    await chmod(join(file, '..'), 0o500);
    await expect(saveSettings(file, { rounds: 6 })).rejects.toMatchObject({ code: 'SAVE_FAILED' });
    await chmod(join(file, '..'), 0o700);
    expect(await readFile(file, 'utf8')).toBe('{"rounds": 5}');
  });
});

const BROKEN: readonly { what: string; text: string | Buffer; says: RegExp }[] = [
  {
    what: 'is cut off',
    text: '{\n  "rounds": 5,\n  "theme": "li',
    says: /settings\.json, line 3: it is not valid JSON here \(/,
  },
  {
    what: 'has a comma too many',
    text: '{\n  "rounds": 5,\n}\n\n',
    says: /settings\.json, line 3: it is not valid JSON here \(quoted object key expected but got '\}'\)$/,
  },
  {
    what: 'names a setting twice',
    text: '{\n  "rounds": 5,\n\n  "rounds": 6\n}',
    says: /settings\.json, line 4: it is not valid JSON here \(duplicate key 'rounds' encountered\)$/,
  },
  { what: 'holds a list', text: '["dark"]', says: /line 1: settings are written as \{ "name": value, … \}$/ },
  { what: 'holds a word', text: '"dark"', says: /line 1: settings are written as/ },
  { what: 'holds null', text: 'null', says: /line 1: settings are written as/ },
  { what: 'is a picture', text: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), says: /line 1: / },
  {
    what: 'has a value of another type',
    text: '{\n  "rounds":\n    "five"\n}',
    says: /settings\.json, line 2: rounds: .*expected number, received string$/,
  },
  {
    what: 'has a value that is too large',
    text: '{"theme": "dark",\n "rounds" : 21}',
    says: /settings\.json, line 2: rounds: .*<=20$/,
  },
  {
    what: 'has a wrong value inside another',
    text: '{"servers": [\n{"url": "file:///x"}]}',
    says: /settings\.json, line 1: servers\.0\.url: /,
  },
  {
    what: 'has a key that is not known',
    text: '{\n"artist": "them",\n"them": "light"}',
    says: /settings\.json, line 3: “them” is not a setting; did you mean “theme”\?$/,
  },
  {
    what: 'has several faults',
    text: '{"them": 1, "rouns": 2, "rounds": "x"}',
    says: /line 1: “them” is not a setting; did you mean “theme”\?; and 2 more$/,
  },
];

describe('a settings file that', () => {
  for (const { what, text, says } of BROKEN)
    it(`${what} is named with its line, and never written over`, async () => {
      const file = await fileWith(text);
      const { problem } = await load(file);
      expect(problem).toMatchObject({
        code: 'SETTINGS_UNREADABLE',
        message: expect.stringMatching(says),
        hint: expect.stringContaining('start fresh'),
      });
      await expect(saveSettings(file, { theme: 'light' })).rejects.toMatchObject({
        code: 'SETTINGS_UNREADABLE',
        message: problem?.message,
      });
      expect(await readFile(file)).toEqual(Buffer.from(text));
      expect(await contents(file)).toEqual(['settings.json']);
    });

  it('cannot be parsed gives every setting its default', async () => {
    expect((await load(await fileWith('{"rounds": 5'))).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('is wrong in parts counts in the others', async () => {
    const { settings } = await load(await fileWith('{"rounds": "x", "theme": "light", "them": 1}'));
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'light' });
  });

  it('is empty says nothing, and is no problem', async () => {
    for (const text of ['', ' \n', '\uFEFF', '{}']) {
      const file = await fileWith(text);
      expect(await load(file)).toEqual({ settings: DEFAULT_SETTINGS, problem: null, withheld: null });
      await saveSettings(file, { rounds: 5 });
      expect((await load(file)).settings.rounds).toBe(5);
    }
  });

  it('is a folder, or lies in a file, is not taken for none', async () => {
    const folder = join(await temporaryFolder(), 'settings.json');
    await mkdir(folder);
    const below = join(await fileWith('{}'), 'settings.json');
    for (const [file, says] of [
      [folder, 'it cannot be read: it is a folder, not a file'],
      [below, 'it cannot be read: the folder that it should be in is a file'],
    ] as const) {
      expect((await load(file)).problem?.message).toContain(says);
      await expect(saveSettings(file, { rounds: 5 })).rejects.toMatchObject({ code: 'SETTINGS_UNREADABLE' });
    }
  });

  it.skipIf(asSuperuser)('may not be read is not taken for none', async () => {
    const file = await fileWith('{"rounds": 5}');
    await chmod(file, 0o000);
    expect((await load(file)).problem?.message).toContain(
      'it cannot be read: you are not allowed to read it',
    );
    await expect(saveSettings(file, { rounds: 6 })).rejects.toMatchObject({ code: 'SETTINGS_UNREADABLE' });
    await chmod(file, 0o600);
    expect(await readFile(file, 'utf8')).toBe('{"rounds": 5}');
  });

  it('is mended counts from then on', async () => {
    const file = await fileWith('{"rounds": 5');
    await writeFile(file, '{"rounds": 5}');
    expect(await load(file)).toMatchObject({ problem: null, settings: { rounds: 5 } });
    await saveSettings(file, { theme: 'light' });
    expect((await load(file)).settings).toMatchObject({ rounds: 5, theme: 'light' });
  });
});

describe('starting fresh', () => {
  it('keeps the old file beside the new one, and never an older one’s place', async () => {
    const file = await fileWith('{"first"');
    expect(await startFresh(file, NOON)).toBe(`${file}.bak-20260301123005`);
    expect(await load(file)).toEqual({ settings: DEFAULT_SETTINGS, problem: null, withheld: null });
    await writeFile(file, '{"second"');
    expect(await startFresh(file, NOON)).toBe(`${file}.bak-20260301123005-2`);
    await saveSettings(file, { rounds: 5 });
    expect((await load(file)).settings.rounds).toBe(5);
    expect(await readFile(`${file}.bak-20260301123005`, 'utf8')).toBe('{"first"');
    expect(await readFile(`${file}.bak-20260301123005-2`, 'utf8')).toBe('{"second"');
  });

  it('where the file is gone already keeps nothing', async () => {
    const file = join(await temporaryFolder(), 'settings.json');
    expect(await startFresh(file, NOON)).toBeNull();
  });

  it('that is not possible says so', async () => {
    const below = join(await fileWith('{}'), 'settings.json');
    await expect(startFresh(below, NOON)).rejects.toMatchObject({ code: 'SAVE_FAILED' });
  });
});

it('tells a path as people write it', () => {
  expect(told(join(homedir(), 'a', 'b.json'))).toBe(join('~', 'a', 'b.json'));
  expect(told('/home/adam/b', '/home/ada')).toBe('/home/adam/b');
  expect(told('/etc/b', '/home/ada')).toBe('/etc/b');
});
