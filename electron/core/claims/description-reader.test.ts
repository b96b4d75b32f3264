import { cp, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@testing/folder.js';
import { afterAll, expect, it, vi } from 'vitest';
import { DescriptionReader } from './description-reader.js';

const FILES = fileURLToPath(new URL('../../../models/reading/files', import.meta.url));
const mira = { name: 'Mira', aliases: [], noun: 'girl', statements: ['a girl in a red coat'] };
const reading = new DescriptionReader(() => FILES);
afterAll(() => reading.close());

const said = (text: string, of: DescriptionReader = reading) => of.claims(text).map((claim) => claim.text);

it('reads at once what was not prepared, and gives the same list again', () => {
  expect(said('A fox in a forest at night.')).toEqual(expect.arrayContaining(['a fox', 'at night']));
  const text = 'Mira in a forest.';
  expect(reading.claims(text)).toBe(reading.claims(text));
  expect(reading.claims(text, [mira]).map((claim) => claim.text)).toContain('a girl in a red coat');
  expect(reading.claims(text).map((claim) => claim.text)).not.toContain('a girl in a red coat');
});

it('reads ahead what is prepared, while others are answered at once', async () => {
  const asked = Array.from({ length: 40 }, (_, n) => ({ text: `${n + 2} owls on a fence.`, cast: [] }));
  const prepared = reading.prepare([...asked, ...asked]);
  expect(said('A boat on a lake.')).toContain('a boat');
  expect(asked.filter((one) => reading.isPrepared(one)).length).toBeLessThan(40);
  await prepared;
  expect(asked.every((one) => reading.isPrepared(one))).toBe(true);
  expect(said('7 owls on a fence.')).toEqual(reading.claims('7 owls on a fence.').map(({ text }) => text));
});

it('does what needs only what is prepared, and says what is missing for anything else', async () => {
  const done: string[][] = [];
  const work = () => done.push([...said('A heron on a post.'), ...said('A lamp on a desk.')]);
  await reading.prepare([{ text: 'A heron on a post.', cast: [] }]);
  const lamp = { text: 'A lamp on a desk.', cast: [] };
  expect(reading.unlessUnread(work)).toEqual(lamp);
  expect(done).toEqual([]);
  await reading.prepare([lamp]);
  expect(reading.unlessUnread(work)).toBeNull();
  expect(done).toEqual([expect.arrayContaining(['a heron', 'a lamp'])]);
  const failing = () => {
    throw new RangeError('its own');
  };
  expect(() => reading.unlessUnread(failing)).toThrow(new RangeError('its own'));
  expect(said('A crow on a wall.'), 'afterwards what is not prepared is waited for').toContain('a crow');
});

it('needs no thread for what says nothing', async () => {
  const own = new DescriptionReader(() => {
    throw new Error('its files were asked for');
  });
  const leave = own.hold();
  const blank = { text: ' \n', cast: [mira] };
  await own.prepare([blank]);
  expect(own.isPrepared(blank)).toBe(true);
  expect(own.claims(blank.text, blank.cast)).toEqual([]);
  expect(() => own.claims('A fox.')).toThrow('its files were asked for');
  leave();
});

it('starts again where its thread has ended, also for those that wait', async () => {
  const own = new DescriptionReader(() => FILES);
  expect(said('A fox.', own)).toContain('a fox');
  const waiting = own.prepare([{ text: 'An owl.', cast: [] }]);
  own.close();
  await waiting;
  expect(own.isPrepared({ text: 'An owl.', cast: [] })).toBe(true);
  own.close();
  expect(said('A cat.', own)).toContain('a cat');
  own.close();
});

it('keeps its thread while somebody holds it and ten seconds longer, and asks for nothing that is kept', async () => {
  let started = 0;
  const own = new DescriptionReader(() => {
    started++;
    return FILES;
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const [leave, other] = [own.hold(), own.hold()];
    own.start();
    own.start();
    leave();
    leave();
    vi.advanceTimersByTime(60_000);
    expect(said('A mole.', own)).toContain('a mole');
    expect(started, 'who left twice left once').toBe(1);
    other();
    vi.advanceTimersByTime(9_000);
    const again = own.hold();
    vi.advanceTimersByTime(60_000);
    again();
    vi.advanceTimersByTime(9_999);
    expect(said('A newt.', own)).toContain('a newt');
    expect(started).toBe(1);
    vi.advanceTimersByTime(1);
    await own.prepare([{ text: 'A newt.', cast: [] }]);
    expect(started, 'what is kept needs no thread').toBe(1);
    expect(said('A toad.', own)).toContain('a toad');
    expect(started, 'the thread had ended').toBe(2);
  } finally {
    vi.useRealTimers();
    own.close();
  }
});

it('says why nothing can be read, and reads as soon as that is mended', async () => {
  const folder = join(await temporaryFolder(), 'files');
  const own = new DescriptionReader(() => folder);
  const failed = expect.objectContaining({ code: 'READING_FAILED' });
  expect(() => own.claims('A fox.')).toThrow(failed);
  expect(() => own.claims('A fox.')).toThrow(/no such file/);
  await expect(own.prepare([{ text: 'A fox.', cast: [] }])).rejects.toEqual(failed);
  await cp(FILES, folder, { recursive: true });
  await truncate(join(folder, 'parser.onnx'), 1000);
  expect(() => own.claims('A fox.')).toThrow(failed);
  await rm(folder, { recursive: true });
  await cp(FILES, folder, { recursive: true });
  expect(said('A fox.', own)).toContain('a fox');
  own.close();
});
