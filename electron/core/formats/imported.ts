import { createHash } from 'node:crypto';
import type { Stated } from '@core/claims/index.js';
import type { Skipped } from '@shared/contract/index.js';
import type { MatchBasis, ShotToMatch } from '@shared/matching/index.js';
import type { Making, Storyboard } from '@shared/records/index.js';
import { sourceIdOf } from '@shared/source-change/index.js';

/** One picture of a shot, as its source describes it. What the source doesn't name is read from the picture. */
export interface SourceTake {
  /** Relative to `ImportedStoryboard.folder`, forward slashes. */
  readonly path: string;
  readonly prompt?: string;
  readonly negativePrompt?: string;
  /** Decimal, below 2^64. */
  readonly seed?: string | null;
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** The source says that this take counts. */
  readonly selected: boolean;
}

/** One picture of a shot, with what its source and its own file say of it. */
export interface ImportedTake extends Required<SourceTake> {
  readonly made: Making | null;
}

export interface ImportedShot<T = ImportedTake> {
  readonly number: string;
  /** An artist put it in under this id, and exported it. Absent = it is the source's own. */
  readonly ownId?: string;
  readonly scene: string | null;
  readonly description: string;
  /** What it says beside the description, in fields of their own: its camera, light, mood and things. */
  readonly stated?: readonly Stated[];
  /** It is no part of the story. Absent = it is. */
  readonly isOmitted?: boolean;
  /** What was noted on it. */
  readonly note?: string;
  /** Seconds. */
  readonly duration: number | null;
  /** May be empty: a shot whose picture is missing stays in the storyboard. */
  readonly takes: readonly T[];
}

export interface ImportedCharacter {
  readonly name: string;
  /** As a picture would be described: "a girl in a red coat". */
  readonly description: string;
  readonly aliases: readonly string[];
}

/** A picture that shows somebody of the cast, and no shot. */
export interface ImportedPortrait {
  /** Whom it shows, by their name among `characters` where they are there. */
  readonly name: string;
  /** Relative to `ImportedStoryboard.folder`, forward slashes. */
  readonly path: string;
}

/** What an importer read: plain data, nothing opened yet. */
export interface ImportedStoryboard<T = ImportedTake> {
  /** Absolute. The review's base folder: pictures lie in it or below. */
  readonly folder: string;
  readonly title: string;
  readonly source: Storyboard['source'];
  readonly styleBrief: string;
  readonly characters: readonly ImportedCharacter[];
  readonly portraits?: readonly ImportedPortrait[];
  readonly shots: readonly ImportedShot<T>[];
  readonly skipped: readonly Skipped[];
  /** What the artist should know of how it was read, in sentences. */
  readonly notes?: readonly string[];
}

/** As a format reads it, before its pictures are asked. */
export interface SourceStoryboard extends ImportedStoryboard<SourceTake> {
  /** How its pictures were matched; absent where the format itself says of every picture what it is. */
  readonly match?: ReadMatch;
}

export interface ReadMatch extends MatchBasis {
  readonly shots: readonly ShownShot[] | null;
  /** Of a shot list. */
  readonly columns: readonly ReadColumn[];
  /** What of its columns was guessed, in sentences. */
  readonly doubts: readonly string[];
}

export interface ShownShot extends ShotToMatch {
  readonly hasOthers: boolean;
  /** Its beginning. */
  readonly description: string;
}

/** A column of a shot list, and what it is read as. */
export interface ReadColumn {
  /** As the header has it; its place where it has nothing. */
  readonly header: string;
  /** For the artist: "number"; null where nothing is known of it. */
  readonly meaning: string | null;
  /** The artist said so, or its header does by itself. */
  readonly isSure: boolean;
}

/** The same source gives the same ids, so that a storyboard read twice can be compared. */
export const stableId = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 20);

/** Of the shot that a source of this name has at `index`, 0 first. Numbers may repeat, and shots may be moved. */
const shotIdOf = (source: string, number: string, index: number): string =>
  stableId('shot', source, number, String(index));

/** Of all shots of a source, in their order; a row that was copied with its id has one of its own. */
export function shotIdsOf({
  source,
  shots,
}: {
  readonly source: Pick<ImportedStoryboard['source'], 'name'>;
  readonly shots: readonly Pick<ImportedShot, 'number' | 'ownId'>[];
}): string[] {
  const taken = new Set<string>();
  return shots.map(({ number, ownId }, index) => {
    if (ownId === undefined || taken.has(ownId)) return shotIdOf(source.name, number, index);
    taken.add(ownId);
    return sourceIdOf(ownId);
  });
}
