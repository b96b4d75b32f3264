import { endNamed, type ShotView } from '../../board/index.js';

type Stretch =
  | { readonly firstShotId: string | null; readonly lastShotId: string | null }
  | { readonly wrong: string };

/** What typed numbers of shots mean, or what is wrong with them, in a sentence. */
export function stretchOf(from: string, to: string, views: readonly ShotView[]): Stretch {
  const shots = views.map(({ shot }) => shot);
  const [firstShotId, lastShotId] = [endNamed(from, shots), endNamed(to, shots)];
  if (firstShotId === undefined) return { wrong: `There is no shot ${from.trim()}.` };
  if (lastShotId === undefined) return { wrong: `There is no shot ${to.trim()}.` };
  const at = (id: string | null) => shots.find((shot) => shot.id === id)?.position;
  const [first, last] = [at(firstShotId), at(lastShotId)];
  if (first !== undefined && last !== undefined && last < first)
    return { wrong: `Shot ${to.trim()} comes before shot ${from.trim()}.` };
  return { firstShotId, lastShotId };
}
