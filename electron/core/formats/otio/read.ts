/** A timeline of OpenTimelineIO as a storyboard: a shot for each clip, its markers as notes. */
import { parse as parsePath } from 'node:path';
import { type Fields, isFields, textOf } from '@core/fields/index.js';
import { isPicture } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { decodedAddress } from '@shared/decoded-address.js';
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
  const shots: ImportedShot<SourceTake>[] = [];
  for (const [index, one] of clips.entries()) {
    const shot = shotOf(one, index);
    const path = await pictureOf(one.clip, shot.number, paths, skipped);
    shots.push({ ...shot, takes: path === null ? [] : [{ path, selected: true }] });
  }
  return {
    folder,
    title: (isFields(root) && textOf(root.name)?.trim()) || parsePath(name).name,
    source: { kind: 'pipeline', name, format: 'otio' },
    styleBrief: '',
    characters: [],
    shots,
    skipped,
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

async function pictureOf(
  clip: Fields,
  number: string,
  paths: PicturePaths,
  skipped: Skipped[],
): Promise<string | null> {
  const address = addressOf(clip);
  if (address === null) {
    skipped.push({ name: `picture of shot ${number}`, reason: 'the timeline names none' });
    return null;
  }
  // Addresses write a space as %20; a file may have a percent sign in its name.
  const found = (await paths.find(address)) ?? (await paths.find(decodedAddress(address)));
  if (found !== null && isPicture(found)) return found;
  const reason = found === null ? `picture of shot ${number} is missing` : 'not a picture, as a film is none';
  skipped.push({ name: shownPath(address), reason });
  return null;
}
