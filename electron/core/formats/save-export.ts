/** An export on the disk, each file whole or not at all: what reads it next may be watching. */
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Exported, ExportedFile } from './format.js';

/** `path`: the file, or the folder that the files go into; made when it is not there. */
export async function saveExport({ makes, files }: Exported, path: string): Promise<void> {
  for (const file of files) await saveFile(makes === 'file' ? path : join(path, file.path), file.content);
}

async function saveFile(path: string, content: ExportedFile['content']): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  if (Buffer.isBuffer(content)) await writeFile(part, content);
  else await copyFile(content.copyOf, part);
  await rename(part, path);
}
