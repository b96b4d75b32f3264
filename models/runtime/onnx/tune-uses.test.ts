/** Weights that are used in more than one way, and graphs within graphs. */
import { Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { constant, GRAPH, MICROSOFT, MODEL, NODE, node, TYPE, tensorIn } from './graph.js';
import { fourBits, modelOf, value } from './testing/four-bits.js';
import { InMemory, outputsOf } from './testing/in-memory.js';
import { tuned } from './tune.js';
import { type Field, field, fieldsOf, numberField } from './wire.js';

const [K, N] = [32, 4];
const SIZES = { K, N, bits: 4, block_size: K };
const output = (name: string, sizes: readonly number[]) => field(GRAPH.output, value(name, sizes));
const x = new Tensor(
  Float32Array.from({ length: K }, (_, at) => Math.cos(at)),
  [1, K],
);

/** The tuned model, whose outputs must be near those of before. */
async function beforeAndAfter(model: Buffer) {
  const weights = new InMemory();
  const changed = tuned(model, weights);
  const [before, after] = [await outputsOf(model, { x }), await outputsOf(changed, { x }, weights)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const [name, values] of Object.entries(before)) {
    const most = Math.max(...values.map(Math.abs));
    for (const [at, wanted] of values.entries())
      expect(Math.abs((after[name]?.[at] ?? Number.NaN) - wanted), name).toBeLessThanOrEqual(0.02 * most);
  }
  return { changed, weights };
}

function initialisersOf(model: Buffer): string[] {
  const graph = fieldsOf(model).find(({ number }) => number === MODEL.graph) as Field;
  const found = fieldsOf(graph.content).filter(({ number }) => number === GRAPH.initializer);
  return found.map((one) => tensorIn(one).name);
}

/** `If`, whose branches are both that graph; `made` = its output. */
function either(graph: readonly Buffer[], made: string): Buffer[] {
  const branch = (name: string) =>
    field(
      NODE.attribute,
      Buffer.concat([
        field(1, name),
        field(6, Buffer.concat([field(2, name), ...graph, output('inner', [N, 1, K / 2])])),
        numberField(20, 5),
      ]),
    );
  const content = [field(NODE.input, 'yes'), field(NODE.output, made), field(NODE.opType, 'If')];
  return [
    constant('yes', 9, [], Uint8Array.of(1)),
    field(GRAPH.node, Buffer.concat([...content, branch('then_branch'), branch('else_branch')])),
    output(made, [N, 1, K / 2]),
  ];
}

it('weights of two products, one with the scales as its bias, are there for both', async () => {
  const more = [
    node('MatMulNBits', ['x', 'w', 's', '', '', 's'], 'again', SIZES, MICROSOFT),
    output('again', [1, N]),
  ];
  const { changed } = await beforeAndAfter(fourBits({ more }));
  expect(changed.includes('MatMulNBits')).toBe(false);
});

it('a constant is multiplied like anything else', async () => {
  const rows = Float32Array.from({ length: 2 * K }, (_, at) => Math.sin(at));
  const more = [
    constant('k', TYPE.float32, [2, K], rows),
    node('MatMulNBits', ['k', 'w', 's'], 'still', SIZES, MICROSOFT),
    output('still', [2, N]),
  ];
  const { weights } = await beforeAndAfter(fourBits({ more }));
  expect(weights.written).toHaveLength(2);
});

it('each row of each sequence is rounded for itself, whatever its height and sign', async () => {
  const heights = [1, 1e-3, 0, -1000, 1e4, -1e-5];
  const rows = Float32Array.from(
    { length: heights.length * K },
    (_, at) => (heights[Math.floor(at / K)] ?? 0) * (0.5 + Math.cos(at)),
  );
  const more = [
    constant('k', TYPE.float32, [2, heights.length / 2, K], rows),
    node('MatMulNBits', ['k', 'w', 's'], 'still', SIZES, MICROSOFT),
    output('still', [2, heights.length / 2, N]),
  ];
  const model = fourBits({ more });
  const weights = new InMemory();
  const changed = tuned(model, weights);
  const [before, after] = [await outputsOf(model, { x }), await outputsOf(changed, { x }, weights)];
  for (const [row, height] of heights.entries()) {
    const of = ({ still = [] }: Record<string, number[]>) => still.slice(row * N, (row + 1) * N);
    const most = Math.max(...of(before).map(Math.abs));
    expect(most > 0).toBe(height !== 0);
    for (const [at, wanted] of of(before).entries())
      expect(Math.abs((of(after)[at] ?? Number.NaN) - wanted)).toBeLessThanOrEqual(0.02 * most);
  }
});

it('a product stays whose weights may be given from outside', async () => {
  const more = [field(GRAPH.input, value('s', [N]))];
  const model = fourBits({ more });
  expect((await beforeAndAfter(model)).changed).toBe(model);
});

it('weights stay that a graph inside a node takes from outside', async () => {
  const inside = node('Cast', ['w'], 'inner', { to: TYPE.float32 });
  const { changed } = await beforeAndAfter(fourBits({ more: either([inside], 'found') }));
  expect(changed.includes('MatMulNBits')).toBe(false);
  expect(initialisersOf(changed)).toContain('w');
});

it('weights go though there are graphs inside nodes, when those do not use them', async () => {
  const values = new Float32Array((N * K) / 2);
  const inside = [constant('own', TYPE.float32, [N, 1, K / 2], values), node('Identity', ['own'], 'inner')];
  const { changed } = await beforeAndAfter(fourBits({ more: either(inside, 'found') }));
  expect(initialisersOf(changed)).not.toContain('w');
});

it('weights stay that may be given from outside, used or not: what gives none would have to', async () => {
  const more = [
    constant('usual', TYPE.float32, [1], Float32Array.of(3)),
    field(GRAPH.input, value('usual', [1])),
    constant('spare', TYPE.float32, [1], Float32Array.of(4)),
  ];
  const { changed } = await beforeAndAfter(fourBits({ more }));
  expect(initialisersOf(changed)).toContain('usual');
  expect(initialisersOf(changed)).not.toContain('spare');
});

it('a product stays where weights inside a node lie beside the model', () => {
  const external = { file: 'old.data', offset: 0, length: 2 * N * K };
  const inside = [constant('own', TYPE.float32, [N, 1, K / 2], external), node('Identity', ['own'], 'inner')];
  const weights = new InMemory();
  const changed = tuned(fourBits({ more: either(inside, 'found') }), weights);
  expect(changed.includes('accuracy_level')).toBe(true);
  expect(weights.written).toHaveLength(0);
});

const pairs = new Uint8Array((K * N) / 2);
it.each([
  ['in eight bits', 8, constant('s', TYPE.float32, [N], new Float32Array(N)), []],
  ['with scales in half precision', 4, constant('s', TYPE.float16, [N], new Uint16Array(N)), []],
  [
    'with zero points in single precision',
    4,
    constant('s', TYPE.float32, [N], new Float32Array(N)),
    [constant('z', TYPE.float32, [N], new Float32Array(N))],
  ],
])('a product stays with weights %s', (_, bits, scales, zeros) => {
  const weights = new InMemory();
  const inputs = ['x', 'w', 's', ...zeros.map(() => 'z')];
  const model = modelOf([
    node('MatMulNBits', inputs, 'y', { ...SIZES, bits }, MICROSOFT),
    constant('w', TYPE.uint8, [N, 1, (K * bits) / 8], bits === 8 ? new Uint8Array(K * N) : pairs),
    scales,
    ...zeros,
    field(GRAPH.input, value('x', [1, K])),
    output('y', [1, N]),
  ]);
  expect(tuned(model, weights).includes('MatMulNBits')).toBe(true);
  expect(weights.written).toHaveLength(0);
});
