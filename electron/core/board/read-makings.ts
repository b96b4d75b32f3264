import type { ReadEmbedded } from '@core/formats/index.js';
import type { Take } from '@shared/records/index.js';
import type { Board } from './board.js';

/** Takes in one change of the review, so that little is read anew where the program ends meanwhile. */
const PORTION = 100;

/**
 * Reviews of earlier versions did not ask pictures' files how they were made. Asks them, one after the other, and keeps
 * it with their takes: no step of undo. Prompts and seeds stay. A picture that is gone is asked at another opening.
 */
export async function readMakings(board: Board, says: ReadEmbedded, signal: AbortSignal): Promise<void> {
  const { review } = board;
  const unasked = Object.values(review.records.take).filter(isUnasked);
  for (let at = 0; at < unasked.length; at += PORTION) {
    const told = new Map<string, Awaited<ReturnType<ReadEmbedded>>>();
    for (const take of unasked.slice(at, at + PORTION)) {
      const file = await board.fileOf(take).catch(() => null);
      if (file !== null) told.set(take.id, await says(file));
      if (signal.aborted || review.readOnly !== null) return;
    }
    const updated: Record<string, [Take, Take]> = {};
    for (const [id, said] of told) {
      const take = review.records.take[id];
      if (!take || !said || !isUnasked(take)) continue;
      const made = { tool: said.tool, loras: [...said.loras], notRead: [...said.notRead] };
      updated[id] = [take, { ...take, settings: { ...said.settings, ...take.settings }, made }];
    }
    review.system('Read how pictures were made', { take: { added: {}, updated, removed: {} } });
  }
}

/** What was made here is known by its request. */
const isUnasked = ({ made, origin, unreadable }: Take): boolean =>
  made === null && origin.kind === 'imported' && unreadable === null;
