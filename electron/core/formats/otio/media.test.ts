import { expect, it } from 'vitest';
import { addressOf } from './media.js';

type Json = Record<string, unknown>;

const time = (value: number): Json => ({ OTIO_SCHEMA: 'RationalTime.1', value, rate: 24 });
const range = (start: number, length: number): Json => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start),
  duration: time(length),
});

it('is the address without the white space around it, and none where there are no words', () => {
  expect(addressOf({ media_reference: { target_url: ' a.png\n' } })).toBe('a.png');
  for (const target_url of ['  ', '', null, undefined])
    expect(addressOf({ media_reference: { target_url } })).toBeNull();
  expect(addressOf({})).toBeNull();
});

/** The name of the frame of a sequence that a clip shows first. */
const frame = (media: Json, clip: Json = {}): string | null =>
  addressOf({
    ...clip,
    media_reference: { OTIO_SCHEMA: 'ImageSequenceReference.1', name_suffix: '.png', ...media },
  });

it('of a sequence of which little is said is its frame 1, without zeros before it, where the timeline lies', () => {
  expect(frame({})).toBe('1.png');
  expect(addressOf({ media_reference: { OTIO_SCHEMA: 'ImageSequenceReference.1' } })).toBe('1');
});

it('of a sequence counts 24 frames a second unless it says otherwise', () => {
  const shown = { source_range: range(24, 24) };
  expect(frame({}, shown)).toBe('25.png');
  expect(frame({ rate: 12 }, shown)).toBe('13.png');
});

it('of a sequence goes on in its steps, which are at least one', () => {
  const shown = { source_range: range(7, 24) };
  expect(frame({ frame_step: 3 }, shown)).toBe('7.png');
  expect(frame({ frame_step: 0 }, shown)).toBe('8.png');
});

it('of a sequence is no earlier than its first frame', () => {
  expect(frame({ start_frame: 5, available_range: range(48, 48) }, { source_range: range(0, 24) })).toBe(
    '5.png',
  );
});

it.each([
  [0, 3, '000.png'],
  [-4, 3, '-004.png'],
  [1234, 3, '1234.png'],
  [7, -2, '7.png'],
  [7, 99, `${'0'.repeat(19)}7.png`],
  [7.9, 2, '07.png'],
])('of a sequence writes frame %d with %d digits as %s', (start_frame, frame_zero_padding, name) => {
  expect(frame({ start_frame, frame_zero_padding })).toBe(name);
});

it.each([
  ['r', 'r/f1.png'],
  ['r/', 'r/f1.png'],
  ['', 'f1.png'],
])('of a sequence in “%s” is %s', (target_url_base, address) => {
  expect(frame({ target_url_base, name_prefix: 'f' })).toBe(address);
});
