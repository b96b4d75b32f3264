/**
 * The pipeline's own shots file with what was decided put back: approved prompts and picks. Every other field,
 * the naming style, the order and numbers past 2^53 stay as they were.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Board } from '@core/board/index.js';
import {
  fieldOf,
  isFields,
  keyOf,
  listOf,
  NUMBER_FIELDS,
  PICTURE_FIELDS,
  PROMPT_FIELDS,
  textOf,
} from '@core/import/index.js';
import { ContinuistError } from '@shared/errors.js';
import { shotsInOrder } from '@shared/records/index.js';
import { parse, stringify } from 'lossless-json';

export async function revisedShots(board: Board): Promise<string> {
  const [storyboard] = Object.values(board.review.records.storyboard);
  if (storyboard?.source.format !== 'story-pipeline') return shotsFileOf(board);
  const file = join(board.review.folder, storyboard.source.name);
  let root: unknown;
  try {
    root = parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new ContinuistError('BAD_FILE', `${storyboard.source.name} cannot be read again`, {}, cause);
  }
  const rows = listOf(root) ?? (isFields(root) ? listOf(fieldOf(root, 'shots', 'scenes')) : undefined);
  if (!rows) return shotsFileOf(board);
  const byNumber = new Map(shotsInOrder(board.review.records).map((shot) => [shot.number, shot]));
  for (const [index, row] of rows.entries()) {
    const shot = byNumber.get(textOf(fieldOf(row, ...NUMBER_FIELDS)) ?? String(index + 1));
    if (!shot) continue;
    const pick = shot.pickId ? board.review.records.take[shot.pickId] : undefined;
    if (!pick || pick.origin.kind === 'imported') continue;
    row[keyOf(row, ...PROMPT_FIELDS) ?? inStyleOf(row, 'visual', 'prompt')] = pick.prompt;
    row[keyOf(row, ...PICTURE_FIELDS) ?? inStyleOf(row, 'image', 'path')] = pick.path;
    if (pick.negativePrompt !== (textOf(fieldOf(row, 'negativePrompt')) ?? '')) {
      row[keyOf(row, 'negativePrompt') ?? inStyleOf(row, 'negative', 'prompt')] = pick.negativePrompt;
    }
  }
  return `${stringify(root, undefined, 2)}\n`;
}

/** The name of a new field as this row writes its own: `image_path`, `ImagePath` or `imagePath`. */
function inStyleOf(row: Record<string, unknown>, first: string, second: string): string {
  const keys = Object.keys(row);
  if (keys.some((key) => key.includes('_'))) return `${first}_${second}`;
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return (keys.every((key) => /^[A-Z]/.test(key)) ? capital(first) : first) + capital(second);
}

/** For boards that came without a shots file: the same fields, made new. */
function shotsFileOf(board: Board): string {
  const { records } = board.review;
  const [storyboard] = Object.values(records.storyboard);
  const shots = shotsInOrder(records).map((shot) => {
    const pick = shot.pickId ? records.take[shot.pickId] : undefined;
    return {
      shotNumber: shot.number,
      duration: shot.duration,
      sceneDescription: shot.description,
      visualPrompt: pick?.prompt ?? shot.prompt,
      negativePrompt: pick?.negativePrompt ?? shot.negativePrompt,
      imagePath: pick?.path ?? null,
    };
  });
  return `${JSON.stringify({ titleId: storyboard?.title ?? '', totalShots: shots.length, shots }, null, 2)}\n`;
}
