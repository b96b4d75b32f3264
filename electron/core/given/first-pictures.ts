/** Pictures that the artist gives to shots without one: each becomes the first take of its shot, and its pick. */
import { createHash, randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { type Asset, assetOf } from '@core/assets/index.js';
import { type Board, writePicture } from '@core/board/index.js';
import { isUnreadable, pictureHeader } from '@core/measures/index.js';
import { ContinuistError } from '@shared/errors.js';
import { matchPictures } from '@shared/matching/index.js';
import { need, type Shot, shotsInOrder, type Take } from '@shared/records/index.js';

export interface GivenPicture {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface FirstPictures {
  /** What became of them, in sentences. */
  readonly told: readonly string[];
  /** Of the shots that have a picture now, in story order. */
  readonly shotIds: readonly string[];
}

/** No take is picked, or what is picked cannot be shown: its file is gone, or no picture. */
export function isEmptyShot(board: Board, { pickId }: Pick<Shot, 'pickId'>): boolean {
  const pick = board.review.records.take[pickId ?? ''];
  return !pick || pick.unreadable !== null || board.assets.resolve(pick.sha256) === null;
}

interface Put {
  readonly shot: Shot;
  readonly picture: GivenPicture;
}

/** A picture whose file is written, and no asset before it is taken in. */
interface Written {
  readonly name: string;
  readonly take: Take;
  readonly file: string;
  readonly asset: Asset;
  /** Of its file. */
  readonly as: { readonly bytes: number; readonly changedAt: number };
}

/**
 * `shotId`: the shot that one picture is given to; null = their names say which, as in a folder of pictures. One step of
 * undo. Throws NOT_FOUND, and NO_PICTURE_TAKEN where none could be taken in, with the reasons.
 */
export async function takeFirstPictures(
  board: Board,
  given: readonly GivenPicture[],
  shotId: string | null,
): Promise<FirstPictures> {
  const told: string[] = [];
  const puts = shotId === null ? byTheirNames(board, given, told) : [putOn(board, given, shotId)];
  /** Files of pictures that no take has. */
  const unused = new Set<string>();
  try {
    const written: Written[] = [];
    for (const { shot, picture } of puts) {
      const one = await write(board, shot, picture);
      if (one) {
        unused.add(one.file);
        written.push(one);
      } else told.push(`${picture.name} is no picture that can be read`);
    }
    // What happened meanwhile, while they were read, counts.
    const free = written.filter(({ take, name }) => {
      const shot = board.review.records.shot[take.shotId];
      if (shot && isEmptyShot(board, shot)) return true;
      told.push(
        `${name} is left out: ${shot ? `shot ${shot.number} got a picture meanwhile` : 'its shot is gone'}`,
      );
      return false;
    });
    if (free.length === 0) throw new ContinuistError('NO_PICTURE_TAKEN', told.join('; '));
    const taken = takeIn(board, free);
    for (const { file } of free) unused.delete(file);
    return { ...taken, told: [...taken.told, ...told.map((one) => `${one}.`)] };
  } finally {
    for (const file of unused) await rm(file, { force: true });
  }
}

/** As the picks of their shots, in one step. */
function takeIn(board: Board, free: readonly Written[]): FirstPictures {
  const takes = free.map(({ take }) => take);
  const ids = new Set(takes.map(({ shotId }) => shotId));
  const shots = shotsInOrder(board.review.records).filter(({ id }) => ids.has(id));
  const named = `shot${shots.length === 1 ? '' : 's'} ${shots.map(({ number }) => number).join(', ')}`;
  const label = `Give ${takes.length === 1 ? 'a picture' : `${takes.length} pictures`}`;
  board.review.step(`${label} to ${named}`, (records) => ({
    ...records,
    take: { ...records.take, ...Object.fromEntries(takes.map((take) => [take.id, take])) },
    shot: {
      ...records.shot,
      ...Object.fromEntries(
        takes.map(({ id, shotId }) => [shotId, { ...need(records, 'shot', shotId), pickId: id }]),
      ),
    },
  }));
  for (const { file, asset, as } of free) board.assets.adopt(file, asset, as);
  const first = `${takes.length === 1 ? 'The picture is' : `${takes.length} pictures are`} taken in: ${named}.`;
  return { told: [first], shotIds: shots.map(({ id }) => id) };
}

function putOn(board: Board, given: readonly GivenPicture[], shotId: string): Put {
  const shot = need(board.review.records, 'shot', shotId);
  const [picture, ...others] = given;
  if (!picture || others.length > 0)
    throw new ContinuistError('NO_PICTURE_TAKEN', 'a shot is given one picture');
  if (!isEmptyShot(board, shot))
    throw new ContinuistError('NO_PICTURE_TAKEN', `shot ${shot.number} has one already`, { shotId });
  return { shot, picture };
}

/** Told of what is left out: why. */
function byTheirNames(board: Board, given: readonly GivenPicture[], told: string[]): Put[] {
  const shots = shotsInOrder(board.review.records);
  const byName = new Map(given.map((picture) => [picture.name, picture]));
  const toMatch = shots.map(({ number, scene }) => ({ number, scene, names: [] }));
  const { takes, leftOut } = matchPictures([...byName.keys()], toMatch);
  const puts: Put[] = [];
  for (const [at, names] of takes.entries()) {
    const shot = shots[at];
    const [first, ...others] = names;
    if (!shot || first === undefined) continue;
    const picture = byName.get(first);
    if (!isEmptyShot(board, shot)) {
      for (const name of names) told.push(`${name} is left out: shot ${shot.number} has a picture already`);
      continue;
    }
    for (const name of others) told.push(`${name} is left out: ${first} is shot ${shot.number}'s`);
    if (picture) puts.push({ shot, picture });
  }
  for (const { path, reason } of leftOut) told.push(`${path} is left out: ${reason}`);
  return puts;
}

/** Null where it is no picture. Its file is its own, so that it can go where the picture is not taken in after all. */
async function write(board: Board, shot: Shot, { name, bytes }: GivenPicture): Promise<Written | null> {
  const header = await pictureHeader(bytes);
  if (isUnreadable(header)) return null;
  const asset = assetOf(createHash('sha256').update(bytes).digest('hex'), header);
  const { sha256, width, height } = asset;
  const id = randomUUID();
  const { file, path } = await writePicture(board.review, `given-${id}`, bytes, header);
  const { size, mtimeMs } = await stat(file);
  const take: Take = {
    id,
    shotId: shot.id,
    sha256,
    path,
    width,
    height,
    origin: { kind: 'imported' },
    round: 0,
    prompt: shot.prompt,
    negativePrompt: shot.negativePrompt,
    seed: null,
    settings: {},
    made: null,
    unreadable: null,
    createdAt: Date.now(),
  };
  return { name, take, file, asset, as: { bytes: size, changedAt: mtimeMs } };
}
