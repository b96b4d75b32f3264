import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  BOARD_SETTINGS_FILE,
  loadSettings,
  nearestKey,
  type SettingsSources,
  saveSettings,
} from './index.js';

let folder: string;
let sources: SettingsSources;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-settings-'));
  sources = { userFile: join(folder, 'user', 'settings.json'), environment: {}, flags: {} };
});

describe('settings', () => {
  it('are the defaults where nothing is said', async () => {
    expect(await loadSettings(sources, folder)).toEqual(DEFAULT_SETTINGS);
  });

  it('come from flag, environment, board and user, in that order', async () => {
    await saveSettings(sources.userFile, { rounds: 5, artist: 'user', theme: 'light', advance: false });
    await writeFile(
      join(folder, BOARD_SETTINGS_FILE),
      '\uFEFF{"rounds": 4, "artist": "board", "theme": "system"}',
    );
    const all = {
      ...sources,
      environment: { CONTINUIST_ROUNDS: '2', CONTINUIST_ARTIST: 'environment', CONTINUIST_MAX_REQUESTS: '7' },
      flags: { rounds: 1 },
    };
    expect(await loadSettings(all, folder)).toMatchObject({
      rounds: 1,
      artist: 'environment',
      theme: 'system',
      advance: false,
      maxRequests: 7,
    });
  });

  it('name the nearest known key for one that is unknown', async () => {
    await writeFile(join(folder, BOARD_SETTINGS_FILE), '{"round": 4}');
    await expect(loadSettings(sources, folder)).rejects.toMatchObject({
      code: 'BAD_SETTING',
      data: { key: 'round', near: 'rounds' },
    });
    expect(nearestKey('genrator', ['rounds', 'generator', 'judge'])).toBe('generator');
  });

  it('refuse a value out of range and keep the file as it was', async () => {
    await saveSettings(sources.userFile, { rounds: 5 });
    const before = await readFile(sources.userFile, 'utf8');
    await expect(saveSettings(sources.userFile, { rounds: 0 })).rejects.toMatchObject({
      code: 'BAD_SETTING',
    });
    expect(await readFile(sources.userFile, 'utf8')).toBe(before);
  });

  it('take servers from the user or the environment, never from beside a storyboard', async () => {
    const servers = '[{"url": "http://localhost:8000"}]';
    const all = { ...sources, environment: { CONTINUIST_SERVERS: servers } };
    const expected = [{ url: 'http://localhost:8000', model: '', inFlight: 4 }];
    expect((await loadSettings(all, null)).servers).toEqual(expected);
    await writeFile(join(folder, BOARD_SETTINGS_FILE), `{"servers": ${servers}}`);
    await expect(loadSettings(sources, folder)).rejects.toMatchObject({
      code: 'BAD_SETTING',
      data: { key: 'servers' },
    });
    for (const url of ['file:///etc/passwd', 'http://user:word@host', 'nothing']) {
      const wrong = { ...sources, environment: { CONTINUIST_SERVERS: JSON.stringify([{ url }]) } };
      await expect(loadSettings(wrong, null)).rejects.toMatchObject({ code: 'BAD_SETTING' });
    }
  });

  it('take the members of an ensemble as a list', async () => {
    const ensemble = ['storybook', 'openai-compatible'];
    const environment = { CONTINUIST_JUDGE: 'ensemble', CONTINUIST_ENSEMBLE: JSON.stringify(ensemble) };
    expect(await loadSettings({ ...sources, environment }, null)).toMatchObject({
      judge: 'ensemble',
      ensemble,
    });
    const wrong = { ...sources, environment: { CONTINUIST_ENSEMBLE: '[""]' } };
    await expect(loadSettings(wrong, null)).rejects.toMatchObject({ code: 'BAD_SETTING' });
  });

  it('say which file is not JSON', async () => {
    await writeFile(join(folder, BOARD_SETTINGS_FILE), '{rounds');
    await expect(loadSettings(sources, folder)).rejects.toMatchObject({
      message: expect.stringContaining(BOARD_SETTINGS_FILE),
    });
  });
});
