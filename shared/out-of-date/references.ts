/** Pictures that an approval gave to look like: as they stand, and what stands where one stood. */
import {
  byShot,
  type Decision,
  type GivenReference,
  type Pictured,
  picturedBy,
  type Records,
  type Request,
  sameValue,
  showsSame,
  type Take,
} from '../records/index.js';
import { standsFor } from './stands-for.js';

export interface ReferenceNow {
  readonly of: GivenReference;
  /** What would be given now in its place; null where its take is gone. */
  readonly now: Pictured | null;
  /** Where it is another picture, or the canon keeps it no longer: what it showed, as in "Mira" or "shot 3". */
  readonly changed: string | null;
}

type Tables = Pick<Records, 'shot' | 'take' | 'portrait' | 'reference'>;

/** The take that lies where a take lay. */
function standing({ shot, take }: Tables, takeId: string): Take | null {
  const own = take[takeId];
  const frame = own && shot[own.shotId];
  return frame ? standsFor({ shot: frame, takes: byShot(take).get(frame.id) ?? [] }, takeId) : null;
}

/** What is given to look like, as it stands. */
export const givenReferences = (records: Tables, references: readonly Pictured[]): GivenReference[] =>
  references.map((one) => {
    if ('portraitId' in one) {
      const { sha256 = null, name } = records.portrait[one.portraitId] ?? {};
      const names = name === undefined ? [] : [name];
      return { ...picturedBy(one), picture: sha256, names, isFrame: false };
    }
    const { takeId, region } = one;
    const names = Object.values(records.reference)
      .filter((kept) => showsSame(kept, one))
      .map(({ name }) => name);
    const shotId = records.take[takeId]?.shotId ?? '';
    return {
      takeId,
      region,
      picture: standing(records, takeId)?.sha256 ?? null,
      names,
      isFrame: region === null && names.length === 0 && records.shot[shotId]?.pickId === takeId,
    };
  });

/** Records are never changed in place; a view of a shot lasts while what it is made of is the same. */
const known = new WeakMap<GivenReference, ReferenceNow>();

function referenceNow(records: Tables, of: GivenReference): ReferenceNow {
  const made = madeOf(records, of);
  const before = known.get(of);
  if (before && sameValue(before, made)) return before;
  known.set(of, made);
  return made;
}

function madeOf(records: Tables, of: GivenReference): ReferenceNow {
  if ('portraitId' in of) {
    const own = records.portrait[of.portraitId];
    const isSame = (own?.sha256 ?? null) === of.picture;
    return { of, now: own ? picturedBy(of) : null, changed: isSame ? null : (of.names[0] ?? '?') };
  }
  const kept = Object.values(records.reference);
  const lost = of.names.find((name) => !kept.some((one) => one.name === name && showsSame(one, of)));
  if (lost !== undefined) {
    const [other, ...more] = kept.filter(({ name }) => name === lost);
    const { takeId, region } = other && more.length === 0 ? other : of;
    return { of, now: { takeId: standing(records, takeId)?.id ?? takeId, region }, changed: lost };
  }
  const shot = records.shot[records.take[of.takeId]?.shotId ?? ''];
  const take = of.isFrame ? records.take[shot?.pickId ?? ''] : standing(records, of.takeId);
  const name = of.names[0] ?? `shot ${shot?.number ?? '?'}`;
  return {
    of,
    now: take ? { takeId: take.id, region: of.region } : null,
    changed: (take?.sha256 ?? null) === of.picture ? null : name,
  };
}

const NONE: readonly never[] = [];

/** All that the approvals of a shot gave to look like. */
export function referencesNow(
  records: Tables,
  requests: readonly Request[],
  decisions: readonly Decision[],
): readonly ReferenceNow[] {
  let all: ReferenceNow[] | null = null;
  for (const approvals of [requests, decisions])
    for (const { basis } of approvals)
      for (const of of basis?.references ?? NONE) {
        all ??= [];
        all.push(referenceNow(records, of));
      }
  // Of nearly all shots there are none, and this is asked of every shot at every change.
  return all ?? NONE;
}

/** What an order would be given now of what it was given; the same where nothing of that changed. */
export function referencesOf(
  { references }: { readonly references: readonly ReferenceNow[] },
  { basis, references: given }: Request,
): readonly Pictured[] {
  const then = basis?.references ?? NONE;
  const now = then.map((of) => references.find((one) => one.of === of));
  if (!given || now.every((one) => !one?.changed)) return given ?? NONE;
  return given.flatMap((one, at) => {
    const found = now[at];
    return found ? (found.now ?? []) : one;
  });
}
