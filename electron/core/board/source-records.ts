/** The records of a storyboard as its source has it, every picture hashed. */
import { resolve } from 'node:path';
import type { Asset } from '@core/assets/index.js';
import { canonFrom, claimsOfSource } from '@core/canon/index.js';
import {
  type ImportedShot,
  type ImportedStoryboard,
  type ImportedTake,
  shotIdOf,
  stableId,
} from '@core/formats/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { EMPTY_RECORDS, type Records, type Shot, type Take } from '@shared/records/index.js';

/** Registers a picture, by its absolute path. Throws IMAGE_MISSING or IMAGE_UNREADABLE. */
export type AddPicture = (file: string) => Promise<Asset>;

/** Pictures that cannot be registered are added to `skipped`. */
export async function recordsOf(
  imported: ImportedStoryboard,
  add: AddPicture,
  skipped: Skipped[],
): Promise<Records> {
  const now = Date.now();
  const shots: Shot[] = [];
  const takes: Take[] = [];
  for (const [position, source] of imported.shots.entries()) {
    const id = shotIdOf(imported.source.name, source.number, position);
    const made: { take: Take; selected: boolean }[] = [];
    for (const picture of source.takes) {
      const take = await takeOf(imported.folder, id, picture, add, now).catch((thrown) => {
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
  add: AddPicture,
  now: number,
): Promise<Take> {
  const asset = await add(resolve(folder, picture.path));
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

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));
