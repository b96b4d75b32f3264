/**
 * The pipeline's own shots file with what was decided put back, row by row: picks, prompts, seeds and descriptions.
 * Everything else stays as it was written, to the character.
 */
import { join, resolve } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { groupBy } from '@shared/group-by.js';
import { type Records, type Shot, shotsInOrder, type Take, takesOf } from '@shared/records/index.js';
import type { WriteContext } from '../format.js';
import { type ImportedShot, type SourceTake, shotIdOf } from '../imported.js';
import { type Input, inputAt } from '../input.js';
import { pathFrom } from '../path-from.js';
import { PicturePaths } from '../shot-rows/index.js';
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
  for (const [index, row] of file.rows.entries()) {
    const [shot, read] = [shots[index], file.shots[index]];
    if (shot && read) await decide(new RowEdits(row, edits), shot, read, paths, context);
  }
  return edits.toString();
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
  const same = rows.map(({ number }, index) => {
    const shot = records.shot[shotIdOf(file, number, index)];
    return shot?.number === number ? shot : undefined;
  });
  const taken = new Set(same);
  const others = shotsInOrder(records).filter((shot) => !taken.has(shot));
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
