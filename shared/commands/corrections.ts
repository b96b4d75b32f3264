import { correction, id, need, put, remove } from '../records/index.js';
import { define } from './definition.js';

const { labels, boxes } = correction.shape;

/** Says what is where in a take in place of an eye; `boxes` null = what the eye saw counts again. */
export const correctBoxes = define(
  'correct-boxes',
  { takeId: id, labels, boxes: boxes.nullable() },
  {
    apply(records, { takeId, labels, boxes }, { at }) {
      need(records, 'take', takeId);
      if (boxes) {
        const within = boxes.map((box) => {
          const { x, y, width, height } = box.region;
          return { ...box, region: { x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) } };
        });
        return [put('correction', { id: takeId, labels, boxes: within, createdAt: at })];
      }
      return Object.hasOwn(records.correction, takeId) ? [remove('correction', takeId)] : [];
    },
    label: ({ boxes }, shots) =>
      boxes ? `Correct the boxes of ${shots}` : `Go back to what the eye saw in ${shots}`,
    shots: ({ takeId }, { take }) => [take[takeId]?.shotId ?? ''].filter(Boolean),
  },
);
