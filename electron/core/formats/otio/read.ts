/** A timeline of OpenTimelineIO as a storyboard: a shot for each clip, its markers as notes. */
import { parse as parsePath } from 'node:path';
import { type Fields, isFields, textOf } from '@core/fields/index.js';
import { isPicture } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { decodedAddress } from '@shared/decoded-address.js';
import { latestVersion } from '@shared/matching/index.js';
import { framesOf, shownWords, withSeed } from '../frames-of.js';
import type { ImportedShot, SourceStoryboard, SourceTake } from '../imported.js';
import type { Input } from '../input.js';
import { badField, FIELDS, NamedFields, PicturePaths, shownPath } from '../shot-rows/index.js';
import { clipsIn, type TimelineClip } from './clips.js';
import { addressOf } from './media.js';

/** Throws BAD_FILE naming file, field and what was expected, or OPEN_FAILED. */
export async function readTimeline(input: Input): Promise<SourceStoryboard> {
  const { name, folder } = input;
  const root = await input.json();
  const clips = clipsIn(root);
  if (!clips) throw badField(name, 'OTIO_SCHEMA', 'a timeline, a stack or a track');
  if (clips.length === 0) throw badField(name, 'tracks', 'at least one clip in a video track');
  const skipped: Skipped[] = [];
  const paths = new PicturePaths(folder);
  const read = clips.map(shotOf);
  const named: (string | Skipped)[] = [];
  for (const [at, { clip }] of clips.entries())
    named.push(await pictureOf(clip, read[at]?.number ?? '', paths));
  const { paths: pictures } = await input.pictures();
  const inFolder = new Set(pictures);
  // A clip whose picture is missing, or lies elsewhere by now, has the one of its name.
  const toMatch = read.map(({ number, scene, description }, at) => {
    const path = named[at];
    const isFound = typeof path === 'string';
    const names = isFound && inFolder.has(path) ? [path] : [];
    const hasOthers = isFound && names.length === 0;
    return { number, scene, description: shownWords(description), names, hasOthers };
  });
  const frames = await framesOf(input, toMatch);
  const shots = read.map((shot, at): ImportedShot<SourceTake> => {
    const own = named[at] ?? '';
    const matched = frames.takes[at] ?? [];
    if (typeof own !== 'string' && matched.length === 0) skipped.push(own);
    const all = typeof own === 'string' ? [...new Set([own, ...matched])] : matched;
    const picked = typeof own === 'string' ? own : all[latestVersion(all)];
    return { ...shot, takes: all.map((path) => withSeed({ path, selected: path === picked }, frames.seeds)) };
  });
  return {
    folder,
    title: (isFields(root) && textOf(root.name)?.trim()) || parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'otio' },
    styleBrief: '',
    characters: [],
    shots,
    skipped: [...skipped, ...frames.skipped],
    match: { pictures, shots: toMatch, columns: [], doubts: [] },
  };
}

function shotOf({ clip, duration, scene, notes }: TimelineClip, index: number): ImportedShot<SourceTake> {
  return {
    number: textOf(clip.name)?.trim() || String(index + 1),
    scene,
    description: describedIn(clip.metadata, 0) ?? '',
    ...(notes.length > 0 && { note: notes.join('\n') }),
    duration: duration > 0 ? Number(duration.toFixed(6)) : null,
    takes: [],
  };
}

const DEEPEST = 3;

/** Programs keep a clip's description in its metadata, each under a name of its own. */
function describedIn(metadata: unknown, deep: number): string | undefined {
  if (!isFields(metadata) || deep > DEEPEST) return undefined;
  const own = new NamedFields(metadata).first([...FIELDS.description, 'comment', 'comments'], (value) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined,
  );
  if (own) return own.value;
  for (const inner of Object.values(metadata)) {
    const found = describedIn(inner, deep + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The picture that a clip names, or why there is none. */
async function pictureOf(clip: Fields, number: string, paths: PicturePaths): Promise<string | Skipped> {
  const address = addressOf(clip);
  if (address === null) return { name: `picture of shot ${number}`, reason: 'the timeline names none' };
  // Addresses write a space as %20; a file may have a percent sign in its name.
  const found = (await paths.find(address)) ?? (await paths.find(decodedAddress(address)));
  if (found !== null && isPicture(found)) return found;
  const reason = found === null ? `picture of shot ${number} is missing` : 'not a picture, as a film is none';
  return { name: shownPath(address), reason };
}
