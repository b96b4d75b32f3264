import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NO_CHOICE } from '@shared/matching/index.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findStoryboard } from '../find-storyboard.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { clipsIn } from './clips.js';
import { addressOf } from './media.js';

const png = await plainPng();
type Json = Record<string, unknown>;

const time = (value: number, rate = 24): Json => ({ OTIO_SCHEMA: 'RationalTime.1', value, rate });
const range = (start: number, length: number, rate = 24): Json => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start, rate),
  duration: time(length, rate),
});
const clip = (name: string, length: number | null, more: Json = {}): Json => ({
  OTIO_SCHEMA: 'Clip.2',
  name,
  source_range: length === null ? null : range(0, length),
  media_references: { DEFAULT_MEDIA: { OTIO_SCHEMA: 'ExternalReference.1', target_url: `${name}.png` } },
  active_media_reference_key: 'DEFAULT_MEDIA',
  ...more,
});
const gap = (length: number): Json => ({ OTIO_SCHEMA: 'Gap.1', source_range: range(0, length) });
const track = (children: Json[], more: Json = {}): Json => ({
  OTIO_SCHEMA: 'Track.1',
  kind: 'Video',
  children,
  ...more,
});
const stack = (children: Json[], more: Json = {}): Json => ({ OTIO_SCHEMA: 'Stack.1', children, ...more });
const timeline = (tracks: Json[]): Json => ({
  OTIO_SCHEMA: 'Timeline.1',
  name: 'Cut',
  tracks: stack(tracks),
});
const marker = (at: number, name: string, comment = ''): Json => ({
  OTIO_SCHEMA: 'Marker.2',
  name,
  comment,
  marked_range: range(at, 1),
});

const seen = (root: unknown) =>
  clipsIn(root)?.map(({ clip, start, duration }) => [clip.name, start * 24, duration * 24]);

it.each<[name: string, root: Json, clips: unknown[][]]>([
  [
    'clips, gaps and transitions',
    timeline([
      track([clip('a', 48), gap(12), { OTIO_SCHEMA: 'Transition.1', in_offset: time(4) }, clip('b', 24)]),
    ]),
    [
      ['a', 0, 48],
      ['b', 60, 24],
    ],
  ],
  [
    'a clip as long as its media',
    timeline([
      track([
        clip('a', null, {
          media_references: {
            DEFAULT_MEDIA: { OTIO_SCHEMA: 'ExternalReference.1', available_range: range(10, 36) },
          },
        }),
        clip('b', 24),
      ]),
    ]),
    [
      ['a', 0, 36],
      ['b', 36, 24],
    ],
  ],
  [
    'several tracks by time, the lower one first',
    timeline([track([gap(24), clip('a', 24)]), track([clip('b', 24), clip('c', 24)])]),
    [
      ['b', 0, 24],
      ['a', 24, 24],
      ['c', 24, 24],
    ],
  ],
  [
    'no sound and nothing that is switched off',
    timeline([
      track([clip('a', 24), clip('x', 24, { enabled: false })]),
      track([clip('s', 24)], { kind: 'Audio' }),
    ]),
    [['a', 0, 24]],
  ],
  [
    'a nested stack',
    timeline([
      track([clip('a', 24), stack([track([clip('b', 24), clip('c', 24)])], { name: 'Mill' }), clip('d', 24)]),
    ]),
    [
      ['a', 0, 24],
      ['b', 24, 24],
      ['c', 48, 24],
      ['d', 72, 24],
    ],
  ],
  [
    'a trimmed stack',
    timeline([
      track([
        stack([track([clip('a', 24), clip('b', 24), clip('c', 24)])], { source_range: range(12, 24) }),
        clip('d', 24),
      ]),
    ]),
    [
      ['a', 0, 12],
      ['b', 12, 12],
      ['d', 24, 24],
    ],
  ],
  [
    'a nested track',
    timeline([
      track([track([clip('a', 24), clip('b', 24)], { source_range: range(24, 24) }), clip('c', 24)]),
    ]),
    [
      ['b', 0, 24],
      ['c', 24, 24],
    ],
  ],
  ['a track alone', track([clip('a', 24)]), [['a', 0, 24]]],
  [
    'a collection',
    {
      OTIO_SCHEMA: 'SerializableCollection.1',
      children: [timeline([track([clip('a', 24)])]), timeline([track([clip('b', 24)])])],
    },
    [
      ['a', 0, 24],
      ['b', 0, 24],
    ],
  ],
  [
    'times at other rates',
    timeline([track([clip('a', null, { source_range: range(0, 30, 30) }), clip('b', 24)])]),
    [
      ['a', 0, 24],
      ['b', 24, 24],
    ],
  ],
])('sees %s', (_, root, clips) => {
  expect(seen(root)).toEqual(clips);
});

it('reads nothing else', () => {
  for (const root of [null, {}, [], { OTIO_SCHEMA: 'Clip.2' }, { OTIO_SCHEMA: 'Timeline.1' }])
    expect(clipsIn(root)).toBeUndefined();
});

it('gives markers to the clips that they stand on, also those of the track and of all tracks', () => {
  const first = clip('a', 24, { markers: [marker(2, 'dark', 'sky is too dark'), marker(3, 'x', 'x')] });
  const root = timeline([track([first, clip('b', 24)], { markers: [marker(30, 'on the track')] })]);
  (root.tracks as Json).markers = [marker(0, 'at the start'), marker(47, 'late')];
  expect(clipsIn(root)?.map(({ notes }) => notes)).toEqual([
    ['dark: sky is too dark', 'x', 'at the start'],
    ['on the track', 'late'],
  ]);
});

it.each<[name: string, clip: Json, address: string | null]>([
  [
    'the active media of several',
    {
      OTIO_SCHEMA: 'Clip.2',
      active_media_reference_key: 'proxy',
      media_references: { DEFAULT_MEDIA: { target_url: 'a.png' }, proxy: { target_url: 'b.png' } },
    },
    'b.png',
  ],
  [
    'the only media of Clip.1',
    { OTIO_SCHEMA: 'Clip.1', media_reference: { OTIO_SCHEMA: 'ExternalReference.1', target_url: 'a.png' } },
    'a.png',
  ],
  [
    'the first media where the active one is gone',
    { active_media_reference_key: 'x', media_references: { y: { target_url: 'a.png' } } },
    'a.png',
  ],
  ['no media', { media_reference: { OTIO_SCHEMA: 'MissingReference.1' } }, null],
  [
    'the first frame of an image sequence',
    {
      media_reference: {
        OTIO_SCHEMA: 'ImageSequenceReference.1',
        target_url_base: 'file:///r',
        name_prefix: 'f.',
        name_suffix: '.png',
        start_frame: 101,
        frame_step: 1,
        rate: 24,
        frame_zero_padding: 4,
      },
    },
    'file:///r/f.0101.png',
  ],
  [
    'the first frame that is seen of one',
    {
      source_range: range(10, 5),
      media_reference: {
        OTIO_SCHEMA: 'ImageSequenceReference.1',
        target_url_base: 'r/',
        name_prefix: 'f',
        name_suffix: '.png',
        start_frame: 1,
        frame_step: 2,
        rate: 24,
        frame_zero_padding: 3,
        available_range: range(4, 40),
      },
    },
    'r/f007.png',
  ],
])('names %s', (_, one, address) => {
  expect(addressOf(one)).toBe(address);
});

it('is a board of the clips with their pictures, however their addresses are written', async () => {
  const folder = await folderWith({ 'media/one.png': png, 'media/three four.png': png, '100%.png': png });
  const whole = pathToFileURL(join(folder, 'media', 'one.png')).href;
  const media = (target_url: string) => ({
    media_references: { DEFAULT_MEDIA: { OTIO_SCHEMA: 'ExternalReference.1', target_url } },
  });
  const root = timeline([
    track([
      clip('quay_010', 36, {
        ...media(whole),
        metadata: { tool: { Description: 'A mule.' } },
        markers: [marker(1, 'dark')],
      }),
      clip('', 24, media('./media/three%20four.png')),
      clip('quay_030', 24, media('file:///C:/elsewhere/media/one.png')),
      clip('quay_040', 24, media('100%.png')),
      clip('film', 24, media('gone.mov')),
      clip('none', 24, { media_references: {} }),
    ]),
  ]);
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(folder, 'cut.otio'), JSON.stringify(root));
  const board = await readStoryboard(folder);
  expect(board).toMatchObject({
    title: 'Cut',
    source: { kind: 'pipeline', name: 'cut.otio', format: 'otio' },
  });
  expect(board.shots).toMatchObject([
    {
      number: 'quay_010',
      description: 'A mule.',
      note: 'dark',
      duration: 1.5,
      takes: [{ path: 'media/one.png' }],
    },
    { number: '2', description: '', takes: [{ path: 'media/three four.png' }] },
    { number: 'quay_030', takes: [{ path: 'media/one.png' }] },
    { number: 'quay_040', takes: [{ path: '100%.png' }] },
    { number: 'film', takes: [] },
    { number: 'none', takes: [] },
  ]);
  expect(board.skipped).toEqual([
    { name: 'gone.mov', reason: 'picture of shot film is missing' },
    { name: 'picture of shot none', reason: 'the timeline names none' },
  ]);
});

it.each<[root: unknown, message: RegExp]>([
  [{ OTIO_SCHEMA: 'Marker.2' }, /cut\.otio, OTIO_SCHEMA: expected a timeline, a stack or a track/],
  [timeline([]), /cut\.otio, tracks: expected at least one clip in a video track/],
])('refuses %j', async (root, message) => {
  const folder = await folderWith({ 'cut.otio': JSON.stringify(root) });
  await expect(readStoryboard(join(folder, 'cut.otio'))).rejects.toMatchObject({
    code: 'BAD_FILE',
    message: expect.stringMatching(message),
  });
});

it('sees clips in time order in any timeline, and throws nothing', () => {
  const schema = fc.constantFrom(
    'Clip.2',
    'Clip.1',
    'Gap.1',
    'Track.1',
    'Stack.1',
    'Transition.1',
    'Timeline.1',
    'X',
    7,
  );
  const odd = fc.oneof(fc.integer({ min: -9, max: 99 }), fc.constantFrom(null, 'x', [], {}, -1e308, 1e308));
  const odder = fc.oneof(odd, fc.record({ value: odd, rate: odd }));
  const { item } = fc.letrec((tie) => ({
    item: fc.record(
      {
        OTIO_SCHEMA: schema,
        name: odd,
        kind: fc.constantFrom('Video', 'Audio', null),
        source_range: fc.oneof(odd, fc.record({ start_time: odder, duration: odder })),
        children: fc.oneof(odd, fc.array(tie('item'), { maxLength: 3 })),
        tracks: tie('item'),
        markers: fc.array(fc.record({ name: odd, marked_range: odder }), { maxLength: 2 }),
        media_references: fc.oneof(
          odd,
          fc.dictionary(
            fc.constantFrom('DEFAULT_MEDIA', 'x'),
            fc.record({ start_frame: odd, available_range: odder, frame_zero_padding: odd }),
          ),
        ),
      },
      { requiredKeys: ['OTIO_SCHEMA'] },
    ),
  }));
  let seen = 0;
  fc.assert(
    fc.property(item, (root) => {
      const clips = clipsIn(root) ?? [];
      seen += clips.length;
      const starts = clips.map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      for (const { clip, duration } of clips) {
        expect(duration).toBeGreaterThanOrEqual(0);
        expect(addressOf(clip) ?? '').toBeTypeOf('string');
      }
    }),
    { numRuns: 2000 },
  );
  expect(seen).toBeGreaterThan(20);
});

it.each([
  [' Cut ', 'Cut'],
  ['  ', 'cut'],
  [undefined, 'cut'],
])('of a timeline called “%s” has the title “%s”', async (name, title) => {
  const root = { ...timeline([track([clip('one', 24)])]), name };
  const folder = await folderWith({ 'cut.otio': JSON.stringify(root), 'one.png': png });
  expect((await readStoryboard(folder)).title).toBe(title);
});

it('has of a clip the picture that it names, which counts, and nobody else in its story', async () => {
  const root = timeline([track([clip('one', 24), clip('two', 24)])]);
  const folder = await folderWith({
    'cut.otio': JSON.stringify(root),
    'one.png': png,
    'two_v1.png': png,
    'two_v2.png': png,
  });
  const board = await readStoryboard(folder);
  expect(board).toMatchObject({ styleBrief: '', characters: [] });
  expect(board.shots[0]?.takes).toMatchObject([{ path: 'one.png', selected: true }]);
  // The newest of the versions where the named one is missing.
  expect(board.shots[1]?.takes.map(({ path, selected }) => [path, selected])).toEqual([
    ['two_v1.png', false],
    ['two_v2.png', true],
  ]);
});

it('has of a clip no note and no duration where it says none, and its name without the spaces around it', async () => {
  const root = timeline([track([clip(' 7A ', 0), clip('  ', 24)])]);
  const folder = await folderWith({ 'cut.otio': JSON.stringify(root), '7A .png': png });
  const { shots } = await readStoryboard(folder);
  expect(shots.map(({ number, duration }) => [number, duration])).toEqual([
    ['7A', null],
    ['2', 1],
  ]);
  for (const shot of shots) expect(shot).not.toHaveProperty('note');
});

it('finds a description down to three programs deep in what a clip says besides', async () => {
  const at = (deep: number): Json =>
    Array.from({ length: deep }).reduce<Json>((inner) => ({ tool: inner }), { comment: ` ${deep} deep. ` });
  const clips = [
    at(0),
    at(3),
    at(4),
    { comment: 7, tool: { description: 'A mule.' } },
    { comment: ' ', tool: { description: 'A boat.' } },
  ].map((metadata, n) => clip(`c${n}`, 24, { metadata }));
  const folder = await folderWith({ 'cut.otio': JSON.stringify(timeline([track(clips)])), 'c0.png': png });
  const { shots } = await readStoryboard(folder);
  expect(shots.map(({ description }) => description)).toEqual([
    '0 deep.',
    '3 deep.',
    '',
    'A mule.',
    'A boat.',
  ]);
});

it('finds the picture of a clip whose media is missing by its name, and names every picture that no clip shows', async () => {
  const missing = (name: string) =>
    clip(name, 24, { media_references: { DEFAULT_MEDIA: { OTIO_SCHEMA: 'MissingReference.1' } } });
  const moved = clip('quay_020', 24, {
    media_references: {
      DEFAULT_MEDIA: { OTIO_SCHEMA: 'ExternalReference.1', target_url: 'file:///gone/quay_020.png' },
    },
  });
  const folder = await folderWith({
    'cut.otio': JSON.stringify(timeline([track([missing('quay_010'), moved, missing('quay_030')])])),
    'out/quay_010.png': png,
    'out/quay_020.png': png,
    'sketch.png': png,
  });
  const { shots, skipped } = await readStoryboard(folder);
  expect(shots.map(({ number, takes }) => [number, ...takes.map(({ path }) => path)])).toEqual([
    ['quay_010', 'out/quay_010.png'],
    ['quay_020', 'out/quay_020.png'],
    ['quay_030'],
  ]);
  expect(skipped).toEqual([
    { name: 'picture of shot quay_030', reason: 'the timeline names none' },
    expect.objectContaining({ name: 'sketch.png' }),
  ]);
});

it('takes the seeds that a pattern finds in the names of pictures', async () => {
  const folder = await folderWith({
    'cut.otio': JSON.stringify(timeline([track([clip('quay_010_s7', 24), clip('mill_020', 24)])])),
    'quay_010_s7.png': png,
    'mill_020_s0012.png': png,
  });
  const found = await findStoryboard(folder, { match: { ...NO_CHOICE, pattern: '{shot}_s{seed}.png' } });
  const { shots } = await found.read();
  expect(shots.flatMap(({ takes }) => takes.map(({ path, seed }) => [path, seed]))).toEqual([
    ['quay_010_s7.png', '7'],
    ['mill_020_s0012.png', '12'],
  ]);
});
