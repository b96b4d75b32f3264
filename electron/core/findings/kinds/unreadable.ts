import { findingKind } from '../finding-kind.js';

/** Of the picture's file alone: where the judge failed, nothing is known of the picture. */
export const unreadable = findingKind({
  kind: 'unreadable',
  find: ({ failure }) =>
    failure?.of !== 'picture'
      ? []
      : [
          {
            about: '',
            claimIds: [],
            factId: null,
            evidence: { items: [], detail: failure.hint },
            message: failure.message,
          },
        ],
  severity: () => 'high',
  message: ({ message }) => message,
  edits: () => [],
});
