import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_DERIVED, type Finding } from '@shared/analysis.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { aBoard, aNote } from '@testing/records.js';
import { expect, it } from 'vitest';
import { feedbackOf } from '../feedback/feedback.js';
import { inputAt } from '../input.js';
import { contextOf } from '../testing/context.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { otio } from './index.js';
import { timelineOf } from './write.js';

const png = await plainPng();

const finding = (severity: Finding['severity'], message: string, dismissed = false): Finding =>
  ({
    key: message,
    shotId: 'shot-0',
    takeId: 'take-0',
    kind: 'claims',
    severity,
    message,
    evidence: [],
    dismissed,
  }) as unknown as Finding;

/** Three shots: one with findings and a note, one of a name with signs, one without a picture. */
async function cut(frameRate: '24' | '25' | '29.97' = '24') {
  const records = aBoard(3);
  const { 'shot-0': first, 'shot-1': second, 'shot-2': third } = records.shot;
  const take = records.take['take-1'];
  if (!first || !second || !third || !take) throw new Error('The board is too small.');
  const folder = await folderWith({ 'frames/0.png': png, 'frames/a #1?.png': png });
  const board = {
    ...records,
    shot: {
      'shot-0': { ...first, note: 'hold\nlonger' },
      'shot-1': { ...second, duration: null },
      'shot-2': { ...third, pickId: null },
    },
    comment: { c: aNote('c') },
    take: { ...records.take, 'take-1': { ...take, path: 'frames/a #1?.png' } },
  };
  const findings = [
    finding('high', 'No umbrella.'),
    finding('low', 'Blurred.'),
    finding('medium', 'Gone.', true),
  ];
  const context = contextOf(
    board,
    { folder, derived: { ...EMPTY_DERIVED, findings } },
    { target: folder, frameRate },
  );
  await writeFile(join(folder, 'cut.otio'), timelineOf(context, feedbackOf(context)));
  return {
    folder,
    file: join(folder, 'cut.otio'),
    timeline: JSON.parse(timelineOf(context, feedbackOf(context))),
  };
}

it('has the picks as clips for their durations, findings and notes as markers, and the review in its metadata', async () => {
  const { timeline } = await cut();
  expect(timeline).toMatchObject({
    OTIO_SCHEMA: 'Timeline.1',
    name: 'Harbour',
    metadata: { continuist: { version: 1 } },
  });
  const [track] = timeline.tracks.children;
  expect(track).toMatchObject({ OTIO_SCHEMA: 'Track.1', kind: 'Video' });
  expect(track.children).toMatchObject([
    {
      OTIO_SCHEMA: 'Clip.2',
      name: '1',
      source_range: { duration: { value: 60, rate: 24 } },
      metadata: {
        continuist: { status: 'pending', seed: '18446744073709551615', description: expect.any(String) },
      },
      media_references: { DEFAULT_MEDIA: { OTIO_SCHEMA: 'ExternalReference.1', target_url: 'frames/0.png' } },
    },
    {
      source_range: { duration: { value: 48 } },
      media_references: { DEFAULT_MEDIA: { target_url: 'frames/a%20%231%3F.png' } },
    },
    { media_references: { DEFAULT_MEDIA: { OTIO_SCHEMA: 'MissingReference.1' } } },
  ]);
  const markers = (at: number) =>
    track.children[at].markers.map(({ comment, color }: Record<string, string>) => [comment, color]);
  expect(markers(0)).toEqual([
    ['No umbrella.', 'RED'],
    ['Blurred.', 'YELLOW'],
    ['hold\nlonger', 'GREEN'],
    ['Ann, 2026-11-28: Darker, please', 'GREEN'],
  ]);
  expect(markers(1)).toEqual([]);
});

it('says of a clip how its pick was made, whatever other takes there are', async () => {
  const records = aBoard(1);
  const { 'shot-0': shot } = records.shot;
  const { 'take-0': take } = records.take;
  if (!shot || !take) throw new Error('The board is too small.');
  const made = { ...take, id: 'take-b', prompt: 'a boat', negativePrompt: 'rain', seed: '7', round: 1 };
  const board = {
    ...records,
    shot: { 'shot-0': { ...shot, pickId: 'take-b' } },
    take: { ...records.take, 'take-b': made },
  };
  const context = contextOf(board, {}, {});
  const {
    tracks: {
      children: [track],
    },
  } = JSON.parse(timelineOf(context, feedbackOf(context)));
  expect(track.children[0].metadata.continuist).toMatchObject({
    prompt: 'a boat',
    negativePrompt: 'rain',
    seed: '7',
  });
  expect(track.children[0]).toMatchObject({ effects: [], enabled: true });
});

it('counts the frames of another rate', async () => {
  const { timeline } = await cut('29.97');
  expect(timeline.tracks.children[0].children[0].source_range.duration).toMatchObject({
    value: 75,
    rate: 29.97003,
  });
});

it('opens again as the board that it is of, but no folder is opened by it', async () => {
  const { folder, file } = await cut();
  const { shots } = await readStoryboard(file);
  expect(shots).toMatchObject([
    { number: '1', duration: 2.5, takes: [{ path: 'frames/0.png' }] },
    { number: '2', duration: 2, takes: [{ path: 'frames/a #1?.png' }] },
    { number: '3', takes: [] },
  ]);
  expect((await readStoryboard(folder)).source.kind).toBe('images');
  expect(await otio.recognises(await inputAt(file))).toBeLessThan(0.1);
});

const PYTHON = process.platform === 'win32' ? 'python' : 'python3';
const hasOtio = spawnSync(PYTHON, ['-c', 'import opentimelineio']).status === 0;
const READ = `
import json, sys, opentimelineio as otio
timeline = otio.adapters.read_from_file(sys.argv[1])
clips = list(timeline.find_clips())
print(json.dumps({
  "name": timeline.name,
  "duration": timeline.duration().to_seconds(),
  "own": timeline.metadata["continuist"]["format"],
  "clips": [[c.name, c.duration().value, getattr(c.media_reference, "target_url", None),
             [[m.comment, m.color] for m in c.markers], c.metadata["continuist"]["status"]] for c in clips],
}))`;

it.skipIf(!hasOtio)(
  'is read by OpenTimelineIO itself; skipped where Python has no opentimelineio',
  async () => {
    const { file } = await cut();
    expect(JSON.parse(execFileSync(PYTHON, ['-c', READ, file], { encoding: 'utf8' }))).toEqual({
      name: 'Harbour',
      duration: 7,
      own: 'continuist-timeline',
      clips: [
        [
          '1',
          60,
          'frames/0.png',
          [
            ['No umbrella.', 'RED'],
            ['Blurred.', 'YELLOW'],
            ['hold\nlonger', 'GREEN'],
          ],
          'pending',
        ],
        ['2', 48, 'frames/a%20%231%3F.png', [], 'pending'],
        ['3', 60, null, [], 'pending'],
      ],
    });
  },
);
