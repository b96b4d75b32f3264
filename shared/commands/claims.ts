import { z } from 'zod';
import { add, claimKind, id, NO_PARTS, need, put, type Records, remove } from '../records/index.js';
import { define } from './definition.js';
import { onShot } from './on-shot.js';

const text = z.string().min(1).max(300);

const shotOf = ({ claimId }: { readonly claimId: string }, records: Records): string[] => {
  const claim = records.claim[claimId];
  return claim ? [claim.shotId] : [];
};

export const addClaim = define(
  'add-claim',
  { ...onShot, kind: claimKind, text },
  {
    apply: (records, { shotId, kind, text }, inputs) => {
      need(records, 'shot', shotId);
      return [
        add(records, 'claim', {
          id: inputs.id,
          shotId,
          kind,
          text,
          ...NO_PARTS,
          parents: [],
          span: null,
          weight: 1,
          negated: false,
          muted: false,
          source: 'artist',
          factId: null,
        }),
      ];
    },
    label: (_command, shots) => `Add claim to ${shots}`,
  },
);

/** New words make the claim the artist's own, so that deriving claims anew leaves it alone. */
export const editClaim = define(
  'edit-claim',
  {
    claimId: id,
    text: text.optional(),
    weight: z.number().positive().max(10).optional(),
    muted: z.boolean().optional(),
  },
  {
    apply: (records, command) => {
      const claim = need(records, 'claim', command.claimId);
      const { text = claim.text, weight = claim.weight, muted = claim.muted } = command;
      const kept = { ...claim, weight, muted };
      if (text === claim.text) return [put('claim', kept)];
      return [put('claim', { ...kept, ...NO_PARTS, text, source: 'artist' })];
    },
    label: ({ text, muted }, shots) => {
      const verb = text === undefined && muted !== undefined ? (muted ? 'Mute' : 'Unmute') : 'Edit';
      return `${verb} claim of ${shots}`;
    },
    shots: shotOf,
  },
);

export const removeClaim = define(
  'remove-claim',
  { claimId: id },
  {
    apply: (records, { claimId }) => {
      need(records, 'claim', claimId);
      const orphans = Object.values(records.claim).filter((claim) => claim.parents.includes(claimId));
      return [
        remove('claim', claimId),
        ...orphans.map((claim) =>
          put('claim', { ...claim, parents: claim.parents.filter((parent) => parent !== claimId) }),
        ),
      ];
    },
    label: (_command, shots) => `Remove claim from ${shots}`,
    shots: shotOf,
  },
);
