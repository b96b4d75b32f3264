/** The small dependency parser that reads descriptions (models/reading), run by onnxruntime on one thread. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { FEATURES, featuresOf } from './features.js';
import { goesOf } from './goes.js';
import { headsFrom } from './heads.js';
import type { Arc, Parser } from './word.js';

/** What the numbers of the parser mean. */
interface Tables {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

/** Longer lists of words are cut for the parser: its work grows as the square. */
const LONGEST = 200;
const TOO_LONG: Arc = { tag: 'XX', head: 0, label: 'dep', sure: 0, held: 0 };

/** Loads the parser from the folder that holds parser.onnx and parser.json. */
export async function loadParser(folder: string): Promise<Parser> {
  const { tags, labels } = tablesIn(await readFile(join(folder, 'parser.json'), 'utf8'));
  const session = await InferenceSession.create(join(folder, 'parser.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // More of it reads no faster, and takes six mebibytes.
    graphOptimizationLevel: 'basic',
  });
  const readTogether: Parser = async (lists) => {
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
    const [tag, arcs, label] = ['tags', 'arcs', 'labels'].map((name) => answer[name]?.data) as [
      Float32Array,
      Float32Array,
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
        const column = head + 1;
        const isRoot = head < 0;
        const held = Math.exp(arcs[row(i) + column] as number);
        const found = likeliest(
          label,
          (b * widest + i) * labels.length * columns + column,
          labels.length,
          columns,
        );
        // Names of arcs are guessed apart from heads: what hangs on another word is no root, whatever it is called.
        const name = labels[found.at] as string;
        return {
          tag: tags[largest(tag, (b * widest + i) * tags.length, tags.length, 1)] as string,
          head: isRoot ? i : head,
          label: isRoot ? 'ROOT' : name === 'ROOT' ? 'dep' : name,
          sure: held * found.probability,
          held,
        };
      });
      return [...read, ...whole.slice(count).map((_, i) => ({ ...TOO_LONG, head: count + i }))];
    });
  };
  return async (lists) => {
    const read: (readonly Arc[])[] = [];
    for (const go of goesOf(lists.map((words) => Math.min(words.length, LONGEST)))) {
      const arcs = await readTogether(go.map((at) => lists[at] as readonly string[]));
      for (const [i, at] of go.entries()) read[at] = arcs[i] as readonly Arc[];
    }
    return read;
  };
}

/** No schema is used: its library would take as much of the thread as all that the thread runs. */
function tablesIn(text: string): Tables {
  const { tags, labels } = JSON.parse(text);
  const isNames = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one === 'string');
  if (!isNames(tags) || !isNames(labels)) throw new Error('parser.json names no tags and labels');
  return { tags, labels };
}

/** Which of `count` scores is the largest: the first stands at `from`, each of the others `step` behind the one before. */
function largest(scores: Float32Array, from: number, count: number, step: number): number {
  let best = 0;
  for (let k = 1; k < count; k++)
    if ((scores[from + k * step] as number) > (scores[from + best * step] as number)) best = k;
  return best;
}

/** The largest of them, and how probable that makes it. */
function likeliest(
  scores: Float32Array,
  from: number,
  count: number,
  step: number,
): { at: number; probability: number } {
  const at = largest(scores, from, count, step);
  const most = scores[from + at * step] as number;
  let all = 0;
  for (let k = 0; k < count; k++) all += Math.exp((scores[from + k * step] as number) - most);
  return { at, probability: 1 / all };
}
