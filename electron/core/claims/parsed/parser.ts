/** The small dependency parser that reads descriptions (models/reading), run by onnxruntime on one thread. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { FEATURES, featuresOf } from './features.js';
import { headsFrom } from './heads.js';
import type { Arc, Parser } from './word.js';

const tables = z.object({ tags: z.array(z.string()), labels: z.array(z.string()) });

/** Longer lists of words are cut for the parser: its work grows as the square. */
const LONGEST = 200;
const TOO_LONG: Arc = { tag: 'XX', head: 0, label: 'dep', sure: 0 };

/** Loads the parser from the folder that holds parser.onnx and parser.json. */
export async function loadParser(folder: string): Promise<Parser> {
  const { tags, labels } = tables.parse(JSON.parse(await readFile(join(folder, 'parser.json'), 'utf8')));
  const session = await InferenceSession.create(join(folder, 'parser.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  return async (lists) => {
    const cut = lists.map((words) => words.slice(0, LONGEST));
    const widest = Math.max(0, ...cut.map((words) => words.length));
    if (widest === 0) return lists.map(() => []);
    const features = new Int32Array(cut.length * widest * FEATURES);
    for (const [b, words] of cut.entries())
      for (const [i, word] of words.entries()) features.set(featuresOf(word), (b * widest + i) * FEATURES);
    const answer = await session.run({
      features: new Tensor('int32', features, [cut.length, widest, FEATURES]),
      lengths: new Tensor(
        'int32',
        Int32Array.from(cut, ({ length }) => length),
        [cut.length],
      ),
    });
    const rows = (name: string) => answer[name]?.data as Float32Array | Int32Array;
    const [tag, arcs, label, sure] = ['tags', 'arcs', 'labels', 'sure'].map(rows) as [
      Float32Array,
      Float32Array,
      Int32Array,
      Float32Array,
    ];
    const columns = widest + 1;
    return lists.map((whole, b) => {
      const count = cut[b]?.length ?? 0;
      const row = (i: number): number => (b * widest + i) * columns;
      const heads = headsFrom(
        Array.from({ length: count }, (_, i) => arcs.subarray(row(i), row(i) + columns)),
      );
      const read = heads.map((head, i): Arc => {
        const at = row(i) + head + 1;
        const isRoot = head < 0;
        return {
          tag: tags[largest(tag, (b * widest + i) * tags.length, tags.length)] as string,
          head: isRoot ? i : head,
          label: isRoot ? 'ROOT' : (labels[label[at] as number] as string),
          sure: sure[at] as number,
        };
      });
      return [...read, ...whole.slice(count).map((_, i) => ({ ...TOO_LONG, head: count + i }))];
    });
  };
}

function largest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let k = 1; k < count; k++)
    if ((values[from + k] as number) > (values[from + best] as number)) best = k;
  return best;
}
