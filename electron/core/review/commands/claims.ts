import { type Apply, need, put, without } from './context.js';

export const addClaim: Apply<'add-claim'> = (records, { shotId, kind, text }, context) => {
  need(records, 'shot', shotId);
  return put(records, 'claim', {
    id: context.newId(),
    shotId,
    kind,
    text,
    parents: [],
    span: null,
    weight: 1,
    negated: false,
    muted: false,
    source: 'artist',
    factId: null,
  });
};

/** New words make the claim the artist's own, so that deriving claims anew leaves it alone. */
export const editClaim: Apply<'edit-claim'> = (records, command) => {
  const claim = need(records, 'claim', command.claimId);
  const { text = claim.text, weight = claim.weight, muted = claim.muted } = command;
  const source = text === claim.text ? claim.source : 'artist';
  return put(records, 'claim', { ...claim, text, weight, muted, source });
};

export const removeClaim: Apply<'remove-claim'> = (records, { claimId }) => {
  need(records, 'claim', claimId);
  const orphans = Object.values(records.claim).filter((claim) => claim.parents.includes(claimId));
  return orphans.reduce(
    (rest, claim) =>
      put(rest, 'claim', { ...claim, parents: claim.parents.filter((parent) => parent !== claimId) }),
    without(records, 'claim', claimId),
  );
};
