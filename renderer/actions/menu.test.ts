import type { MenuEntry } from '@shared/contract/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Api } from '../link/index.js';
import { EMPTY_MIRROR, INITIAL_SESSION, useDocument, useSession, useSettings } from '../stores/index.js';
import { keepMenu } from './menu.js';
import { INFO } from './testing/desk.js';

const told: MenuEntry[][] = [];
vi.mock('../link/index.js', () => ({
  ask: async (run: (api: Api) => unknown) =>
    run({ window: { menu: (entries: MenuEntry[]) => void told.push(entries) } } as unknown as Api),
}));

const later = () => vi.advanceTimersByTimeAsync(200);
const host = (connection: 'open' | 'lost', hasWindows = true) =>
  useSession.setState({ info: { ...INFO, hasWindows }, connection });
const keysOf = (id: string) => told.map((menu) => menu.find((entry) => entry.id === id)?.key);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  useSession.setState(INITIAL_SESSION, true);
  useSettings.setState(DEFAULT_SETTINGS, true);
  useDocument.setState(EMPTY_MIRROR, true);
  told.length = 0;
});

it('the host is told the menu when it says something else, once for many changes', async () => {
  onTestFinished(keepMenu());
  host('open');
  useSettings.setState({ keys: { open: ['a'] } });
  useSettings.setState({ keys: { open: ['b'] } });
  expect(told).toEqual([]);
  await later();
  expect(keysOf('open')).toEqual(['b']);
  // What the menu does not show.
  useSession.setState({ zoom: 2 } as never);
  await later();
  expect(told).toHaveLength(1);
  useSettings.setState({ keys: { open: ['c'] } });
  await later();
  expect(keysOf('open')).toEqual(['b', 'c']);
  useDocument.setState({ open: true });
  await later();
  expect(told).toHaveLength(3);
});

it('a host that the window lost is told again when it is back', async () => {
  onTestFinished(keepMenu());
  host('open');
  await later();
  host('lost');
  await later();
  expect(told).toHaveLength(1);
  host('open');
  await later();
  expect(told).toHaveLength(2);
  expect(told[1]).toEqual(told[0]);
});

it('a host without such a menu, or of which nothing is known yet, is told nothing', async () => {
  onTestFinished(keepMenu());
  useSession.setState({ connection: 'open' });
  await later();
  host('open', false);
  await later();
  expect(told).toEqual([]);
});
