/** The cut as a timeline of OpenTimelineIO: picks as clips, findings and notes as markers, the review in its metadata. */
import type { Feedback } from '@shared/feedback.js';
import type { FrameRate } from '@shared/frame-rate.js';
import { openAmong } from '@shared/severity.js';
import { type CutShot, colourOf, cutOf } from '../editorial/cut.js';
import type { WriteContext } from '../format.js';
import { noteMarkers } from './note-markers.js';
import { OWN } from './own.js';

const NOTE_COLOUR = 'GREEN';

/** Of a shot's feedback, what stands in the metadata of its clip. */
const KEPT = [
  'number',
  'scene',
  'description',
  'status',
  'scores',
  'verdicts',
  'findings',
  'decisions',
  'note',
  'comments',
  'stars',
] as const;

/** `feedback`: of the same board. */
export function timelineOf(context: WriteContext, feedback: Feedback): string {
  const { title, rate, shots } = cutOf(context, feedback);
  const track = {
    OTIO_SCHEMA: 'Track.1',
    ...item('Picks'),
    kind: 'Video',
    children: shots.map((shot) => clipOf(shot, rate)),
  };
  const timeline = {
    OTIO_SCHEMA: 'Timeline.1',
    name: title,
    global_start_time: null,
    metadata: { [OWN]: { format: 'continuist-timeline', version: 1, application: context.version } },
    tracks: { OTIO_SCHEMA: 'Stack.1', ...item('tracks'), children: [track] },
  };
  return `${JSON.stringify(timeline, null, 2)}\n`;
}

function clipOf({ shot, path, frames }: CutShot, rate: FrameRate): object {
  const { number, findings, note, takes } = shot;
  const pick = takes.find(({ id }) => id === shot.pick);
  const range = rangeOf(0, frames, rate);
  const media = path
    ? { OTIO_SCHEMA: 'ExternalReference.1', target_url: addressOf(path) }
    : { OTIO_SCHEMA: 'MissingReference.1' };
  const words = {
    prompt: pick?.prompt,
    negativePrompt: pick?.negativePrompt,
    seed: pick?.seed,
    sha256: pick?.sha256,
  };
  return {
    OTIO_SCHEMA: 'Clip.2',
    ...item(number),
    source_range: range,
    markers: [
      ...openAmong(findings).map((finding) =>
        marker(finding.message, colourOf(finding), rate, { [OWN]: finding }),
      ),
      ...(note ? [marker(note, NOTE_COLOUR, rate, {})] : []),
      ...noteMarkers(shot).map(({ text, metadata }) => marker(text, NOTE_COLOUR, rate, metadata)),
    ],
    metadata: {
      [OWN]: { ...Object.fromEntries(KEPT.map((name) => [name, shot[name]])), ...words },
    },
    active_media_reference_key: 'DEFAULT_MEDIA',
    media_references: {
      DEFAULT_MEDIA: {
        ...media,
        name: '',
        metadata: {},
        available_range: range,
        available_image_bounds: null,
      },
    },
  };
}

/** What every item of a timeline has. */
const item = (name: string) => ({
  name,
  metadata: {},
  source_range: null as object | null,
  effects: [],
  markers: [] as object[],
  enabled: true,
});

const marker = (text: string, color: string, rate: FrameRate, metadata: object): object => ({
  OTIO_SCHEMA: 'Marker.2',
  name: text.split('\n')[0],
  comment: text,
  color,
  marked_range: rangeOf(0, 1, rate),
  metadata,
});

const timeOf = (value: number, { exact }: FrameRate): object => ({
  OTIO_SCHEMA: 'RationalTime.1',
  value,
  rate: Number(exact.toFixed(6)),
});

const rangeOf = (start: number, frames: number, rate: FrameRate): object => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: timeOf(start, rate),
  duration: timeOf(frames, rate),
});

/** A relative address; a colon or a question mark in a name would be read as something else. */
const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
