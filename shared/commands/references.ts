import { ContinuistError } from '../errors.js';
import { add, id, need, reference, remove, showsSame } from '../records/index.js';
import { define } from './definition.js';

const { takeId, region, name } = reference.shape;

/** Keeps a picture, or a part of it, to show generators how somebody or something looks. */
export const keepReference = define(
  'keep-reference',
  { takeId, region, name },
  {
    apply: (records, { takeId, region, name }, { id, at }) => {
      need(records, 'take', takeId);
      const isKept = Object.values(records.reference).some(
        (one) => one.name === name && showsSame(one, { takeId, region }),
      );
      if (isKept) throw new ContinuistError('CONFLICT', `it is kept for ${name} already`, { takeId });
      return [add(records, 'reference', { id, takeId, region, name, createdAt: at })];
    },
    label: ({ name }) => `Keep a reference of ${name}`,
    shots: ({ takeId }, { take }) => shotOf(take[takeId]),
  },
);

/** Orders that were given it keep it, and wait for another look. */
export const dropReference = define(
  'drop-reference',
  { referenceId: id },
  {
    apply: (records, { referenceId }) => {
      need(records, 'reference', referenceId);
      return [remove('reference', referenceId)];
    },
    label: ({ referenceId }, _shots, { reference }) =>
      `Remove a reference of ${reference[referenceId]?.name ?? '?'}`,
    shots: ({ referenceId }, { reference, take }) => shotOf(take[reference[referenceId]?.takeId ?? '']),
  },
);

const shotOf = (take: { readonly shotId: string } | undefined): string[] => (take ? [take.shotId] : []);
