import { findingKind } from '../finding-kind.js';

export const unreadable = findingKind({
  kind: 'unreadable',
  find: ({ failure }) =>
    failure === null
      ? []
      : [{ about: '', claimIds: [], factId: null, evidence: { items: [], detail: failure } }],
  severity: () => 'high',
  message: () => 'This picture could not be judged.',
  edits: () => [],
});
