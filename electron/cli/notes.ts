/** What a person should know of a board beside its results: what was left out of it, and what cannot be judged. */
import type { Skipped } from '@shared/contract/index.js';
import type { Feedback } from '@shared/feedback.js';
import { gapsOf, gapsTold } from '@shared/gaps.js';
import { factsOnBoard, shotOutOfDate, shotParts } from '@shared/out-of-date/index.js';
import { type Records, shotsInPlay } from '@shared/records/index.js';
import { changesTold, changeTold, type SourceChange } from '@shared/source-change/index.js';

/** A longer list is cut; the feedback has all of it. */
const LINES = 20;

/** Under a heading, as many as are not too many. `where`: where all of them are. */
function told(heading: string, all: readonly string[], where = ''): string {
  const rest = all.length - LINES;
  const lines = all.slice(0, LINES).map((line) => `  ${line}`);
  return [heading, ...lines, ...(rest > 0 ? [`  and ${rest} more${where}`] : [])].join('\n');
}

/** Before anything is judged. */
export function notesOnSource(records: Records, skipped: readonly Skipped[]): string[] {
  const lines = skipped.map(({ name, reason }) => `${name}: ${reason}`);
  return [
    ...(lines.length > 0 ? [told(`Left out: ${lines.length}`, lines, ', which the feedback lists')] : []),
    ...gapsTold(gapsOf(records)),
  ];
}

/** Of a board that is opened without asking, what was guessed of its pictures and shots. */
export const noteOnMatch = (doubts: readonly string[]): string =>
  [
    'Which picture shows which shot was partly guessed:',
    ...doubts.map((doubt) => `  ${doubt}`),
    'To say it yourself, use --match, as in --match "sc{scene}_sh{shot}.png", or open the board in the window.',
  ].join('\n');

/** What was taken in of a source that changed. */
export function notesOnChanges(changes: readonly SourceChange[]): string[] {
  if (changes.length === 0) return [];
  return [
    told(`The source changed, and this was taken in: ${changesTold(changes)}`, changes.map(changeTold)),
  ];
}

/** Picks whose files are gone: what was said of them stays. `isThere`: by their bytes. Null where all are there. */
export function noteOnGone(records: Records, isThere: (sha256: string) => boolean): string | null {
  const gone = shotsInPlay(records).flatMap(({ number, pickId }) => {
    const pick = records.take[pickId ?? ''];
    return pick && pick.unreadable === null && !isThere(pick.sha256) ? [`Shot ${number}: ${pick.path}`] : [];
  });
  if (gone.length === 0) return null;
  return told(
    `Not where they were: ${gone.length}. Scores and decisions stay; put these pictures back, or name others in the source.`,
    gone,
  );
}

/** What was approved for something that changed since. Null where nothing was. */
export function noteOnOutdated(records: Records): string | null {
  const facts = factsOnBoard(records);
  const outdated = shotsInPlay(records).flatMap(({ id, number }) => {
    const parts = shotParts(records, id, facts);
    const why = parts && shotOutOfDate(parts);
    return why ? [`Shot ${number}: ${why}`] : [];
  });
  if (outdated.length === 0) return null;
  return told(
    `Out of date: ${outdated.length}. Nothing is made of it before it is looked at in the window.`,
    outdated,
  );
}

/** Null where anything was judged. */
export const noteOnNothing = ({ totals }: Feedback): string | null =>
  totals.judged > 0 ? null : 'Nothing was judged, so this says nothing of the pictures.';
