/** The first picture of a shot that has none. */
import { ContinuistError } from '../errors.js';
import { basisOf } from '../out-of-date/index.js';
import { add, byShot, type Records, type Shot, shotsInOrder, type Take } from '../records/index.js';
import { define } from './definition.js';
import { seedOf } from './inputs.js';
import { decide, onShot, partsOf, roundAfter, setShot } from './on-shot.js';

/**
 * The pick that stands nearest in the story, the one before of two as near: the new picture is made as that one is, of
 * its size and with its settings. Null where no shot has a picture that can be read.
 */
export function pickNear(records: Pick<Records, 'shot' | 'take'>, { position }: Shot): Take | null {
  const picks = shotsInOrder(records).flatMap((shot) => {
    const pick = records.take[shot.pickId ?? ''];
    return pick && pick.unreadable === null ? [{ pick, away: Math.abs(shot.position - position) }] : [];
  });
  return (
    picks.reduce<(typeof picks)[number] | null>(
      (near, one) => (near === null || one.away < near.away ? one : near),
      null,
    )?.pick ?? null
  );
}

/** Yes to its prompt: one picture is ordered, from nothing but its words, as its neighbour's is made. */
export const orderFirstPicture = define('order-first-picture', onShot, {
  apply: (records, { shotId }, inputs) => {
    const parts = partsOf(records, shotId);
    const { shot } = parts;
    const { prompt, negativePrompt } = shot;
    if (byShot(records.take).has(shotId))
      throw new ContinuistError('CONFLICT', 'the shot has a picture already', { shotId });
    if (prompt.trim() === '') throw new ContinuistError('CONFLICT', 'the shot has no prompt', { shotId });
    const like = pickNear(records, shot);
    if (!like)
      throw new ContinuistError('CONFLICT', 'no other shot has a picture that this could be made like', {
        shotId,
      });
    const round = roundAfter(records, shotId, inputs);
    const basis = basisOf(parts, null);
    return [
      setShot(records, shotId, { status: 'approved' }),
      decide(records, inputs, 'approve', { shotId, takeId: null, prompt, negativePrompt, basis }),
      add(records, 'request', {
        id: inputs.id,
        shotId,
        fromTakeId: like.id,
        prompt,
        negativePrompt,
        seed: seedOf(inputs.id),
        strength: null,
        mask: null,
        generator: inputs.generator,
        round,
        setId: null,
        declined: false,
        position: inputs.at,
        approvedBy: 'artist',
        state: 'queued',
        handle: null,
        resultTakeId: null,
        error: null,
        basis,
        createdAt: inputs.at,
      }),
    ];
  },
  label: (_command, shots) => `Order the first picture of ${shots}`,
});
