/** The page of a board, its pictures read and scaled one at a time. */
import type { WriterContext } from '../../format.js';
import { cellsOf, headOf } from '../cells.js';
import { type SheetPicture, sheetPicture } from '../picture.js';
import { reasonFor } from '../reason.js';
import { pageEnd, pageStart, shotHtml } from './page.js';
import { pageScript } from './script.js';

/** Bytes of all pictures together, before base64 adds a third: what still goes through most mails and browsers. */
export const MOST_BYTES = 48 * 1024 * 1024;
/** Pixels of the longest side, by how many shots there are at most; and of more. */
const SIDES = [
  [60, 1280],
  [250, 960],
] as const;
const SMALLEST_SIDE = 640;

/** `most`: bytes of all pictures together; what is past it is left out and named. */
export async function htmlOf(context: WriterContext, most = MOST_BYTES): Promise<Buffer> {
  const { board, chosen, step } = context;
  const cells = await cellsOf(context);
  const side = SIDES.find(([shots]) => cells.length <= shots)?.[1] ?? SMALLEST_SIDE;
  const script = pageScript();
  const parts: Buffer[] = [
    Buffer.from(
      pageStart({
        ...headOf(context),
        script,
        file: 'comments.json',
        columns: Number(chosen.columns),
      }),
    ),
  ];
  let bytes = 0;
  const left: string[] = [];
  for (const [at, cell] of cells.entries()) {
    await step(at, cells.length, 'Reading the pictures');
    let picture = await sheetPicture(board, cell.take, { width: side, height: side });
    if ('jpeg' in picture) {
      bytes += picture.jpeg.length;
      if (bytes > most) {
        left.push(cell.number);
        picture = { why: 'Left out, to keep this page small' };
      }
    }
    const shown: (SheetPicture | null)[] = [];
    for (const { key } of cell.findings) {
      const reason = bytes <= most ? await reasonFor(context, cell.shotId, key) : null;
      bytes += reason?.jpeg.length ?? 0;
      shown.push(reason);
    }
    parts.push(Buffer.from(shotHtml(cell, picture, shown)));
  }
  if (left.length > 0)
    context.note(
      `${left.length === 1 ? '1 picture is' : `${left.length} pictures are`} left out, since a page holds ${Math.round(most / 2 ** 20)} MB of pictures: shot ${left.join(', ')}.`,
    );
  parts.push(Buffer.from(pageEnd({ script })));
  return Buffer.concat(parts);
}
