import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { changeWeights } from './onnx-weights.js';

const embedding = fileURLToPath(new URL('../models/storybook/files/onnx/embed_tokens.onnx', import.meta.url));

it('gives every weight back to the last bit, and changes what it is told to', async () => {
  const file = await readFile(embedding);
  const copy = Buffer.from(file);
  const shapes: (readonly number[])[] = [];
  changeWeights(copy, ({ dims }) => {
    shapes.push(dims);
  });
  expect(shapes.some(([rows, width]) => rows === 513 && width === 160)).toBe(true);
  expect(copy.equals(file)).toBe(true);

  changeWeights(copy, ({ values }) => {
    values[0] = -0.15625;
    values[1] = 1e-6;
    values[2] = 1e9;
  });
  expect(copy.length).toBe(file.length);
  const read: number[][] = [];
  changeWeights(copy, ({ values }) => {
    read.push([...values.subarray(0, 3)]);
  });
  expect(read[0]).toEqual([-0.15625, expect.closeTo(1e-6, 7), 65_504]);
});

it('says when a file is no ONNX', () => {
  expect(() => changeWeights(Buffer.from([0x0f, 0x80]), () => undefined)).toThrow('not a protocol buffer');
  expect(() => changeWeights(Buffer.from([0x3a, 0x80]), () => undefined)).toThrow('not a protocol buffer');
});
