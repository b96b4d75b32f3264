/**
 * The pipeline's own shots file with what was decided put back, row by row: picks, prompts, seeds and descriptions.
 * Everything else stays as it was written, to the character.
 */
import { join, resolve } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { groupBy } from '@shared/group-by.js';
import { listed } from '@shared/listed.js';
import {
  isInPlay,
  type Records,
  type Shot,
  shotsInOrder,
  type Take,
  takesOf,
} from '@shared/records/index.js';
import { ownIdOf } from '@shared/source-change/index.js';
import type { WriteContext } from '../format.js';
import { type ImportedShot, type SourceTake, shotIdsOf } from '../imported.js';
import { type Input, inputAt } from '../input.js';
import { pathFrom } from '../path-from.js';
import { PicturePaths } from '../shot-rows/index.js';
import { type AddedRow, withAddedRows } from './added-rows.js';
import { arranged, type PlacedRow } from './arranged.js';
import { JsonEdits } from './json-edits.js';
import { newShotsFile } from './new-shots-file.js';
import { readShotsFile } from './read.js';
import { RowEdits } from './row-edits.js';
import { type FoundRow, rowsOf } from './rows.js';

type SourceShot = ImportedShot<SourceTake>;

/** Of a shots file that is written elsewhere: what stands beside pictures and has no place in it. */
const BESIDE =
  'The revised shots file names the pictures where they lie. The settings that files beside them name (model, steps, guidance) are not in it.';

/**
 * `note` hears what could not be put in. Throws BAD_FILE when the shots file that the board was opened from can no longer
 * be read.
 */
export async function shotsFile(
  context: WriteContext,
  note: (text: string) => void = () => undefined,
): Promise<string> {
  const { records, folder } = context.board.review;
  const [storyboard] = Object.values(records.storyboard);
  if (storyboard?.source.format !== 'story-pipeline') return newShotsFile(context);
  const { name } = storyboard.source;
  const file = await readAgain(join(folder, name), name);
  const shots = shotsOfRows(file.shots, name, records);
  const edits = new JsonEdits(file.text);
  const paths = new PicturePaths(folder);
  const isBeside = ({ settings = {} }: SourceTake) => Object.keys(settings).length > 0;
  if (isElsewhere(context) && file.shots.some(({ takes }) => takes.some(isBeside))) note(BESIDE);
  const own = file.rows.map((row) => new RowEdits(row, edits));
  for (const [index, row] of own.entries()) {
    const [shot, read] = [shots[index], file.shots[index]];
    if (shot && read) await decide(row, shot, read, paths, context);
  }
  const { text, places } = inOrder(file, own, shots, edits, note);
  return withAdded(
    text,
    name,
    places.map((index) => shots[index]),
    context,
    note,
  );
}

/** Numbers that one sentence names. */
const NAMED = 12;

/** `text` with rows for the shots that the artist put in. `shots`: of its rows, as they stand in it. */
function withAdded(
  text: string,
  name: string,
  shots: readonly (Shot | undefined)[],
  context: WriteContext,
  note: (text: string) => void,
): string {
  const all = shotsInOrder(context.board.review.records);
  const added = all.filter((shot) => shot.added && !shots.includes(shot));
  const placeOf = new Map(shots.map((shot, at) => [shot?.id, at]));
  const behind = ({ position }: Shot): number => {
    const before = all.findLast((shot) => shot.position < position && placeOf.has(shot.id));
    return before ? (placeOf.get(before.id) ?? -1) : -1;
  };
  const rows = added.map(
    (shot): AddedRow => ({
      id: ownIdOf(shot.id) ?? shot.id,
      number: shot.number,
      scene: shot.scene,
      seconds: shot.duration,
      behind: behind(shot),
      fill: (row) => fill(row, shot, context),
    }),
  );
  const withRows = rows.length === 0 ? text : withAddedRows(text, rowsOf(JSON.parse(text), name) ?? [], rows);
  if (withRows !== null) return withRows;
  const numbers = listed(
    added.map(({ number }) => number),
    NAMED,
  );
  note(
    `The shots file lists its shots under numbers and has no room for those that were added: ${added.length === 1 ? 'shot' : 'shots'} ${numbers}.`,
  );
  return text;
}

function fill(row: RowEdits, shot: Shot, context: WriteContext): void {
  const pick = context.board.review.records.take[shot.pickId ?? ''];
  const words = pick && pick.origin.kind === 'regenerated' ? pick : shot;
  row.description(shot.description);
  row.words('prompt', words.prompt);
  row.words('negativePrompt', words.negativePrompt);
  if (pick) row.picture(pathFrom(context, pick.path));
  if (pick && pick.seed !== null) row.seed(pick.seed);
  row.omitted(!isInPlay(shot));
}

const NOT_IN_ORDER =
  'The shots file lists its shots in a way that leaves no room for their new order and scenes: it has them as they were.';

/** With the rows in the order of the story and in their scenes, where the artist put either otherwise; and which row stands where. */
function inOrder(
  { rows, shots: read }: ShotsFile,
  own: readonly RowEdits[],
  shots: readonly (Shot | undefined)[],
  edits: JsonEdits,
  note: (text: string) => void,
): { readonly text: string; readonly places: readonly number[] } {
  const places = placesOf(shots);
  const asRead = [...shots.keys()];
  const isSorted = places.every((index, at) => index === at);
  const isSame = shots.every((shot, index) => !shot || shot.scene === read[index]?.scene);
  if (isSorted && isSame) return { text: edits.toString(), places: asRead };
  if (!isSorted) {
    for (const [index, shot] of shots.entries()) if (shot) own[index]?.number(shot.number);
    startAnew(
      places.map((index) => own[index] as RowEdits),
      own,
    );
  }
  for (const [index, shot] of shots.entries())
    if (shot && (rows[index]?.scene === null || own[index]?.namesScene)) own[index]?.scene(shot.scene);
  const placed = places.map((index): PlacedRow => {
    const was = read[index]?.scene ?? null;
    return { row: rows[index] as FoundRow, was, is: shots[index] ? shots[index].scene : was };
  });
  const text = edits.toString();
  const arrangedText = arranged(text, placed);
  if (arrangedText === null) note(NOT_IN_ORDER);
  return arrangedText === null ? { text, places: asRead } : { text: arrangedText, places };
}

/** Places of the rows in the order of the story. A row of no shot stays behind the one that it follows. */
function placesOf(shots: readonly (Shot | undefined)[]): number[] {
  let last = -1;
  const positions = shots.map((shot) => {
    last = shot?.position ?? last;
    return last;
  });
  return [...shots.keys()].sort((a, b) => (positions[a] as number) - (positions[b] as number) || a - b);
}

/** Where the rows followed each other in time, they do so in their new order. `rows`: as they stood. */
function startAnew(placed: readonly RowEdits[], rows: readonly RowEdits[]): void {
  const spans = rows.map(({ span }) => span);
  const follow = spans.every(
    (span, at) => span && (at === 0 || Math.abs(span[0] - (spans[at - 1]?.[1] ?? 0)) < 1e-6),
  );
  if (!follow) return;
  let start = spans[0]?.[0] ?? 0;
  for (const row of placed) {
    const [from, to] = row.span ?? [0, 0];
    row.startAt(start);
    start += to - from;
  }
}

/** `read`: what the row says now. */
async function decide(
  row: RowEdits,
  shot: Shot,
  read: SourceShot,
  paths: PicturePaths,
  context: WriteContext,
): Promise<void> {
  const { review } = context.board;
  const pick = shot.pickId === null ? undefined : review.records.take[shot.pickId];
  const counts = read.takes.find(({ selected }) => selected) ?? read.takes[0];
  const isOther = pick !== undefined && counts?.path !== pick.path;
  // Where the artist changed the words and no picture was made of them yet, the next stage makes it.
  const words = pick && pick.origin.kind === 'regenerated' ? pick : shot;
  const isReworded =
    pick !== undefined && (words.prompt !== pick.prompt || words.negativePrompt !== pick.negativePrompt);
  const isApart = isElsewhere(context);
  if (pick && (isOther || isApart)) row.picture(pathFrom(context, pick.path));
  if (pick && (isOther || isApart || isReworded)) {
    row.words('prompt', words.prompt);
    row.words('negativePrompt', words.negativePrompt);
    if (pick.seed !== null) row.seed(pick.seed);
  }
  row.description(shot.description);
  row.omitted(!isInPlay(shot));
  const takes = takesOf(review.records, shot.id);
  // In its own folder a row that names no picture finds them all again by itself.
  const isLost = isApart || (isOther && row.namesPictures);
  if (takes.length > 1 && isLost) await list(takes, row, paths, context);
}

/** Another folder than the storyboard's. */
const isElsewhere = ({ board, target }: WriteContext): boolean =>
  target !== null && resolve(target) !== resolve(board.review.folder);

async function list(
  takes: readonly Take[],
  row: RowEdits,
  paths: PicturePaths,
  context: WriteContext,
): Promise<void> {
  const found = await Promise.all(row.listed.map((path) => paths.find(path)));
  const known = found.map((path) => {
    const at = takes.findIndex((take) => take.path === path);
    return at < 0 ? null : at;
  });
  row.takes(
    takes.map((take) => ({ ...take, path: pathFrom(context, take.path) })),
    known,
  );
}

/**
 * The shot that each row was read as, wherever it has been moved since. Where the file was changed after that, a row
 * takes the next shot of its number that no other row has.
 */
function shotsOfRows(rows: readonly SourceShot[], file: string, records: Records): (Shot | undefined)[] {
  const ids = shotIdsOf({ source: { name: file }, shots: rows });
  const same = ids.map((id, index) => {
    const ownId = ownIdOf(id);
    if (ownId !== null) return records.shot[ownId] ?? records.shot[id];
    const shot = records.shot[id];
    return shot?.number === rows[index]?.number ? shot : undefined;
  });
  const taken = new Set(same);
  const others = shotsInOrder(records).filter((shot) => !taken.has(shot) && !shot.added);
  const ofNumber = groupBy(others, ({ number }) => number);
  return rows.map(({ number }, index) => same[index] ?? ofNumber.get(number)?.shift());
}

interface ShotsFile {
  readonly text: string;
  readonly rows: readonly FoundRow[];
  readonly shots: readonly SourceShot[];
}

async function readAgain(file: string, name: string): Promise<ShotsFile> {
  try {
    const input: Input = await inputAt(file);
    const { shots } = await readShotsFile(input);
    return { text: await input.text(), rows: rowsOf(await input.json(), name) ?? [], shots };
  } catch (cause) {
    throw new ContinuistError('BAD_FILE', `${name} cannot be read again`, { file: name }, cause);
  }
}
