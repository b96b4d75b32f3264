/** The pictures of a shot after its source changed. */
import { byShot, isMadeFrom, type Records, type Shot, type Take } from '../records/index.js';
import type { SourceChange } from './change.js';
import { free, put } from './rows.js';

interface Pictures {
  readonly mine: Shot;
  /** The pick that the source gave it when it was last read. */
  readonly was: string | null;
  readonly now: Shot;
  /** Of the shot, as the source has them now. */
  readonly news: readonly Take[];
  readonly before: Records;
  /** Pictures of all shots of the source. */
  readonly elsewhere: ReadonlySet<string>;
  /** Where the shot's takes are put. */
  readonly takes: Record<string, Take>;
  readonly say: (kind: SourceChange['kind'], number: string, from?: string, to?: string) => void;
}

export interface Picked {
  readonly pickId: string | null;
  /** The one that the source gives it now. */
  readonly given: string | null;
}

/** The artist's pick counts; where they left the source's, that follows the source. */
export function takePictures(pictures: Pictures): Picked {
  const { mine, was, now, news, before, elsewhere, takes, say } = pictures;
  const old = byShot(before.take).get(mine.id) ?? [];
  const imported = old.filter(({ origin }) => origin.kind === 'imported');
  const from = new Map<string, string>();
  const replaced = new Map<string, Take>();
  const own: Take[] = [];
  const keep = (take: Take): Take => {
    own.push(take);
    return put(takes, take);
  };
  const isStill = ({ sha256 }: Take) => news.some((take) => take.sha256 === sha256);
  for (const take of news) {
    const same = imported.find(({ sha256 }) => sha256 === take.sha256);
    if (same) {
      // Put back where another one lay meanwhile: it is the newer one again.
      const gone = imported.find(
        (one) => one.path === take.path && one.createdAt > same.createdAt && !isStill(one),
      );
      const back = keep({ ...same, path: take.path, createdAt: gone ? take.createdAt : same.createdAt });
      if (gone) replaced.set(gone.id, back);
      if (gone) say('replaced', now.number, '', take.path);
      from.set(take.id, back.id);
      continue;
    }
    const id = free(take.id, before.take, takes);
    const made = keep({ ...take, id, shotId: mine.id });
    from.set(take.id, id);
    const gone = imported.find(({ path }) => path === take.path);
    if (gone) replaced.set(gone.id, made);
    say(gone ? 'replaced' : 'picture', now.number, '', take.path);
  }
  for (const take of old) {
    if (takes[take.id]) continue;
    // A picture that is gone stays as a take, unless another lies at its place or it shows another shot now.
    const isGone = replaced.has(take.id) || (take.origin.kind === 'imported' && elsewhere.has(take.sha256));
    if (!isGone || isNeeded(take, before)) keep(take);
  }
  const given = from.get(now.pickId ?? '') ?? null;
  const pick = replaced.get(mine.pickId ?? '')?.id ?? mine.pickId;
  const isHere = takes[pick ?? '']?.shotId === mine.id;
  if (!isHere) return { pickId: given ?? own[0]?.id ?? null, given };
  if (given === null || given === pick || given === was || mine.pickId !== was)
    return { pickId: pick, given };
  say('pick', now.number, '', takes[given]?.path);
  return { pickId: given, given };
}

/** A request was made of it, or a picture from it. */
const isNeeded = ({ id, shotId }: Take, { take, request }: Records): boolean =>
  (byShot(request).get(shotId) ?? []).some(({ fromTakeId }) => fromTakeId === id) ||
  (byShot(take).get(shotId) ?? []).some((made) => isMadeFrom(made, id));
