/** The stories of ViStoryBench: `story.json` with its characters and shots in English and Chinese, frames in `frames/`. */
import { parse as parsePath } from 'node:path';
import type { Stated } from '@core/claims/index.js';
import { type Fields, isFields, listOf, textOf } from '@core/fields/index.js';
import type { ImportedCharacter, SourceStoryboard } from '../imported.js';
import type { Input } from '../input.js';
import { badField, NamedFields, type NumberedRow, shotsOfRows } from '../shot-rows/index.js';
import { apartFromCast } from './references.js';

const STATIC = ['Static Shot Description'];
const PLOT = ['Plot Correspondence'];
const PERSPECTIVE = ['Shot Perspective Design'];
const SETTING = ['Setting Description'];
const APPEARING = ['Characters Appearing'];

/** The shots of a parsed story; undefined where the file is none. */
export function shotsIn(root: unknown): Fields[] | undefined {
  if (!isFields(root)) return undefined;
  const shots = new NamedFields(root).first(['Shots'], listOf)?.value;
  const isStory = shots?.some((shot) =>
    new NamedFields(shot).first([...STATIC, ...PERSPECTIVE, ...PLOT], wordsOf),
  );
  return isStory ? shots : undefined;
}

/** Throws BAD_FILE naming file, field and what was expected, or OPEN_FAILED. */
export async function readStory(input: Input): Promise<SourceStoryboard> {
  const { name } = input;
  const root = await input.json();
  const shots = shotsIn(root);
  if (!shots || !isFields(root)) throw badField(name, 'Shots', 'a list of shots with their descriptions');
  const { folder } = input;
  const cast = castOf(root);
  const characters = charactersOf(cast);
  const looks = new Map(characters.map((one) => [one.name, one.description]));
  const rows = shots.map((shot, index) => rowOf(shot, index, looks));
  const names = cast.map(({ name, aliases }) => [name, ...aliases]);
  const { frames, portraits } = apartFromCast(input, names);
  const { shots: read, skipped, match } = await shotsOfRows(frames, rows);
  return {
    folder,
    title: parsePath(folder).base || parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'vistorybench' },
    styleBrief: '',
    characters,
    portraits: await portraits(),
    shots: read,
    skipped,
    match,
  };
}

function rowOf(shot: Fields, index: number, looks: ReadonlyMap<string, string>): NumberedRow {
  const named = new NamedFields(shot);
  const text = (names: readonly string[]) => named.first(names, wordsOf)?.value;
  const seen = named.first(STATIC, wordsOf) ?? named.first(PLOT, wordsOf);
  const stated: Stated[] = [];
  const [perspective, setting] = [text(PERSPECTIVE), text(SETTING)];
  if (perspective) stated.push({ kind: 'framing', words: perspective });
  if (setting) stated.push({ kind: 'place', words: setting });
  // Who appears is asked for by their looks: a judge knows no names.
  for (const name of named.first(APPEARING, namesOf)?.value ?? [])
    stated.push({ kind: 'thing', words: looks.get(name) ?? name });
  return {
    number: named.first(['index', 'shotNumber'], textOf)?.value ?? String(index + 1),
    scene: null,
    sceneKey: null,
    ownId: null,
    isOmitted: false,
    stated,
    seconds: null,
    prefix: null,
    words: seen ? { description: { text: seen.value, keys: [seen.key] } } : {},
    pictures: { all: [] },
  };
}

/** English where there is some, else Chinese. */
function wordsOf(value: unknown): string | undefined {
  if (isFields(value)) return new NamedFields(value).first(['en', 'ch', 'zh'], wordsOf)?.value;
  return textOf(value)?.trim() || undefined;
}

function namesOf(value: unknown): string[] | undefined {
  const list = isFields(value)
    ? new NamedFields(value).first(['en', 'ch', 'zh'], (one) => (Array.isArray(one) ? one : undefined))?.value
    : value;
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string' && one.trim() !== '') : undefined;
}

interface CastMember extends Omit<ImportedCharacter, 'description'> {
  readonly description: string | undefined;
}

function castOf(root: Fields): CastMember[] {
  const cast = new NamedFields(root).first(['Characters'], (value) =>
    isFields(value) ? value : undefined,
  )?.value;
  return Object.entries(cast ?? {}).flatMap(([name, one]) => {
    if (!isFields(one)) return [];
    const named = new NamedFields(one);
    const description = named.first(['prompt_en', 'prompt_ch', 'prompt'], wordsOf)?.value;
    const aliases = ['name_en', 'name_ch'].flatMap((key) => named.first([key], wordsOf)?.value ?? []);
    return { name, description, aliases: [...new Set(aliases)].filter((alias) => alias !== name) };
  });
}

const charactersOf = (cast: readonly CastMember[]): ImportedCharacter[] =>
  cast.flatMap(({ description, ...one }) => (description ? [{ ...one, description }] : []));
