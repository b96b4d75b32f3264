/** The cut as an edit decision list in the form of CMX 3600: an event for each shot, its picture's name in a comment. */

import { basename } from 'node:path';
import { type FrameRate, timecode } from '@shared/frame-rate.js';
import { openAmong } from '@shared/severity.js';
import { toldComments } from '../comments/told.js';
import { type Cut, type CutShot, colourOf } from '../editorial/cut.js';

/** Hours of timecode at which a cut begins. */
const FIRST_HOUR = 1;
/** Longest line that is safe in old programs. */
const LONGEST = 120;

export function edlOf({ title, rate, shots }: Cut): string {
  const first = firstFrame(rate);
  const lines = [
    `TITLE: ${plain(title)}`,
    `FCM: ${rate.drops ? 'DROP FRAME' : 'NON-DROP FRAME'}`,
    ...shots.flatMap((shot, at) => ['', ...eventOf(shot, at, first, rate)]),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Drop-frame numbers make an hour shorter than its seconds count. */
const firstFrame = ({ counted, drops }: FrameRate): number =>
  FIRST_HOUR * (counted * 3600 - (drops ? 2 * 54 : 0));

function eventOf(
  { shot, path, start, frames }: CutShot,
  at: number,
  first: number,
  rate: FrameRate,
): string[] {
  const begin = first + start;
  const times = [0, frames, begin, begin + frames].map((frame) => timecode(frame, rate)).join(' ');
  // AX is a source without a reel; BL is black.
  const reel = (path === null ? 'BL' : 'AX').padEnd(8);
  const event = `${String(at + 1).padStart(3, '0')}  ${reel} V     C        ${times}`;
  const name = `* FROM CLIP NAME: SHOT ${shot.number}${path === null ? '' : ` ${basename(path)}`}`;
  return [
    event,
    plain(name),
    ...(path === null ? [] : [plain(`* SOURCE FILE: ${path}`)]),
    ...(shot.description ? [plain(`* COMMENT: ${shot.description}`)] : []),
    ...openAmong(shot.findings).map((finding) =>
      plain(`* LOC: ${timecode(begin, rate)} ${colourOf(finding).padEnd(7)} ${finding.message}`),
    ),
    ...[shot.note, ...toldComments(shot)]
      .filter(Boolean)
      .map((said) => plain(`* LOC: ${timecode(begin, rate)} ${'GREEN'.padEnd(7)} ${said}`)),
  ];
}

/** One line, without what would end it. */
const plain = (text: string): string =>
  [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')].slice(0, LONGEST).join('').trimEnd();
