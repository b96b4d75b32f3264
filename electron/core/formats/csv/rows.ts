/** Scores as RFC 4180 CSV, one row a shot in play, for a spreadsheet. Scores are 0–100, empty = not judged, and then it says why. */

import type { Feedback } from '@shared/feedback.js';
import { isInPlay } from '@shared/records/index.js';
import { openAmong } from '@shared/severity.js';
import { toldComments } from '../comments/told.js';

const HEADER = [
  'number',
  'scene',
  'status',
  'description_score',
  'style_score',
  'characters_score',
  'quality_score',
  'findings',
  'rounds',
  'picture',
  'description',
  'note',
  'comments',
  'not_judged',
];

/** Columns by which a table is known, also one of a version that had no others. */
const MARKS = HEADER.slice(0, HEADER.indexOf('description') + 1);

export function csvOf(feedback: Feedback): string {
  const rows = feedback.shots.filter(isInPlay).map((shot) => [
    shot.number,
    shot.scene ?? '',
    shot.status,
    percent(shot.scores.description),
    percent(shot.scores.style),
    percent(shot.scores.characters),
    percent(shot.scores.quality),
    openAmong(shot.findings)
      .map(({ message }) => message)
      .join(' | '),
    String(shot.requests.filter(({ state }) => state === 'done').length),
    shot.takes.find(({ id }) => id === shot.pick)?.path ?? '',
    shot.description,
    shot.note,
    toldComments(shot).join('\n'),
    shot.notJudged ?? '',
  ]);
  return `${[HEADER, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** Whether a table is one of these, and no list of shots. */
export const isOwn = (text: string): boolean => text.startsWith(MARKS.join(','));

const percent = (score: number | null): string => (score === null ? '' : String(Math.round(score * 100)));

/** Quoted where needed; a text that a spreadsheet would run as a formula is kept a text. */
function field(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
