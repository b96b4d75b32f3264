import { askedSize } from '@core/composition/index.js';
import { bringForward } from '@core/edits/index.js';
import { capitalised } from '@shared/capitalised.js';
import { claimFinding } from '../claim-finding.js';
import { type FindingRow, type Found, findingKind } from '../finding-kind.js';
import type { Frame } from '../frame.js';
import { notLike } from '../sentences.js';

const asked = claimFinding({
  kind: 'wrong-framing',
  answers: ({ kind }) => kind === 'framing',
  severity: () => 'medium',
  message: ({ claim }) => notLike(claim),
  edits: bringForward,
});

interface OtherSize extends Found {
  readonly message: string;
}

const measured = findingKind<'wrong-framing', OtherSize>({
  kind: 'wrong-framing',
  find: otherSizes,
  severity: () => 'medium',
  message: ({ message }) => message,
  edits: asked.edits,
});

/** The judge misses the framing that is asked for, or the box of the subject says that it is another size of shot. */
export const wrongFraming: FindingRow<'wrong-framing'> = {
  ...asked,
  detect(frame, board) {
    const missed = asked.detect(frame, board);
    const isSaid = (claimId: string) => missed.some(({ claimIds }) => claimIds.includes(claimId));
    const others = measured.detect(frame, board);
    return [...missed, ...others.filter(({ claimIds }) => !claimIds.some(isSaid))];
  },
};

function otherSizes({ shot, take, claims, composed }: Frame): OtherSize[] {
  const { subject, size, asked: said } = composed?.composition ?? {};
  const claim = said?.agrees === false ? askedSize(claims) : null;
  if (!claim || !size || !subject) return [];
  const article = /^[aeiou]/.test(size) ? 'an' : 'a';
  const detail = `${size} of the ${subject.label}, asked: ${claim.text}`;
  const item = { shotId: shot.id, takeId: take.id, label: size, value: null, region: subject.region };
  return [
    {
      about: claim.text,
      claimIds: [claim.claimId],
      factId: null,
      evidence: { items: [item], detail },
      message: `${capitalised(claim.text)} was asked for. This is ${article} ${size}.`,
    },
  ];
}
