import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { externalData } from './external-data.js';

it('finds every file a graph names, wherever the name stands, and no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-graph-'));
  await mkdir(join(folder, 'onnx'));
  const chunk = 1 << 20;
  const graph = async (...parts: [at: number, text: string][]) => {
    const bytes = Buffer.alloc(2 * chunk + 100, 0x81);
    for (const [at, text] of parts) bytes.write(text, at, 'latin1');
    await writeFile(join(folder, 'onnx/model_q4.onnx'), bytes);
    return externalData(folder, 'onnx/model_q4.onnx');
  };
  const first = 'model_q4.onnx_data';
  try {
    expect(await graph()).toEqual([]);
    expect(await graph([50, `location\u0012${first}\u0018`], [900, first])).toEqual([`onnx/${first}`]);
    expect(await graph([10, first], [70, `${first}_1`], [2 * chunk + 81, `${first}`])).toEqual([
      `onnx/${first}`,
      `onnx/${first}_1`,
    ]);
    for (let over = 0; over <= first.length + 3; over++)
      expect(await graph([chunk - over, `${first}_12 `]), `${over}`).toEqual([`onnx/${first}_12`]);
    expect(await graph([10, 'other.onnx_data'], [90, 'model_q4.onnx_dat'])).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
