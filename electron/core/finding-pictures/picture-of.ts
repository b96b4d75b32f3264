/** What each kind of finding is shown by, one row a kind. */
import type { Flaw, FlawKind } from '@core/measures/index.js';
import type { Finding, FindingKind } from '@shared/analysis.js';
import type { FindingPicture, PictureSide } from '@shared/finding-picture.js';
import type { Take } from '@shared/records/index.js';
import { claimPicture, nameOf, typicalBeside, typicalSaid } from './claim-picture.js';
import { compositionPicture } from './composition-picture.js';
import { identityPicture } from './identity-picture.js';
import type { PicturedBoard } from './pictured-board.js';
import { level, NOTHING_SHOWN, otherSide, ownSide, upright } from './sides.js';
import type { TypicalFrames } from './typical-frames.js';

/** Where a fault of a file can be seen best; null where it cannot be read. */
export type FlawOf = (file: string, kind: FlawKind) => Promise<Flaw | null>;

interface Asked {
  readonly board: PicturedBoard;
  readonly finding: Finding;
  readonly own: Take;
  readonly typical: TypicalFrames;
  readonly flawOf: FlawOf;
}

type Form = (asked: Asked) => FindingPicture | Promise<FindingPicture>;

const claim: Form = ({ board, finding, own, typical }) => claimPicture(board, finding, own, typical);

/** The frame beside the one that is most like the others. */
const typicalFrame: Form = ({ board, own, typical }) => {
  const other = typicalBeside(board, own, typical);
  return { sides: [...(other ? [other] : []), ownSide(own)], magnified: false };
};

const style: Form = (asked) => (asked.finding.claimIds.length > 0 ? claim(asked) : typicalFrame(asked));

/** Where the subject is of another size than was asked for, beside a frame that has that size. */
const framing: Form = (asked) => {
  const { board, finding, own } = asked;
  const box = finding.evidence.items[0]?.region;
  const wanted = board.brief(own.id)?.composition?.asked?.text;
  const others = finding.evidence.items.some(({ takeId }) => takeId !== own.id);
  if (others || !box) return claim(asked);
  const here = ownSide(own, { marks: [{ region: box, label: finding.evidence.items[0]?.label ?? '' }] });
  const other = board.shots.find(({ id, pickId }) => {
    const said = id !== own.shotId && board.brief(pickId ?? '')?.composition?.asked;
    return said && said.text === wanted && said.agrees === true;
  });
  const take = board.review.records.take[other?.pickId ?? ''];
  if (!take || take.unreadable !== null) return { sides: [here], magnified: false };
  const subject = board.brief(take.id)?.composition?.subject;
  const marks = subject ? [{ region: subject.region, label: '' }] : [];
  const there = otherSide(take, { said: `${wanted} in ${nameOf(board, take.shotId)}`, marks });
  return { sides: [there, here], magnified: false };
};

const copy: Form = ({ board, finding, own }) => {
  const item = finding.evidence.items.find(({ takeId }) => takeId !== own.id);
  const take = board.review.records.take[item?.takeId ?? ''];
  const other = take ? [otherSide(take, { said: nameOf(board, take.shotId) })] : [];
  return { sides: [...other, ownSide(own)], magnified: false };
};

/** Where it is written. */
const written: Form = ({ finding, own }) => {
  const marks = finding.evidence.items.flatMap(({ region }) => (region ? [{ region, label: '' }] : []));
  return { sides: [ownSide(own, { marks })], magnified: false };
};

/** The frame that is most surely in the brand's style. */
const brand: Form = ({ board, own }) => {
  let best: { readonly take: Take; readonly p: number } | null = null;
  for (const { pickId } of board.shots) {
    const take = board.review.records.take[pickId ?? ''];
    const p = take && take.unreadable === null ? board.brief(take.id)?.scores.brand : undefined;
    if (take && take.id !== own.id && p !== undefined && p > (best?.p ?? 0.5)) best = { take, p };
  }
  const said = best ? `${nameOf(board, best.take.shotId)}, most on the brand’s style` : '';
  return { sides: [...(best ? [otherSide(best.take, { said })] : []), ownSide(own)], magnified: false };
};

/** The fault enlarged where it is, beside the same of a frame that is like the others. */
const flaw: Form = async ({ board, finding, own, typical, flawOf }) => {
  const kind = finding.kind as FlawKind;
  const here = await closely(board, own, kind, flawOf);
  if (!here) return { sides: [ownSide(own)], magnified: false };
  const shot = board.review.records.shot[own.shotId];
  const beside = shot && typical.beside(shot);
  // A seam runs where it runs: in another frame there is nothing to look for.
  const there = beside && kind !== 'seam' ? await closely(board, beside.take, kind, flawOf) : null;
  const other = beside && there ? [otherSide(beside.take, { said: typicalSaid(beside), ...there })] : [];
  return { sides: [...other, ownSide(own, here)], magnified: true };
};

async function closely(
  board: PicturedBoard,
  take: Take,
  kind: FlawKind,
  flawOf: FlawOf,
): Promise<Pick<PictureSide, 'region' | 'lines'> | null> {
  const found = await board.fileOf(take).then(
    (file) => flawOf(file, kind),
    () => null,
  );
  if (!found) return null;
  const { region, line } = found;
  const across = line && (line.isUpright ? upright : level)(line.at, false);
  return { region, lines: across ? [across] : [] };
}

const FORMS: Readonly<Record<FindingKind, Form>> = {
  'claim-failed': claim,
  'attribute-drift': claim,
  'identity-drift': ({ board, finding, own }) => identityPicture(board, finding, own),
  'wrong-state': claim,
  'missing-character': claim,
  'extra-character': claim,
  'wrong-place': claim,
  'wrong-time': claim,
  'wrong-framing': framing,
  composition: ({ board, finding, own }) => compositionPicture(board, finding, own),
  'style-drift': style,
  'off-brand': brand,
  blur: flaw,
  noise: flaw,
  compression: flaw,
  banding: flaw,
  ringing: flaw,
  upscaling: flaw,
  seam: flaw,
  exposure: typicalFrame,
  border: typicalFrame,
  'flat-frame': typicalFrame,
  'near-duplicate': copy,
  'stray-text': written,
  unreadable: () => NOTHING_SHOWN,
};

/** No sides where its take is not there any more, or cannot be read. Nothing is asked of the judge. */
export async function pictureOf(
  board: PicturedBoard,
  finding: Finding,
  typical: TypicalFrames,
  flawOf: FlawOf,
): Promise<FindingPicture> {
  const own = board.review.records.take[finding.takeId];
  if (!own || own.unreadable !== null) return NOTHING_SHOWN;
  return FORMS[finding.kind]({ board, finding, own, typical, flawOf });
}
