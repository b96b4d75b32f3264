import { BLAMELESS, newSeed } from '@core/edits/index.js';
import { BROKEN, type Broken } from '../composition-rules.js';
import { type Found, findingKind } from '../finding-kind.js';

interface BrokenRule extends Found {
  readonly broken: Broken;
}

/** A rule of composition that the artist switched on and the frame breaks. */
export const composition = findingKind<'composition', BrokenRule>({
  kind: 'composition',
  find: (frame, board) =>
    board.rules().flatMap((rule): BrokenRule[] => {
      const broken = BROKEN[rule](frame, board);
      if (!broken) return [];
      const { detail, items, about = '' } = broken;
      return [
        {
          about: about === '' ? rule : `${rule} ${about}`,
          claimIds: [],
          factId: null,
          evidence: { items, detail },
          broken,
        },
      ];
    }),
  severity: () => 'low',
  message: ({ broken }) => broken.message,
  edits: (finding) => newSeed(finding, BLAMELESS),
});
