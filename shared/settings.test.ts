import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, settings, settingsChange } from './settings.js';

const SERVER = { url: 'http://studio:8000' };

it('has a value for every setting', () => {
  expect(settings.parse({})).toEqual({
    judge: 'storybook',
    device: 'auto',
    generator: 'storybook',
    rounds: 3,
    candidates: 1,
    maxRequests: 50,
    maxMinutes: 0,
    automatic: false,
    advance: true,
    notify: true,
    theme: 'dark',
    contrast: 'system',
    artist: '',
    frameRate: '24',
    generators: {},
    servers: [],
    ensemble: [],
    sensitivity: 'balanced',
    slips: false,
    reads: true,
    rules: [],
    mirror: '',
    keys: {},
  });
  expect(settings.parse({ servers: [SERVER] }).servers).toEqual([{ ...SERVER, model: '', inFlight: 4 }]);
});

it('leaves a change as it was said, whatever of the rest has a default', () => {
  expect(settingsChange.parse({})).toEqual({});
  for (const [key, value] of Object.entries({ ...DEFAULT_SETTINGS, candidates: 3 }))
    expect(settingsChange.parse({ [key]: value })).toEqual({ [key]: value });
  for (const wrong of [{ candidates: 0 }, { rounds: 'three' }, { colour: 'red' }])
    expect(settingsChange.safeParse(wrong).success).toBe(false);
});

const list = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);

it.each<[allowed: unknown, refused: unknown[], at: (value: unknown) => object]>([
  [1, [0, 1.5], (rounds) => ({ rounds })],
  [20, [21], (rounds) => ({ rounds })],
  [1, [0, 1.5], (candidates) => ({ candidates })],
  [8, [9], (candidates) => ({ candidates })],
  [0, [-1, 1.5], (maxMinutes) => ({ maxMinutes })],
  [10_000, [10_001], (maxMinutes) => ({ maxMinutes })],
  [1, [0, 1.5], (maxRequests) => ({ maxRequests })],
  [10_000, [10_001], (maxRequests) => ({ maxRequests })],
  ['a'.repeat(80), ['a'.repeat(81)], (artist) => ({ artist })],
  [list(256, SERVER), [list(257, SERVER)], (servers) => ({ servers })],
  [list(8, 'a'), [list(9, 'a'), ['']], (ensemble) => ({ ensemble })],
  ['', ['hub', 'ftp://hub', 'xhttps://hub', 'httpsx://hub'], (mirror) => ({ mirror })],
  ['https://hub.studio', ['hub'], (mirror) => ({ mirror })],
  ['http://hub', ['hub'], (mirror) => ({ mirror })],
  [1, [0, 1.5], (inFlight) => ({ servers: [{ ...SERVER, inFlight }] })],
  [512, [513], (inFlight) => ({ servers: [{ ...SERVER, inFlight }] })],
  ['m'.repeat(300), ['m'.repeat(301)], (model) => ({ servers: [{ ...SERVER, model }] })],
  [
    'https://studio/v1',
    ['ftp://studio', 'xhttp://studio', 'httpsx://studio'],
    (url) => ({ servers: [{ url }] }),
  ],
  [
    'http://studio/v1/@me',
    ['http://key@studio/v1', 'https://me:key@studio'],
    (url) => ({ servers: [{ url }] }),
  ],
  [['text'], [[7], null], (folder) => ({ generators: { comfyui: { folder } } })],
  [true, [{}], (folder) => ({ generators: { comfyui: { folder } } })],
  [0.5, [{}], (folder) => ({ generators: { comfyui: { folder } } })],
  ['text', [{}], (folder) => ({ generators: { comfyui: { folder } } })],
  [['ctrl+a'], ['ctrl+a'], (approve) => ({ keys: { approve } })],
])('takes %j and refuses %j', (allowed, refused, at) => {
  expect(settings.safeParse(at(allowed)).error).toBeUndefined();
  for (const value of refused) expect(settings.safeParse(at(value)).success).toBe(false);
});

it('says where a key belongs instead, and refuses a setting that there is not', () => {
  const { error } = settings.safeParse({ servers: [{ url: 'http://key@studio' }] });
  expect(error?.issues[0]?.message).toBe('put the key into CONTINUIST_SERVER_KEY, not the address');
  expect(settings.safeParse({ colour: 'red' }).success).toBe(false);
  expect(settings.safeParse({ servers: [{ ...SERVER, key: 'secret' }] }).success).toBe(false);
});
