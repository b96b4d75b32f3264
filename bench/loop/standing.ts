/** How the sample board stands: by the world's own truth, and by its judge. */
import type { Application } from '@core/application.js';
import type { Board } from '@core/board/index.js';
import type { Scene } from '@models/storybook/world/index.js';
import { shotsInOrder, type Take } from '@shared/records/index.js';
import { sceneOf as drawnScene } from '@testing/comfyui/draw-world.js';
import { saidBefore } from '@testing/comfyui/drawing.js';
import { readPython } from '@testing/comfyui/json.js';
import { nodesOf } from '@testing/comfyui/nodes.js';
import sharp from 'sharp';
import { isPixelFault, type ShotTruth } from '../truth.js';
import { brokenClaims } from '../wanted.js';

export interface Standing {
  /** Share of shots whose pick is right by the world's truth. */
  readonly right: number;
  /** Whether it is, shot by shot in their order. */
  readonly rights: readonly boolean[];
  /** Share of shots without a finding: what the judge thinks. */
  readonly unflagged: number;
}

export async function standing({ board }: Application, truths: readonly ShotTruth[]): Promise<Standing> {
  const { records } = board.review;
  const flagged = new Set(board.derived.findings.map(({ shotId }) => shotId));
  const shots = shotsInOrder(records);
  const rights: boolean[] = [];
  for (const shot of shots) {
    const truth = truths.find(({ number }) => number === shot.number);
    const pick = shot.pickId ? records.take[shot.pickId] : undefined;
    rights.push(Boolean(truth && pick && (await isRight(board, pick, truth))));
  }
  return {
    right: rights.filter(Boolean).length / shots.length,
    rights,
    unflagged: shots.filter(({ id }) => !flagged.has(id)).length / shots.length,
  };
}

async function isRight(board: Board, take: Take, truth: ShotTruth): Promise<boolean> {
  const isSpoiled = take.origin.kind === 'imported' && truth.planted.some(isPixelFault);
  return !isSpoiled && brokenClaims(await sceneOf(board, take, truth), truth.wanted).length === 0;
}

async function sceneOf(board: Board, take: Take, truth: ShotTruth): Promise<Scene> {
  if (take.origin.kind === 'imported') return truth.scene;
  const graph = await graphIn(await board.fileOf(take));
  if (graph) return drawnScene(graph);
  return drawnScene({
    positive: take.prompt,
    negative: take.negativePrompt,
    seed: BigInt(take.seed ?? '0'),
  });
}

/** What a ComfyUI was asked to draw, as it wrote it into the file; null where none drew it. */
async function graphIn(file: string): Promise<ReturnType<typeof saidBefore> | null> {
  const { comments = [] } = await sharp(file).metadata();
  const text = comments.find(({ keyword }) => keyword === 'prompt')?.text;
  if (text === undefined) return null;
  const graph = readPython(text) as Parameters<typeof saidBefore>[0];
  const saving = Object.values(graph).find((node) => node.class_type === 'SaveImage');
  return saving ? saidBefore(graph, saving, nodesOf('0.27.0', [])) : null;
}
