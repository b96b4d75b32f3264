import { BLAMELESS, newSeed } from '@core/edits/index.js';
import type { Original } from '../board-answers.js';
import { type Found, findingKind } from '../finding-kind.js';

interface Repeated extends Found {
  readonly original: Original;
}

/** The later of two pictures that are nearly the same. */
export const nearDuplicate = findingKind<'near-duplicate', Repeated>({
  kind: 'near-duplicate',
  find(frame, board) {
    const original = board.originalOf(frame);
    if (!original) return [];
    const { shot, take } = frame;
    const { likeness, bits } = original;
    const items = [{ shotId: shot.id, takeId: take.id, number: shot.number }, original].map(
      ({ shotId, takeId, number }) => ({
        shotId,
        takeId,
        label: `shot ${number}`,
        value: likeness,
        region: null,
      }),
    );
    const detail = `likeness ${likeness.toFixed(3)}, ${bits} of 64 hash bits differ`;
    return [{ about: original.shotId, claimIds: [], factId: null, evidence: { items, detail }, original }];
  },
  severity: () => 'medium',
  message: ({ original }) => `This is nearly the same picture as shot ${original.number}.`,
  edits: (finding) => newSeed(finding, BLAMELESS),
});
