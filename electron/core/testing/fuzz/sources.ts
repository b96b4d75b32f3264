/** Rows of the table: what boards are read from, and what comes back of them. */

import { comments } from '@core/formats/comments/index.js';
import { readComments } from '@core/formats/comments/read.js';
import type { Format } from '@core/formats/format.js';
import { otio } from '@core/formats/otio/index.js';
import { shotList } from '@core/formats/shot-list/index.js';
import { storyPipeline } from '@core/formats/story-pipeline/index.js';
import { storyboarder } from '@core/formats/storyboarder/index.js';
import { inputOf } from '@core/formats/testing/input-of.js';
import { viStoryBench } from '@core/formats/vistorybench/index.js';
import { COMMENTS_FORMAT, COMMENTS_VERSION } from '@shared/comments-form.js';
import type { Parser } from './parser.js';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Recognised first, which may throw nothing at all; then read as it would be opened. */
function source(name: string, file: string, { recognises, read }: Format, ...samples: Buffer[]): Parser {
  return {
    name,
    samples: async () => samples,
    read: async (bytes) => {
      const input = inputOf(file, bytes);
      await recognises(input).catch((cause) => {
        throw new Error('It was not even recognised.', { cause });
      });
      return read?.(input);
    },
  };
}

const CAMEL = {
  titleId: 'harbour',
  totalShots: 2,
  shots: [
    {
      shotNumber: 1,
      startTime: '00:00',
      duration: 2.5,
      sceneDescription: 'A mule waits.',
      visualPrompt: 'a mule',
      mood: 'calm',
      camera_angle: 'wide',
      key_elements: ['mule', 'quay'],
      image: 'frames/a.png',
    },
    { ShotNumber: '1A', description: 'x', seed: '18446744073709551615', keyframes: [{ path: 'b.png' }] },
  ],
};
const SCENES = [{ scene_id: 's1', title: 'Quay', place: 'a quay', shots: { '1': { action: 'A mule.' } } }];

const STORY = {
  Story_type: { en: 'Fable' },
  Characters: { Piet: { name_en: 'Piet', prompt_en: 'a boy', tag: 'x' } },
  Shots: [
    {
      index: 1,
      'Plot Correspondence': { en: 'Piet goes.', ch: 'x' },
      'Setting Description': { en: 'A canal' },
      'Shot Perspective Design': { en: 'Wide shot' },
      'Characters Appearing': { en: ['Piet'], ch: ['x'] },
      'Static Shot Description': { en: 'A boy waits.' },
    },
  ],
};

const PROJECT = {
  version: '3.0.0',
  fps: 24,
  defaultBoardTiming: 2000,
  boards: [
    {
      uid: 'A',
      url: 'board-1-A.png',
      shot: '1A',
      duration: 1500,
      dialogue: 'Mind the "step"!',
      layers: { ink: { url: 'board-1-A-ink.png', opacity: 0.5 } },
    },
  ],
};

const range = (start: number, duration: number) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: { OTIO_SCHEMA: 'RationalTime.1', value: start, rate: 24 },
  duration: { OTIO_SCHEMA: 'RationalTime.1', value: duration, rate: 24 },
});
const TIMELINE = {
  OTIO_SCHEMA: 'Timeline.1',
  name: 'Cut',
  tracks: {
    OTIO_SCHEMA: 'Stack.1',
    children: [
      {
        OTIO_SCHEMA: 'Track.1',
        kind: 'Video',
        children: [
          { OTIO_SCHEMA: 'Gap.1', source_range: range(0, 12) },
          {
            OTIO_SCHEMA: 'Clip.2',
            name: 'quay_010',
            source_range: range(4, 36),
            markers: [{ OTIO_SCHEMA: 'Marker.2', name: 'dark', marked_range: range(5, 1) }],
            media_references: {
              DEFAULT_MEDIA: { OTIO_SCHEMA: 'ExternalReference.1', target_url: 'file:///a%20b.png' },
            },
          },
          {
            OTIO_SCHEMA: 'Clip.1',
            media_reference: {
              OTIO_SCHEMA: 'ImageSequenceReference.1',
              target_url_base: 'a/',
              name_prefix: 'b.',
              start_frame: 1,
              frame_zero_padding: 4,
            },
          },
        ],
      },
    ],
  },
};

const CSV =
  'Shot,Scene,Action,Image,Duration\r\n1A,Quay,"A mule, ""old""\nwaits",a.png,2.5\r\n2,,Rain,,00:02\r\n';
const MARKDOWN =
  '# Quay\n\n| Shot | Action | Image |\n| --- | :-: | --- |\n| 1A | A mule \\| waits | ![x](a.png) |\n| 2 | Rain | `b.png` |\n';

const COMMENTS = {
  format: COMMENTS_FORMAT,
  version: COMMENTS_VERSION,
  storyboard: { id: 'board', title: 'Harbour' },
  comments: [
    {
      shotId: 'a',
      number: '1A',
      sha256: null,
      author: 'Ann',
      at: '2026-11-28T09:00:00.000Z',
      text: 'Darker',
      place: { x: 0.5, y: 0.25 },
    },
    {
      shotId: 'a',
      number: '1A',
      sha256: 'a'.repeat(64),
      author: 'Ann',
      at: '2026-11-28T09:00:00.000Z',
      text: '',
      place: null,
      drawing: [
        { kind: 'pen', points: [[0.1, 0.2, 0.5]], colour: 'red', size: 0.012 },
        { kind: 'text', at: [0.5, 0.5], text: 'hat', colour: 'blue', size: 0.054 },
      ],
    },
  ],
};

export const SOURCES: readonly Parser[] = [
  source('shots files', 'shots.json', storyPipeline, json(CAMEL), json(SCENES)),
  source('stories of ViStoryBench', 'story.json', viStoryBench, json(STORY)),
  source('projects of Storyboarder', 'a.storyboarder', storyboarder, json(PROJECT)),
  source('timelines of OpenTimelineIO', 'cut.otio', otio, json(TIMELINE)),
  source('shot lists, CSV', 'list.csv', shotList, Buffer.from(CSV), Buffer.from(`\uFEFF${CSV}`, 'utf16le')),
  source('shot lists, TSV', 'list.tsv', shotList, Buffer.from(CSV.replaceAll(',', '\t'))),
  source('shot lists, Markdown', 'list.md', shotList, Buffer.from(MARKDOWN)),
  source('comments', 'comments.json', { ...comments, read: readComments as never }, json(COMMENTS)),
];
