/** A thread that reads what is written in pictures: its networks are loaded once, with the first of them. */
import { PpOcrEngine } from '@models/architectures/pp-ocr/index.js';
import type { Writing } from '@shared/analysis.js';
import { ContinuistError } from '@shared/errors.js';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

export interface WritingOrder {
  readonly file: string;
  /** Folder of the networks. */
  readonly folder: string;
}

/** What was read, or why the picture cannot be: an error's kind does not pass between threads. */
export type WritingAnswer = { readonly writing: Writing[] } | { readonly unreadable: string };

let loading: Promise<PpOcrEngine> | null = null;

export default async function read({ file, folder }: WritingOrder): Promise<WritingAnswer> {
  loading ??= PpOcrEngine.load(folder, { threads: 1 }).catch((thrown: unknown) => {
    loading = null;
    throw thrown;
  });
  const engine = await loading;
  try {
    return { writing: await engine.read(file) };
  } catch (thrown) {
    if (thrown instanceof ContinuistError && thrown.code === 'IMAGE_UNREADABLE')
      return { unreadable: thrown.detail };
    throw thrown;
  }
}
