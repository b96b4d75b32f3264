import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** On disk whole or not at all: what reads it next may be watching. */
export async function writeResult(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, text);
  await rename(part, file);
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
