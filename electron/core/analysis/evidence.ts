/** Where in the picture a claim is seen: an eye's box where one knows its noun, else the same question asked of overlapping crops. */
import type { Board } from '@core/board/index.js';
import { seeTake } from '@core/seeing/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { type Claim, type Detection, hasPlace, type Region, type Take } from '@shared/records/index.js';
import { regionAround } from '@shared/region-around.js';
import { shown } from '@shared/sighting.js';

/** Crops a side and their size; neighbours overlap by half, so that nothing falls between two. */
const CROPS = 5;
export const CROP_SIZE = 1 / 3;
/** Cells at or above this share of the strongest one are in the box. */
const BOX_SHARE = 0.6;

export interface ClaimEvidence {
  /** 0 where nothing was asked of crops. */
  readonly columns: number;
  readonly rows: number;
  /** P(yes) of each crop, row-major. */
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

/** Asks the judge of overlapping crops. */
export async function byCrops(
  file: string,
  { id, kind, text }: Pick<Claim, 'id' | 'kind' | 'text'>,
  judge: string,
  inference: Pick<Inference, 'judge'>,
  signal?: AbortSignal,
): Promise<ClaimEvidence> {
  const questions = [{ id, kind, text }];
  const heat = await Promise.all(
    Array.from({ length: CROPS * CROPS }, async (_, at) => {
      const region = cell(at % CROPS, Math.floor(at / CROPS));
      const { answers } = await inference.judge(judge, { file, region, questions }, signal);
      return answers[0]?.p ?? 0;
    }),
  );
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

function cell(column: number, row: number): Region {
  const step = (1 - CROP_SIZE) / (CROPS - 1);
  return { x: column * step, y: row * step, width: CROP_SIZE, height: CROP_SIZE };
}

/** Around the strongest cell and every cell joined to it that is nearly as strong; null when nothing stands out. */
export function boxOf(heat: readonly number[]): Region | null {
  const top = Math.max(...heat);
  const mean = heat.reduce((sum, value) => sum + value, 0) / heat.length;
  if (top < 0.5 || top - mean < 0.1) return null;
  const inside = new Set<number>();
  const open = [heat.indexOf(top)];
  while (open.length > 0) {
    const at = open.pop() as number;
    if (inside.has(at) || (heat[at] ?? 0) < top * BOX_SHARE) continue;
    inside.add(at);
    const column = at % CROPS;
    if (column > 0) open.push(at - 1);
    if (column < CROPS - 1) open.push(at + 1);
    if (at >= CROPS) open.push(at - CROPS);
    if (at < CROPS * (CROPS - 1)) open.push(at + CROPS);
  }
  return regionAround([...inside].map((at) => cell(at % CROPS, Math.floor(at / CROPS))));
}
