/** What a writer of the table makes of a board, with the name to offer for it. */
import { chosenOf } from './chosen.js';
import type { Exported, FormatWriter, WriteContext, WriterContext } from './format.js';
import type { Step } from './steps.js';

/** `choices`: by option; see `chosenOf`. Throws what its writer throws: BAD_FILE or IMAGE_MISSING, BAD_SETTING, and what `step` throws. */
export async function exportBoard(
  writer: FormatWriter,
  board: WriteContext,
  choices: Readonly<Record<string, string>> = {},
  step: Step = async () => undefined,
): Promise<Exported> {
  const notes: string[] = [];
  const chosen = chosenOf(writer, choices);
  const context: WriterContext = { ...board, chosen, step, note: (text) => void notes.push(text) };
  const name = exportName(writer, context);
  if (writer.makes === 'folder')
    return { name, makes: 'folder', mediaType: 'application/zip', files: await writer.files(context), notes };
  const { mediaType } = writer;
  const files = [{ path: name, content: await writer.bytes(context) }];
  return { name, makes: 'file', mediaType, files, notes };
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
