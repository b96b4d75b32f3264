/** Storyboarder’s project file: a board each, its picture in `images/`. Made from the fields that the program writes. */
import { parse as parsePath } from 'node:path';
import { type Fields, isFields, listOf, numberOf } from '@core/fields/index.js';
import type { Skipped } from '@shared/contract/index.js';
import type { ImportedShot, SourceStoryboard, SourceTake } from '../imported.js';
import type { Input } from '../input.js';
import { badField, NamedFields } from '../shot-rows/index.js';
import { BoardPictures } from './pictures.js';

/** The boards of a parsed project; undefined where the file is none. */
export const boardsIn = (root: unknown): Fields[] | undefined =>
  isFields(root) ? listOf(root.boards) : undefined;

/** Milliseconds; what the program takes where a project says nothing. */
const USUAL_TIMING = 2000;

/** Throws BAD_FILE naming file, field and what was expected, or OPEN_FAILED. */
export async function readStoryboarder(input: Input): Promise<SourceStoryboard> {
  const { name } = input;
  const root = await input.json();
  const boards = boardsIn(root);
  if (!boards || !isFields(root)) throw badField(name, 'boards', 'a list of boards');
  if (boards.length === 0) throw badField(name, 'boards', 'at least one board');
  const { folder } = input;
  const skipped: Skipped[] = [];
  const pictures = new BoardPictures(folder, skipped);
  const timing = numberOf(root.defaultBoardTiming) ?? USUAL_TIMING;
  const shots: ImportedShot<SourceTake>[] = [];
  for (const [index, board] of boards.entries()) {
    const shot = shotOf(board, index, timing, name);
    const path = await pictures.of(board, shot.number);
    shots.push({ ...shot, takes: path === null ? [] : [{ path, selected: true }] });
  }
  return {
    folder,
    title: parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'storyboarder' },
    styleBrief: '',
    characters: [],
    shots,
    skipped,
  };
}

function shotOf(board: Fields, index: number, timing: number, file: string): ImportedShot<SourceTake> {
  const named = new NamedFields(board);
  const written = board.duration;
  const milliseconds = written === undefined || written === null ? timing : numberOf(written);
  if (milliseconds === undefined || milliseconds < 0)
    throw badField(file, `boards[${index}].duration`, 'a number of milliseconds');
  const [action, dialogue, notes] = [named.text(['action']), named.text(['dialogue']), named.text(['notes'])];
  const spoken = dialogue && `Somebody says: “${dialogue.replace(/["“”]/g, '’')}”`;
  return {
    number: named.text(['shot', 'number']) ?? String(index + 1),
    scene: null,
    description: [action, spoken].filter(Boolean).join(' '),
    ...(notes && { note: notes }),
    duration: milliseconds > 0 ? milliseconds / 1000 : null,
    takes: [],
  };
}
