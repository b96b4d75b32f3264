/** From an imported storyboard to an open board: pictures registered, review file made or found, claims derived. */
import { join, resolve } from 'node:path';
import { type Assets, createAssets } from '@core/assets/index.js';
import { canonFrom, claimsOfSource } from '@core/canon/index.js';
import {
  type FoundStoryboard,
  type ImportedShot,
  type ImportedStoryboard,
  type ImportedTake,
  shotIdOf,
  stableId,
} from '@core/formats/index.js';
import { openReview, type Review } from '@core/review/index.js';
import type { CommandSettings } from '@shared/commands/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { EMPTY_RECORDS, type Records, type Shot, type Take } from '@shared/records/index.js';
import { Board } from './board.js';

export interface OpenBoardOptions {
  /** Where reviews go whose own folder cannot be written. */
  readonly dataFolder: string;
  /** For thumbnails. */
  readonly cacheFolder: string;
  /** As they are whenever a command runs. */
  readonly settings: () => CommandSettings;
  /** Defects, and what kept the program from writing by itself. */
  readonly log: (thrown: unknown) => void;
}

/** Reads the storyboard only where it has no review yet. */
export async function openBoard(found: FoundStoryboard, options: OpenBoardOptions): Promise<Board> {
  const review = openReview({
    folder: found.folder,
    dataFolder: options.dataFolder,
    settings: options.settings,
  });
  try {
    const assets = createAssets({ cacheFolder: options.cacheFolder });
    const { isNew } = review;
    if (isNew) {
      const imported = await found.read();
      const skipped = [...imported.skipped];
      review.importRecords(await recordsOf(imported, assets, skipped), 'Open storyboard', skipped);
    }
    const pictures = recallPictures(review, assets);
    const areClaimsDerived = !isNew && !review.isJoined;
    const board = new Board({ review, assets, pictures, areClaimsDerived, log: options.log });
    await board.worded();
    return board;
  } catch (thrown) {
    review.close();
    throw thrown;
  }
}

async function recordsOf(imported: ImportedStoryboard, assets: Assets, skipped: Skipped[]): Promise<Records> {
  const now = Date.now();
  const shots: Shot[] = [];
  const takes: Take[] = [];
  for (const [position, source] of imported.shots.entries()) {
    const id = shotIdOf(imported.source.name, source.number, position);
    const made: { take: Take; selected: boolean }[] = [];
    for (const picture of source.takes) {
      const take = await takeOf(imported.folder, id, picture, assets, now).catch((thrown) => {
        skipped.push({
          name: picture.path,
          reason: thrown instanceof Error ? thrown.message : String(thrown),
        });
        return null;
      });
      if (take) made.push({ take, selected: picture.selected });
    }
    takes.push(...made.map(({ take }) => take));
    const pick = made.find(({ selected }) => selected) ?? made[0];
    shots.push(shotOf(id, position, source, pick?.take ?? null));
  }
  const storyboard = {
    id: stableId('storyboard', imported.source.name),
    title: imported.title,
    source: imported.source,
    styleBrief: imported.styleBrief,
    createdAt: now,
  };
  const facts = canonFrom(shots, imported.characters, imported.styleBrief);
  const claims = shots.flatMap(({ id }, at) => claimsOfSource(id, imported.shots[at]?.stated ?? []));
  return {
    ...EMPTY_RECORDS,
    storyboard: { [storyboard.id]: storyboard },
    shot: byId(shots),
    take: byId(takes),
    fact: byId(facts),
    claim: byId(claims),
  };
}

/** Characters, as a note may have. */
const LONGEST_NOTE = 10_000;

function shotOf(id: string, position: number, source: ImportedShot, pick: Take | null): Shot {
  return {
    id,
    position,
    number: source.number,
    scene: source.scene,
    description: source.description,
    prompt: pick?.prompt ?? source.description,
    negativePrompt: pick?.negativePrompt ?? '',
    duration: source.duration,
    pickId: pick?.id ?? null,
    status: 'pending',
    note: (source.note ?? '').slice(0, LONGEST_NOTE),
    stars: 0,
  };
}

async function takeOf(
  folder: string,
  shotId: string,
  picture: ImportedTake,
  assets: Assets,
  now: number,
): Promise<Take> {
  const asset = await assets.add(join(folder, picture.path));
  return {
    id: stableId('take', shotId, picture.path),
    shotId,
    sha256: asset.sha256,
    path: picture.path,
    width: asset.width,
    height: asset.height,
    origin: { kind: 'imported' },
    round: 0,
    prompt: picture.prompt,
    negativePrompt: picture.negativePrompt,
    seed: picture.seed,
    settings: { ...picture.settings },
    made: picture.made,
    unreadable: asset.unreadable,
    createdAt: now,
  };
}

/** Resolves when the pictures that were moved or renamed are found again by their content. */
const recallPictures = ({ folder, records }: Review, assets: Assets): Promise<void> =>
  assets.recall(
    folder,
    new Map(Object.values(records.take).map(({ sha256, path }) => [sha256, resolve(folder, path)])),
  );

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));
