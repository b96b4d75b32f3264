import { z } from 'zod';
import { LONGEST_SECONDS } from '../frame-rate.js';
import { id, need, type Records, takesOf } from '../records/index.js';
import { define } from './definition.js';
import { needTake, onShot, setShot } from './on-shot.js';

/** Takes are counted from 1 for the artist. */
function takeNumber(records: Records, shotId: string, takeId: string): string {
  const index = takesOf(records, shotId).findIndex((take) => take.id === takeId);
  return index < 0 ? '?' : String(index + 1);
}

export const pickTake = define(
  'pick-take',
  { ...onShot, takeId: id },
  {
    apply: (records, { shotId, takeId }) => {
      needTake(records, shotId, takeId);
      return [setShot(records, shotId, { pickId: takeId })];
    },
    label: ({ shotId, takeId }, shots, records) =>
      `Pick take ${takeNumber(records, shotId, takeId)} of ${shots}`,
  },
);

/** Only the words change here; the claims that follow from them are derived anew by the program. */
export const editDescription = define(
  'edit-description',
  { ...onShot, description: z.string() },
  {
    apply: (records, { shotId, description }) => {
      const { pickId, prompt, description: before } = need(records, 'shot', shotId);
      // Where no picture was made of a prompt, that is what the words say.
      const follows = pickId === null && prompt === before;
      return [setShot(records, shotId, follows ? { description, prompt: description } : { description })];
    },
    label: (_command, shots) => `Edit description of ${shots}`,
  },
);

export const editPrompt = define(
  'edit-prompt',
  { ...onShot, prompt: z.string(), negativePrompt: z.string() },
  {
    apply: (records, { shotId, prompt, negativePrompt }) => [
      setShot(records, shotId, { prompt, negativePrompt }),
    ],
    label: (_command, shots) => `Edit prompt of ${shots}`,
  },
);

export const setNote = define(
  'set-note',
  { ...onShot, note: z.string().max(10_000) },
  {
    apply: (records, { shotId, note }) => [setShot(records, shotId, { note })],
    label: (_command, shots) => `Edit note of ${shots}`,
  },
);

/** Seconds; null = as long as a shot usually is. */
export const setDuration = define(
  'set-duration',
  { ...onShot, seconds: z.number().positive().max(LONGEST_SECONDS).nullable() },
  {
    apply: (records, { shotId, seconds }) => [setShot(records, shotId, { duration: seconds })],
    label: (_command, shots) => `Set duration of ${shots}`,
  },
);

export const setStars = define(
  'set-stars',
  { ...onShot, stars: z.number().int().min(0).max(5) },
  {
    apply: (records, { shotId, stars }) => [setShot(records, shotId, { stars })],
    label: (_command, shots) => `Rate ${shots}`,
  },
);
