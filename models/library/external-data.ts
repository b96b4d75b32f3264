import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';

const MARK = '.onnx_data';
/** What may follow the mark: `_1` to `_999`. */
const SUFFIX = 4;
/** Longer than the name of any such file. */
const REACH = 256;

/**
 * The files beside a graph that hold its weights, as `onnx/NAME.onnx_data`, `…_data_1`: the graph names them, and
 * ONNX Runtime hangs or aborts without them. `file` is the graph, relative to `folder`. Streams it once.
 */
export async function externalData(folder: string, file: string): Promise<string[]> {
  const name = basename(file);
  const found = new Set<string>();
  const search = (bytes: Buffer, end: number) => {
    for (let at = bytes.indexOf(MARK); at >= 0 && at < end; at = bytes.indexOf(MARK, at + 1)) {
      const around = bytes.toString('latin1', Math.max(0, at - REACH), at + MARK.length + SUFFIX);
      const [match] = around.slice(around.lastIndexOf(name)).match(/^[\w.-]+\.onnx_data(?:_\d{1,3})?/) ?? [];
      if (match?.startsWith(`${name}_data`)) found.add(`onnx/${match}`);
    }
  };
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(join(folder, file), { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([tail, chunk as Buffer]);
    search(bytes, bytes.length - MARK.length - SUFFIX);
    tail = bytes.subarray(-REACH);
  }
  search(tail, tail.length);
  return [...found].sort();
}
