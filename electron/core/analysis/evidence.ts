/** Where in the picture a claim is seen: an eye's box where one knows its noun, else the same question asked of overlapping crops. */
import type { Board } from '@core/board/index.js';
import { seeTake } from '@core/seeing/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { type Claim, type Detection, hasPlace, type Region, type Take } from '@shared/records/index.js';
import { shown } from '@shared/sighting.js';
import { boxOf, CROPS, heatOf } from './crop-heat.js';

export interface ClaimEvidence {
  /** 0 where nothing was asked of crops. */
  readonly columns: number;
  readonly rows: number;
  /** P(yes) of each crop, row-major; of one that was not asked for the mean of those around it. */
  readonly heat: number[];
  readonly box: Region | null;
}

export async function evidenceFor(
  board: Board,
  take: Take,
  claim: Claim,
  judge: JudgeDescription,
  inference: Inference,
  signal?: AbortSignal,
): Promise<ClaimEvidence> {
  const boxes = hasPlace(claim) ? await boxesOf(board, take, claim, judge, inference, signal) : null;
  if (boxes) return { columns: 0, rows: 0, heat: [], box: boxes[0]?.region ?? null };
  return byCrops(await board.fileOf(take), claim, judge.id, inference, signal);
}

/** Asks the judge of overlapping crops, as many as it takes. */
export async function byCrops(
  file: string,
  { id, kind, text }: Pick<Claim, 'id' | 'kind' | 'text'>,
  judge: string,
  inference: Pick<Inference, 'judge'>,
  signal?: AbortSignal,
): Promise<ClaimEvidence> {
  const questions = [{ id, kind, text }];
  const heat = await heatOf(async (region) => {
    const { answers } = await inference.judge(judge, { file, region, questions }, signal);
    return answers[0]?.p ?? 0;
  });
  return { columns: CROPS, rows: CROPS, heat, box: boxOf(heat) };
}

/** What shows the subject of a claim, surest first; null where nobody can say, as of a picture of a world that the eye doesn't know. */
export async function boxesOf(
  board: Board,
  take: Take,
  claim: Claim,
  judge: JudgeDescription,
  inference: Inference,
  signal?: AbortSignal,
): Promise<readonly Detection[] | null> {
  if (claim.subject === null) return null;
  try {
    await seeTake(board, take, judge.id, inference, signal);
  } catch {
    signal?.throwIfAborted();
  }
  return shown(claim.subject, board.boxesIn(take));
}
