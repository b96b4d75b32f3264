import { expect, it } from 'vitest';
import { jpegSegments } from './jpeg-segments.js';

const START = [0xff, 0xd8];
const segment = (marker: number, ...data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
const read = (...bytes: number[]) =>
  jpegSegments(Buffer.from(bytes)).map(({ marker, data }) => [marker, ...data]);

it.each<[what: string, bytes: number[], segments: number[][]]>([
  ['those of a JPEG', [...START, ...segment(0xe1, 1, 2), ...segment(0xfe)], [[0xe1, 1, 2], [0xfe]]],
  [
    'up to the first scan',
    [...START, ...segment(0xe1, 1), ...segment(0xda, 9), ...segment(0xe1, 2)],
    [[0xe1, 1]],
  ],
  ['up to one without a length', [...START, 0xff, 0xe1, 0, 1, ...segment(0xe1, 2)], []],
  ['up to what is no marker', [...START, ...segment(0xe1, 1), 0, 0xe1, 0, 2], [[0xe1, 1]]],
  ['what is left of one that is cut off', [...START, 0xff, 0xe1, 0, 9, 1], [[0xe1, 1]]],
  ['none of another file', [0x89, 0x50, ...segment(0xe1, 1)], []],
  ['none of nothing', [], []],
  ['none of one byte', [0xff], []],
])('are %s', (_what, bytes, segments) => {
  expect(read(...bytes)).toEqual(segments);
});
