/** A picture that was made, as a take: its file on the disk, then its record. */
import { randomUUID } from 'node:crypto';
import { type Board, keepPicture } from '@core/board/index.js';
import { type GeneratedImage, headerOfMade } from '@core/generators/index.js';
import type { Request, Take } from '@shared/records/index.js';

/** Also ends the request. Throws GENERATOR_FAILED when it is no picture, a document such as SVG, or has too many pixels. */
export async function keepTake(board: Board, request: Request, image: GeneratedImage): Promise<Take> {
  const header = await headerOfMade(image.bytes);
  // Named for the request: work cut off after the file and before its record writes the same name again.
  const picture = await keepPicture(board, request.id, image.bytes, header);
  const take: Take = {
    id: randomUUID(),
    shotId: request.shotId,
    ...picture,
    origin: { kind: 'regenerated', fromTakeId: request.fromTakeId, requestId: request.id },
    round: request.round,
    prompt: request.prompt,
    negativePrompt: request.negativePrompt,
    seed: image.seed ?? request.seed,
    settings: { ...image.settings },
    made: null,
    unreadable: null,
    createdAt: Date.now(),
  };
  const done = { state: 'done', handle: null, resultTakeId: take.id } as const;
  // Whoever analyses meanwhile leaves it to us.
  board.begin(take);
  board.review.system('Add take', (records) => ({
    ...records,
    take: { ...records.take, [take.id]: take },
    request: { ...records.request, [request.id]: { ...(records.request[request.id] ?? request), ...done } },
  }));
  return take;
}
