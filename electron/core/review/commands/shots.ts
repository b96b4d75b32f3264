import { type Records, shotsInOrder } from '@shared/records/index.js';
import { type Apply, need, needTake, put, setShot } from './context.js';

export const pickTake: Apply<'pick-take'> = (records, { shotId, takeId }) => {
  needTake(records, shotId, takeId);
  return setShot(records, shotId, { pickId: takeId });
};

/** Only the words change here; the claims that follow from them are derived anew by the program. */
export const editDescription: Apply<'edit-description'> = (records, { shotId, description }) =>
  setShot(records, shotId, { description });

export const editPrompt: Apply<'edit-prompt'> = (records, { shotId, prompt, negativePrompt }) =>
  setShot(records, shotId, { prompt, negativePrompt });

export const setNote: Apply<'set-note'> = (records, { shotId, note }) => setShot(records, shotId, { note });

export const setStars: Apply<'set-stars'> = (records, { shotId, stars }) =>
  setShot(records, shotId, { stars });

/** Positions past the end mean the end. */
export const moveShot: Apply<'move-shot'> = (records, { shotId, position }) => {
  const moving = need(records, 'shot', shotId);
  const order = shotsInOrder(records).filter((shot) => shot.id !== shotId);
  order.splice(position, 0, moving);
  return order.reduce<Records>(
    (all, shot, index) => (shot.position === index ? all : put(all, 'shot', { ...shot, position: index })),
    records,
  );
};
