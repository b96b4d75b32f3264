/** What reading needs beside the words: the parser and the dictionary, both from models/reading/files. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dictionary } from './dictionary.js';
import { loadParser } from './parser.js';
import type { Knowledge } from './read.js';

/** `folder`: where parser.onnx, parser.json and words.txt lie. */
export async function loadReading(folder: string): Promise<Knowledge> {
  const [parse, words] = await Promise.all([loadParser(folder), readFile(join(folder, 'words.txt'), 'utf8')]);
  return { parse, dictionary: Dictionary.of(words) };
}
