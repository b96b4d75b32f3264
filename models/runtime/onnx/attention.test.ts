import { Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { constant, GRAPH, MICROSOFT, node, TYPE } from './graph.js';
import { modelOf, value } from './testing/four-bits.js';
import { InMemory, outputsOf } from './testing/in-memory.js';
import { tuned } from './tune.js';
import { field } from './wire.js';

/** Of the example: places of a sequence, what comes in, what each head has, and how many there are. */
const [BATCH, PLACES, WIDTH, HEAD, HEADS] = [2, 5, 32, 4, 3];
const ALL = HEAD * HEADS;

interface Step {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

const HEADS_FIRST = { perm: [0, 2, 1, 3] };
/** As PyTorch writes it, of the products `q`, `k` and `v`. */
const STEPS: readonly Step[] = [
  { type: 'Shape', inputs: ['x'], output: 'sizes' },
  { type: 'Gather', inputs: ['sizes', 'zero'], output: 'batch', attributes: { axis: 0 } },
  { type: 'Gather', inputs: ['sizes', 'one'], output: 'places', attributes: { axis: 0 } },
  { type: 'Unsqueeze', inputs: ['batch', 'first'], output: 'batches' },
  { type: 'Unsqueeze', inputs: ['places', 'first'], output: 'lengths' },
  { type: 'Concat', inputs: ['batches', 'lengths', 'any', 'head'], output: 'apart', attributes: { axis: 0 } },
  { type: 'Concat', inputs: ['batches', 'lengths', 'any'], output: 'together', attributes: { axis: 0 } },
  { type: 'Reshape', inputs: ['q', 'apart'], output: 'q4' },
  { type: 'Transpose', inputs: ['q4'], output: 'qh', attributes: HEADS_FIRST },
  { type: 'Reshape', inputs: ['k', 'apart'], output: 'k4' },
  { type: 'Transpose', inputs: ['k4'], output: 'kh', attributes: { perm: [0, 2, 3, 1] } },
  { type: 'Reshape', inputs: ['v', 'apart'], output: 'v4' },
  { type: 'Transpose', inputs: ['v4'], output: 'vh', attributes: HEADS_FIRST },
  { type: 'MatMul', inputs: ['qh', 'kh'], output: 'scores' },
  { type: 'Mul', inputs: ['scores', 'factor'], output: 'divided' },
  { type: 'Softmax', inputs: ['divided'], output: 'weights', attributes: { axis: -1 } },
  { type: 'Cast', inputs: ['weights'], output: 'single', attributes: { to: TYPE.float32 } },
  { type: 'MatMul', inputs: ['single', 'vh'], output: 'weighted' },
  { type: 'Transpose', inputs: ['weighted'], output: 'back', attributes: HEADS_FIRST },
  { type: 'Reshape', inputs: ['back', 'together'], output: 'result' },
];
/** What is made within, and nothing else may take. */
const INSIDE = STEPS.slice(7, -1).map(({ output }) => output);

const whole = (name: string, ...values: number[]): Buffer =>
  constant(name, TYPE.int64, values.length > 0 ? [values.length] : [], BigInt64Array.from(values, BigInt));
const index = (name: string, at: number): Buffer =>
  constant(name, TYPE.int64, [], BigInt64Array.of(BigInt(at)));
const output = (name: string): Buffer => field(GRAPH.output, value(name, [BATCH, PLACES, ALL]));

/** `columns`: of its weights. */
const product = (name: string, at: number, columns = ALL): Buffer[] => [
  node(
    'MatMulNBits',
    ['x', `${name}w`, `${name}s`],
    `${name}p`,
    { K: WIDTH, N: columns, bits: 4, block_size: WIDTH },
    MICROSOFT,
  ),
  constant(
    `${name}w`,
    TYPE.uint8,
    [columns, 1, WIDTH / 2],
    Uint8Array.from({ length: (columns * WIDTH) / 2 }, (_, i) => (37 * (i + at) + 11) % 256),
  ),
  constant(`${name}s`, TYPE.float32, [columns], new Float32Array(columns).fill(0.1)),
  constant(
    `${name}b`,
    TYPE.float32,
    [columns],
    Float32Array.from({ length: columns }, (_, i) => Math.sin(i + at)),
  ),
  node('Add', [`${name}b`, `${name}p`], name),
];

interface Other {
  readonly factor?: number;
  readonly heads?: number;
  /** Columns of the keys' product. */
  readonly keys?: number;
  readonly more?: readonly Buffer[];
}

const attentionOf = (
  steps: readonly Step[],
  { factor = 1 / Math.sqrt(HEAD), heads = -1, keys = ALL, more = [] }: Other = {},
): Buffer =>
  modelOf([
    ...product('q', 0),
    ...product('k', 1, keys),
    ...product('v', 2),
    index('zero', 0),
    index('one', 1),
    whole('first', 0),
    whole('any', heads === -1 ? -1 : heads),
    whole('head', HEAD),
    constant('factor', TYPE.float32, [], Float32Array.of(factor)),
    ...steps.map(({ type, inputs, output, attributes }) => node(type, inputs, output, attributes)),
    field(GRAPH.input, value('x', [BATCH, PLACES, WIDTH])),
    ...['q', 'k', 'v', 'result'].map(output),
    ...more,
  ]);

/** Whether it is one operator after tuning; its results are checked. */
async function isOne(model: Buffer, factor = 1 / Math.sqrt(HEAD)): Promise<boolean> {
  const weights = new InMemory();
  const changed = tuned(model, weights);
  const values = Float32Array.from({ length: BATCH * PLACES * WIDTH }, (_, at) => Math.cos(at * at));
  const x = new Tensor(values, [BATCH, PLACES, WIDTH]);
  const { q = [], k = [], v = [], result = [] } = await outputsOf(changed, { x }, weights);
  const at = (b: number, place: number, head: number, i: number) =>
    (b * PLACES + place) * ALL + head * HEAD + i;
  const places = Array.from({ length: PLACES }, (_, place) => place);
  const inHead = Array.from({ length: HEAD }, (_, i) => i);
  for (let b = 0; b < BATCH; b++)
    for (let head = 0; head < HEADS; head++)
      for (const place of places) {
        const like = places.map((other) =>
          Math.exp(
            factor *
              inHead.reduce(
                (sum, i) => sum + (q[at(b, place, head, i)] ?? 0) * (k[at(b, other, head, i)] ?? 0),
                0,
              ),
          ),
        );
        const all = like.reduce((sum, one) => sum + one, 0);
        for (const i of inHead) {
          const wanted = places.reduce(
            (sum, other) => sum + ((like[other] ?? 0) / all) * (v[at(b, other, head, i)] ?? 0),
            0,
          );
          expect(result[at(b, place, head, i)]).toBeCloseTo(wanted, 4);
        }
      }
  return changed.includes('MultiHeadAttention');
}

/** Whether it is several operators beside products that were tuned. */
function isSeveral(model: Buffer): boolean {
  const changed = tuned(model, new InMemory());
  expect(changed.includes('MatMulIntegerToFloat')).toBe(true);
  return changed.includes('Softmax') && !changed.includes('MultiHeadAttention');
}

/** The steps with some of one changed. */
const withStep = (output: string, change: Partial<Step>): Step[] =>
  STEPS.map((step) => (step.output === output ? { ...step, ...change } : step));

it.each([
  ['as PyTorch writes it', STEPS],
  ['with the factor first', withStep('divided', { inputs: ['factor', 'scores'] })],
  [
    'without casts',
    withStep('weighted', { inputs: ['weights', 'vh'] }).filter(({ type }) => type !== 'Cast'),
  ],
  ['with the last axis by its number', withStep('weights', { attributes: { axis: 3 } })],
])('attention is one operator, %s', async (_, steps) => {
  expect(await isOne(attentionOf(steps))).toBe(true);
});

it('attention is one operator where its scores are divided by the root of the width', async () => {
  expect(await isOne(attentionOf(withStep('divided', { type: 'Div' }), { factor: Math.sqrt(HEAD) }))).toBe(
    true,
  );
});

it('attention is one operator where the shape names the heads', async () => {
  const ends = [whole('end', -1)];
  const steps = withStep('together', { inputs: ['batches', 'lengths', 'end'] });
  expect(await isOne(attentionOf(steps, { heads: HEADS, more: ends }))).toBe(true);
});

it.each(INSIDE)('it stays where something else takes %s from it', async (taken) => {
  const other = [node('Neg', [taken], 'other'), field(GRAPH.output, value('other', [1]))];
  for (const more of [[field(GRAPH.output, value(taken, [1]))], other])
    expect(isSeveral(attentionOf(STEPS, { more }))).toBe(true);
});

it('it stays where keys have fewer heads', () => {
  expect(isSeveral(attentionOf(STEPS, { keys: ALL - HEAD }))).toBe(true);
});

it('it stays where the shape names another number of heads', () => {
  const steps = withStep('together', { inputs: ['batches', 'lengths', 'end'] });
  expect(isSeveral(attentionOf(steps, { heads: HEADS - 1, more: [whole('end', -1)] }))).toBe(true);
});

it('it stays with another factor', async () => {
  expect(await isOne(attentionOf(STEPS, { factor: 0.25 }), 0.25)).toBe(false);
});

it.each<[string, Step[]]>([
  [
    'a mask',
    [
      ...withStep('weights', { inputs: ['masked'] }),
      { type: 'Add', inputs: ['divided', 'factor'], output: 'masked' },
    ],
  ],
  ['a softmax along another axis', withStep('weights', { attributes: { axis: 2 } })],
  ['a cast to another type', withStep('single', { attributes: { to: TYPE.float16 } })],
  ['heads that stay apart', withStep('result', { inputs: ['back', 'apart'] })],
  ['keys before places', withStep('kh', { attributes: { perm: [0, 3, 2, 1] } })],
  ['places and batch exchanged', withStep('apart', { inputs: ['lengths', 'batches', 'any', 'head'] })],
  ['a shape of something else', withStep('sizes', { inputs: ['qw'] })],
  ['values before weights', withStep('weighted', { inputs: ['vh', 'single'] })],
  ['no order of values', withStep('vh', { attributes: { perm: [2, 0, 1, 3] } })],
  ['results in another order', withStep('back', { attributes: { perm: [0, 1, 2, 3] } })],
])('it stays with %s', (_, steps) => {
  expect(isSeveral(attentionOf(steps))).toBe(true);
});
