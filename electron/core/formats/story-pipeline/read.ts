/**
 * The story pipeline's shots file with its keyframes: a list of shots under any of the names in use, in scenes or at
 * the root; pictures that its rows name, from a manifest, or by their names in a keyframes folder.
 */
import { parse as parsePath } from 'node:path';
import { isFields } from '@core/fields/index.js';
import type { SourceStoryboard } from '../imported.js';
import type { Input } from '../input.js';
import {
  badField,
  NamedFields,
  type NumberedRow,
  oddSeed,
  readRow,
  shotsOfRows,
  statedIn,
  unreadFields,
} from '../shot-rows/index.js';
import { charactersOf } from './characters.js';
import { type FoundRow, pathText, rowsOf } from './rows.js';
import { sceneOf } from './scene-of.js';

/** Throws BAD_FILE naming file, field and what was expected, or OPEN_FAILED. */
export async function readShotsFile(input: Input): Promise<SourceStoryboard> {
  const { name, folder } = input;
  const root = await input.json();
  const found = rowsOf(root, name);
  if (!found) throw badField(name, 'shots', 'a list of shots');
  if (found.length === 0) throw badField(name, 'shots', 'at least one shot');
  const rows = found.map((one, index) => numbered(one, index, name));
  const { shots, skipped, match } = await shotsOfRows(input, rows);
  const heads = [...(isFields(root) ? [root] : []), ...(found[0]?.holders ?? [])];
  const headText = (...names: string[]) =>
    heads.map((head) => new NamedFields(head).text(names)).find(Boolean);
  return {
    folder,
    title:
      headText('title', 'titleId', 'storyTitle', 'projectTitle', 'projectName', 'name') ??
      parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'story-pipeline' },
    styleBrief: headText('styleBrief', 'style', 'visualStyle', 'artStyle', 'styleGuide') ?? '',
    characters: heads.flatMap(charactersOf),
    shots,
    skipped: [
      ...skipped,
      ...found.flatMap(({ fields, path }) => {
        const odd = oddSeed(fields);
        return odd ? [{ name: `${name}, ${pathText(path)}.${odd.key}`, reason: odd.reason }] : [];
      }),
      ...unreadFields(
        name,
        found.map(({ fields }) => fields),
      ),
    ],
    match,
  };
}

/** A scene's camera, place or light is that of each of its shots that names none. */
function numbered(found: FoundRow, index: number, file: string): NumberedRow {
  const row = readRow(found.fields, (field, expected) => {
    throw badField(file, `${pathText(found.path)}.${field}`, expected);
  });
  const named = new Set(row.stated.map(({ kind }) => kind));
  const ofScene = found.scene ? statedIn(new NamedFields(found.scene), new Set()) : [];
  return {
    ...row,
    // Its key in an object of rows, or its place in the file.
    number: row.number ?? found.key ?? String(index + 1),
    scene: row.scene ?? sceneOf(found),
    stated: [...row.stated, ...ofScene.filter(({ kind }) => !named.has(kind))],
  };
}
