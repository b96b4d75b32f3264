/** What a writer of the table makes of a board, with the name to offer for it. */
import type { Exported, FormatWriter, WriteContext } from './format.js';

/** Throws what its writer throws: BAD_FILE or IMAGE_MISSING. */
export async function exportBoard(writer: FormatWriter, context: WriteContext): Promise<Exported> {
  const name = exportName(writer, context);
  if (writer.makes === 'folder')
    return { name, makes: 'folder', mediaType: 'application/zip', files: await writer.files(context) };
  const { mediaType } = writer;
  return { name, makes: 'file', mediaType, files: [{ path: name, content: await writer.bytes(context) }] };
}

/** Of the file or folder, before it is made. */
export function exportName({ suffix }: FormatWriter, { board }: Pick<WriteContext, 'board'>): string {
  return fileStem(Object.values(board.review.records.storyboard)[0]?.title ?? 'storyboard') + suffix;
}

/** Letters, digits and dashes only, so that it is a file name everywhere. */
const fileStem = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'storyboard';
