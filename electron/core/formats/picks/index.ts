/** The picture that counts of every shot, named in story order, for an edit suite or a client. */
import { extensionOf } from '@core/files/index.js';
import { shotsInPlay } from '@shared/records/index.js';
import type { ExportedFile, Format, WriterContext } from '../format.js';
import { noteOnOmitted } from '../in-play.js';

export const picks: Format = {
  id: 'picks',
  name: 'a folder of picks',
  extensions: [],
  recognises: async () => 0,
  write: {
    id: 'picks',
    title: 'Export the picks',
    help: 'the picture that counts of every shot, named in story order',
    keys: [],
    suffix: '-picks',
    makes: 'folder',
    files: pickedFiles,
  },
};

/** `003_shot-12A.png`: position in the story, then the shot's own number. Throws IMAGE_MISSING. */
export async function pickedFiles(context: WriterContext): Promise<ExportedFile[]> {
  const { board, step } = context;
  const { shot, take } = board.review.records;
  const shots = shotsInPlay({ shot });
  const digits = String(shots.length).length;
  const files: ExportedFile[] = [];
  for (const [at, { pickId, number }] of shots.entries()) {
    await step(at, shots.length, 'Finding the pictures');
    const pick = take[pickId ?? ''];
    if (!pick) continue;
    const order = String(at + 1).padStart(Math.max(3, digits), '0');
    const shown = number.replace(/[^\p{L}\p{N}]+/gu, '-');
    const content = { copyOf: await board.fileOf(pick) };
    files.push({ path: `${order}_shot-${shown}${extensionOf(pick.path)}`, content });
  }
  noteOnOmitted(context);
  return files;
}
