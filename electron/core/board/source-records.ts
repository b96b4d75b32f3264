/** The records of a storyboard as its source has it. */
import { resolve } from 'node:path';
import type { Asset } from '@core/assets/index.js';
import { canonFrom, claimsOfSource, readingsFor } from '@core/canon/index.js';
import { descriptionReader } from '@core/claims/index.js';
import {
  type ImportedPortrait,
  type ImportedShot,
  type ImportedStoryboard,
  type ImportedTake,
  shotIdsOf,
  stableId,
} from '@core/formats/index.js';
import type { Skipped } from '@shared/contract/index.js';
import {
  EMPTY_RECORDS,
  type Portrait,
  positionFacts,
  type Records,
  type Shot,
  type Take,
} from '@shared/records/index.js';
import PQueue from 'p-queue';

/** Registers a picture, by its absolute path and the one from the folder. Throws IMAGE_MISSING or IMAGE_UNREADABLE. */
export type AddPicture = (file: string, path: string) => Promise<Asset>;

/** Pictures that are registered side by side. */
const AT_ONCE = 16;

/** All pictures of a storyboard by their paths, each registered once. */
export async function addAll(
  { folder, shots, portraits = [] }: ImportedStoryboard,
  add: AddPicture,
): Promise<ReadonlyMap<string, PromiseSettledResult<Asset>>> {
  const all = [...shots.flatMap(({ takes }) => takes), ...portraits];
  const paths = [...new Set(all.map(({ path }) => path))];
  const queue = new PQueue({ concurrency: AT_ONCE });
  const added = await Promise.allSettled(
    paths.map((path) => queue.add(() => add(resolve(folder, path), path))),
  );
  return new Map(paths.map((path, at) => [path, added[at] as PromiseSettledResult<Asset>]));
}

/** Pictures that cannot be registered are added to `skipped`. */
export async function recordsOf(
  imported: ImportedStoryboard,
  add: AddPicture,
  skipped: Skipped[],
): Promise<Records> {
  const now = Date.now();
  const pictures = await addAll(imported, add);
  const shots: Shot[] = [];
  const takes: Take[] = [];
  /** The picture at a path; null where it is left out. */
  const addedAt = (path: string): Asset | null => {
    const added = pictures.get(path);
    if (added?.status === 'fulfilled') return added.value;
    const thrown: unknown = added?.reason;
    skipped.push({ name: path, reason: thrown instanceof Error ? thrown.message : String(thrown) });
    return null;
  };
  const ids = shotIdsOf(imported);
  for (const [position, source] of imported.shots.entries()) {
    const id = ids[position] as string;
    const made: { take: Take; selected: boolean }[] = [];
    for (const picture of source.takes) {
      const asset = addedAt(picture.path);
      if (asset) made.push({ take: takeOf(id, picture, asset, now), selected: picture.selected });
    }
    takes.push(...made.map(({ take }) => take));
    const pick = made.find(({ selected }) => selected) ?? made[0];
    shots.push(shotOf(id, position, source, pick?.take ?? null));
  }
  const portraits = (imported.portraits ?? []).flatMap((one) => {
    const asset = addedAt(one.path);
    return asset ? [portraitOf(one, asset, now)] : [];
  });
  const storyboard = {
    id: stableId('storyboard', imported.source.name),
    title: imported.title,
    source: imported.source,
    styleBrief: imported.styleBrief,
    createdAt: now,
  };
  // The canon reads the shots in which somebody of the sheet is named.
  const sheet = canonFrom([], imported.characters, imported.styleBrief);
  await descriptionReader.prepare(readingsFor(shots, positionFacts(sheet, shots)));
  const facts = canonFrom(shots, imported.characters, imported.styleBrief);
  const claims = shots.flatMap(({ id }, at) => claimsOfSource(id, imported.shots[at]?.stated ?? []));
  return {
    ...EMPTY_RECORDS,
    storyboard: { [storyboard.id]: storyboard },
    shot: byId(shots),
    take: byId(takes),
    portrait: byId(portraits),
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
    ...(source.isOmitted && { omitted: true }),
  };
}

function takeOf(shotId: string, picture: ImportedTake, asset: Asset, now: number): Take {
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

const portraitOf = (
  { name, path }: ImportedPortrait,
  { sha256, width, height, unreadable }: Asset,
  createdAt: number,
): Portrait => ({
  id: stableId('portrait', path),
  name,
  sha256,
  path,
  width,
  height,
  unreadable,
  createdAt,
});

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));
