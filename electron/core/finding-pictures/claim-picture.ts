/** What was asked and is not shown, beside where it is shown best. */
import { soughtBy } from '@core/analysis/index.js';
import { isPerson } from '@core/claims/index.js';
import type { Finding } from '@shared/analysis.js';
import type { FindingPicture, PictureSide } from '@shared/finding-picture.js';
import { type Claim, hasPlace, type Region, type Take } from '@shared/records/index.js';
import { regionAround } from '@shared/region-around.js';
import type { PicturedBoard } from './pictured-board.js';
import { otherSide, ownSide, portraitSide } from './sides.js';
import type { TypicalFrames } from './typical-frames.js';

/** About the whole of a frame: held against the frame that is most like the others, where none shows it. */
const OF_THE_WHOLE: readonly Claim['kind'][] = ['style', 'time', 'weather', 'place'];

export function claimPicture(
  board: PicturedBoard,
  finding: Finding,
  own: Take,
  typical: TypicalFrames,
): FindingPicture {
  const claim = board.review.records.claim[finding.claimIds[0] ?? ''];
  if (!claim) return { sides: [ownSide(own)], magnified: false };
  const here = ownSide(own, seenHere(board, claim, own));
  const other =
    referenceOf(board, finding) ??
    shownElsewhere(board, finding, claim) ??
    (OF_THE_WHOLE.includes(claim.kind) ? typicalBeside(board, own, typical) : null);
  return { sides: other ? [other, here] : [here], magnified: false };
}

type Seen = Pick<PictureSide, 'region' | 'marks' | 'claimId'>;

function seenHere(board: PicturedBoard, claim: Claim, take: Take): Seen {
  if (claim.kind === 'text') return words(board, take);
  if (claim.kind === 'count') return counted(board, claim, take);
  return seenIn(board, claim, take, false);
}

/** Whom the claim is about in a take: by a box where an eye saw one; else whoever shows it may ask the judge. */
function seenIn(board: PicturedBoard, claim: Claim, take: Take, holds: boolean): Seen {
  const sought = soughtBy(claim, board.claimsOf(claim.shotId), holds);
  const region = sought && boxesOf(board, take, sought.subject)[0];
  if (region) return { region, marks: [{ region, label: '' }], claimId: null };
  return { region: null, marks: [], claimId: hasPlace(claim) ? claim.id : null };
}

/** What shows a noun, largest first. */
function boxesOf(board: PicturedBoard, take: Take, noun: string | null): Region[] {
  if (noun === null) return [];
  const found = board.spottedIn(take)?.detections ?? [];
  const wanted = found.filter(({ label }) => (noun === 'person' ? isPerson(label) : label === noun));
  const area = ({ width, height }: Region) => width * height;
  return wanted.map(({ region }) => region).sort((a, b) => area(b) - area(a));
}

/** Each of those that are counted, from left to right. */
function counted(board: PicturedBoard, { subject }: Claim, take: Take): Seen {
  const boxes = boxesOf(board, take, subject).sort((a, b) => a.x - b.x);
  const marks = boxes.map((region, at) => ({ region, label: boxes.length > 1 ? String(at + 1) : '' }));
  return { region: null, marks, claimId: null };
}

/** The lines that were read, each with what was read in it. */
function words(board: PicturedBoard, take: Take): Seen {
  const lines = board.measures(take)?.writing ?? [];
  const marks = lines.map(({ region, text }) => ({ region, label: text }));
  return {
    region: marks.length > 0 ? regionAround(marks.map(({ region }) => region)) : null,
    marks,
    claimId: null,
  };
}

/** What the artist keeps, or the storyboard came with, as a picture of whom the fact is about. */
export function referenceOf(board: PicturedBoard, { factId, takeId }: Finding): PictureSide | null {
  const { fact, reference, portrait, take } = board.review.records;
  const name = fact[factId ?? '']?.name.toLowerCase() ?? '';
  if (name === '') return null;
  const isOfIt = (one: { readonly name: string }) => one.name.toLowerCase() === name;
  const kept = Object.values(reference)
    .filter((one) => isOfIt(one) && one.takeId !== takeId)
    .flatMap((one) => (take[one.takeId]?.unreadable === null ? { one, take: take[one.takeId] as Take } : []))
    .sort((a, b) => b.one.createdAt - a.one.createdAt)[0];
  if (kept) return otherSide(kept.take, { said: 'your reference', region: kept.one.region });
  const given = Object.values(portrait).find((one) => isOfIt(one) && one.unreadable === null);
  return given ? portraitSide(given, 'as the storyboard has it') : null;
}

/** Where it was right last, or is right most surely. */
function shownElsewhere(board: PicturedBoard, finding: Finding, claim: Claim): PictureSide | null {
  const others = finding.evidence.items.filter(
    ({ takeId, value }) => takeId !== finding.takeId && (value ?? 0) > 0.5,
  );
  const item = others.find(({ ago }) => ago !== undefined) ?? others[0];
  const take = item && board.review.records.take[item.takeId];
  if (!item || !take || take.unreadable !== null) return null;
  const said = `${item.ago === undefined ? 'right' : 'last right'} in ${nameOf(board, item.shotId)}`;
  if (claim.kind === 'count') return otherSide(take, { said, ...counted(board, claim, take) });
  if (claim.negated || !hasPlace(claim)) return otherSide(take, { said });
  const there = board
    .claimsOf(item.shotId)
    .find(({ kind, text }) => kind === claim.kind && text === claim.text);
  return otherSide(take, { said, ...seenIn(board, there ?? claim, take, true) });
}

export const nameOf = (board: PicturedBoard, shotId: string): string =>
  `shot ${board.review.records.shot[shotId]?.number ?? '?'}`;

export function typicalBeside(board: PicturedBoard, own: Take, typical: TypicalFrames): PictureSide | null {
  const shot = board.review.records.shot[own.shotId];
  const found = shot && typical.beside(shot);
  return found ? otherSide(found.take, { said: typicalSaid(found) }) : null;
}

export const typicalSaid = ({ shot }: NonNullable<ReturnType<TypicalFrames['beside']>>): string =>
  `a typical one: shot ${shot.number}`;
