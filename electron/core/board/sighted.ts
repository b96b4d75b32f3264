/** Somebody as they are seen on one shot's pick. */
import { type Crop, type Crops, castIn, type Somebody } from '@core/identity/index.js';
import { type Claim, type Fact, type Region, sameValue, type Take } from '@shared/records/index.js';

export interface Sighted {
  readonly shotId: string;
  readonly takeId: string;
  readonly who: Somebody;
  /** Of whom the same is said, as the same eye sees them. */
  readonly group: string;
  /** It is theirs and no other's: one alone is spoken of, and one is seen. */
  readonly isCertain: boolean;
  readonly isTested: boolean;
  /** At least one. */
  readonly crops: readonly { readonly region: Region; readonly vector: Float32Array }[];
}

/** Parts of the frame's width and height; less of somebody shows nothing of who they are. */
const LEAST_SIDE = 0.05;

export function sightedOn(
  shot: { readonly id: string; readonly description: string },
  take: Pick<Take, 'id'>,
  claims: readonly Claim[],
  seen: Crops | null,
  factOf: (id: string) => Fact | null,
): Sighted[] {
  if (!seen || seen.crops.length === 0) return [];
  return castIn(shot.description, claims, factOf).flatMap((who): Sighted[] => {
    const crops = seen.crops.filter((crop) => crop.label === who.noun && isLarge(crop));
    if (crops.length === 0) return [];
    return [
      {
        shotId: shot.id,
        takeId: take.id,
        who,
        group: JSON.stringify([seen.eye, who.key, who.noun, who.looks]),
        isCertain: who.isAlone && crops.length === 1,
        isTested: seen.isDrawn,
        crops: crops.map(({ region, vector }) => ({ region, vector: Float32Array.from(vector) })),
      },
    ];
  });
}

const isLarge = ({ region: { width, height } }: Crop): boolean => width >= LEAST_SIDE && height >= LEAST_SIDE;

export const sameSighted = (a: Sighted, b: Sighted): boolean =>
  a.takeId === b.takeId &&
  a.group === b.group &&
  a.isCertain === b.isCertain &&
  sameValue(a.who, b.who) &&
  a.crops.length === b.crops.length &&
  a.crops.every(({ region, vector }, at) => {
    const other = b.crops[at];
    return (
      other !== undefined &&
      sameValue(region, other.region) &&
      vector.every((value, i) => value === other.vector[i])
    );
  });
