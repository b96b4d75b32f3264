/**
 * The pipeline's own shots file with what was decided put back: approved prompts and picks. Every other field,
 * the naming style, the order and numbers past 2^53 stay as they were.
 */
import { join } from 'node:path';
import { type Fields, fieldOf, keyOf, textOf } from '@core/fields/index.js';
import { ContinuistError } from '@shared/errors.js';
import { groupBy } from '@shared/group-by.js';
import { type Records, type Shot, shotsInOrder } from '@shared/records/index.js';
import { stringify } from 'lossless-json';
import type { WriteContext } from '../format.js';
import { shotIdOf } from '../imported.js';
import { inputAt } from '../input.js';
import { pathFrom } from '../path-from.js';
import { DESCRIPTION_FIELDS, PICTURE_FIELDS, PROMPT_FIELDS } from './field-names.js';
import { numberOfRow, rowsOf } from './read.js';

/** Throws BAD_FILE when the shots file that the board was opened from can no longer be read. */
export async function shotsFile(context: WriteContext): Promise<string> {
  const { records, folder } = context.board.review;
  const [storyboard] = Object.values(records.storyboard);
  if (storyboard?.source.format !== 'story-pipeline') return newShotsFile(context);
  const { name } = storyboard.source;
  const root = await readAgain(join(folder, name), name);
  const rows = rowsOf(root);
  if (!rows) return newShotsFile(context);
  const shots = shotsOfRows(rows, name, records);
  for (const [index, row] of rows.entries()) {
    const shot = shots[index];
    const pick = shot?.pickId ? records.take[shot.pickId] : undefined;
    if (!shot || !pick || pick.origin.kind === 'imported') continue;
    // Without one the prompt describes the shot, and that prompt is about to change.
    if (!textOf(fieldOf(row, ...DESCRIPTION_FIELDS)) && shot.description !== pick.prompt)
      row[keyOf(row, ...DESCRIPTION_FIELDS) ?? inStyleOf(row, 'scene', 'description')] = shot.description;
    row[keyOf(row, ...PROMPT_FIELDS) ?? inStyleOf(row, 'visual', 'prompt')] = pick.prompt;
    row[keyOf(row, ...PICTURE_FIELDS) ?? inStyleOf(row, 'image', 'path')] = pathFrom(context, pick.path);
    if (pick.negativePrompt !== (textOf(fieldOf(row, 'negativePrompt')) ?? '')) {
      row[keyOf(row, 'negativePrompt') ?? inStyleOf(row, 'negative', 'prompt')] = pick.negativePrompt;
    }
  }
  return `${stringify(root, undefined, 2)}\n`;
}

/**
 * The shot that each row was read as, wherever it has been moved since. Where the file was changed after that, a row
 * takes the next shot of its number that no other row has.
 */
function shotsOfRows(rows: readonly Fields[], file: string, records: Records): (Shot | undefined)[] {
  const numbers = rows.map(numberOfRow);
  const same = numbers.map((number, index) => records.shot[shotIdOf(file, number, index)]);
  const taken = new Set(same);
  const others = shotsInOrder(records).filter((shot) => !taken.has(shot));
  const ofNumber = groupBy(others, ({ number }) => number);
  return numbers.map((number, index) => same[index] ?? ofNumber.get(number)?.shift());
}

async function readAgain(file: string, name: string): Promise<unknown> {
  try {
    return await (await inputAt(file)).json();
  } catch (cause) {
    throw new ContinuistError('BAD_FILE', `${name} cannot be read again`, { file: name }, cause);
  }
}

/** The name of a new field as this row writes its own: `image_path`, `ImagePath` or `imagePath`. */
function inStyleOf(row: Record<string, unknown>, first: string, second: string): string {
  const keys = Object.keys(row);
  if (keys.some((key) => key.includes('_'))) return `${first}_${second}`;
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return (keys.every((key) => /^[A-Z]/.test(key)) ? capital(first) : first) + capital(second);
}

/** For boards that came without a shots file: the same fields, made new. */
function newShotsFile(context: WriteContext): string {
  const { records } = context.board.review;
  const [storyboard] = Object.values(records.storyboard);
  const shots = shotsInOrder(records).map((shot) => {
    const pick = shot.pickId ? records.take[shot.pickId] : undefined;
    return {
      shotNumber: shot.number,
      duration: shot.duration,
      sceneDescription: shot.description,
      visualPrompt: pick?.prompt ?? shot.prompt,
      negativePrompt: pick?.negativePrompt ?? shot.negativePrompt,
      imagePath: pick ? pathFrom(context, pick.path) : null,
    };
  });
  return `${JSON.stringify({ titleId: storyboard?.title ?? '', totalShots: shots.length, shots }, null, 2)}\n`;
}
