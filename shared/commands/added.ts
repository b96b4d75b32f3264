/** Shots that the artist puts in: their source knows nothing of them. */
import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import {
  add,
  byShot,
  freeShotNumber,
  id,
  need,
  put,
  type Records,
  type Shot,
  shotsInOrder,
  type Write,
} from '../records/index.js';
import { define } from './definition.js';
import { inOrder, place, shotIds, shotsOfIds } from './moves.js';

const numbersIn = ({ shot }: Pick<Records, 'shot'>): Set<string> =>
  new Set(Object.values(shot).map(({ number }) => number));

/** Throws CONFLICT where there is one of this id. */
function mustBeNew(records: Records, shotId: string): void {
  if (Object.hasOwn(records.shot, shotId))
    throw new ContinuistError('CONFLICT', 'a shot with this id exists already', {
      table: 'shot',
      id: shotId,
    });
}

/** A shot without a picture, in the scene of the one that it stands beside. */
export const addShot = define(
  'add-shot',
  { shotId: id, ...place, description: z.string() },
  {
    apply: (records, { shotId, beside, side, description }) => {
      const there = need(records, 'shot', beside);
      mustBeNew(records, shotId);
      const shot: Shot = {
        id: shotId,
        position: 0,
        number: freeShotNumber(there.number, numbersIn(records)),
        scene: there.scene,
        description,
        prompt: description,
        negativePrompt: there.negativePrompt,
        duration: null,
        pickId: null,
        status: 'pending',
        note: '',
        stars: 0,
        added: true,
      };
      const after = shotsInOrder(records);
      after.splice(there.position + (side === 'after' ? 1 : 0), 0, shot);
      return inOrder(records, after, []);
    },
    label: ({ beside, side }, _shots, records) =>
      `Add a shot ${side} shot ${records.shot[beside]?.number ?? '?'}`,
  },
);

/** Each stands behind the shot that it is a copy of. `copyIds`: their ids, in the order of `shotIds`. */
export const doubleShots = define(
  'double-shots',
  { shotIds, copyIds: shotIds },
  {
    apply: (records, { shotIds, copyIds }) => {
      if (copyIds.length !== shotIds.length || new Set([...shotIds, ...copyIds]).size !== 2 * shotIds.length)
        throw new ContinuistError('CONFLICT', 'each copy needs an id of its own');
      const idOf = new Map(shotIds.map((shotId, at) => [shotId, copyIds[at] as string]));
      const numbers = numbersIn(records);
      const copies = new Map<string, Shot>();
      const writes: Write[] = [];
      for (const shot of shotsOfIds(records, shotIds)) {
        const copyId = idOf.get(shot.id) as string;
        mustBeNew(records, copyId);
        const number = freeShotNumber(shot.number, numbers);
        numbers.add(number);
        const { shot: copy, writes: own } = copyOf(records, shot, copyId, number);
        copies.set(shot.id, copy);
        writes.push(...own);
      }
      const after = shotsInOrder(records).flatMap((shot) => {
        const copy = copies.get(shot.id);
        return copy ? [shot, copy] : [shot];
      });
      return [...inOrder(records, after, []), ...writes, ...reachingCopies(records, idOf)];
    },
    label: (_command, shots) => `Double ${shots}`,
    shots: ({ shotIds }) => shotIds,
  },
);

/** What ends with a shot goes on to its copy. */
const reachingCopies = (records: Records, idOf: ReadonlyMap<string, string>): Write[] =>
  Object.values(records.fact).flatMap((fact) => {
    const lastShotId = idOf.get(fact.lastShotId ?? '');
    return lastShotId === undefined ? [] : put('fact', { ...fact, lastShotId });
  });

/** Its words and its pick, whose picture is the same file. Nothing that was decided, noted or ordered is of the copy. */
function copyOf(records: Records, shot: Shot, id: string, number: string): { shot: Shot; writes: Write[] } {
  const pick = records.take[shot.pickId ?? ''];
  const pickId = pick ? `${id}.take` : null;
  const copy: Shot = { ...shot, id, number, pickId, status: 'pending', note: '', stars: 0, added: true };
  if (!pick || pickId === null) return { shot: copy, writes: claimsOf(records, shot.id, id) };
  const take = { ...pick, id: pickId, shotId: id, origin: { kind: 'imported' as const }, round: 0 };
  const boxes = records.correction[pick.id];
  return {
    shot: copy,
    writes: [
      add(records, 'take', take),
      ...(boxes ? [add(records, 'correction', { ...boxes, id: pickId })] : []),
      ...claimsOf(records, shot.id, id),
    ],
  };
}

/** What the artist made of its claims, and what its source states; the others follow from its words. */
function claimsOf(records: Records, shotId: string, copyId: string): Write[] {
  const own = (byShot(records.claim).get(shotId) ?? []).filter(
    ({ source, muted }) => source === 'artist' || source === 'file' || muted,
  );
  const ids = new Map(own.map((claim, at) => [claim.id, `${copyId}.${at + 1}`]));
  return own.map((claim) =>
    add(records, 'claim', {
      ...claim,
      id: ids.get(claim.id) as string,
      shotId: copyId,
      source: claim.source === 'file' ? 'file' : 'artist',
      parents: claim.parents.flatMap((parent) => ids.get(parent) ?? []),
    }),
  );
}
