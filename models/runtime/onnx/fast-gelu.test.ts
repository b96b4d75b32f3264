import { Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { constant, GRAPH, NODE, node, TYPE, tensorAttribute } from './graph.js';
import { fourBits, value } from './testing/four-bits.js';
import { InMemory, outputsOf } from './testing/in-memory.js';
import { tuned } from './tune.js';
import { field } from './wire.js';

interface Step {
  readonly type: string;
  readonly inputs: readonly [string, string?];
  readonly output: string;
}

/** As PyTorch writes it, of the product `y`. */
const STEPS: readonly Step[] = [
  { type: 'Mul', inputs: ['y', 'y'], output: 'square' },
  { type: 'Mul', inputs: ['y', 'square'], output: 'cube' },
  { type: 'Mul', inputs: ['cubic', 'cube'], output: 'third' },
  { type: 'Add', inputs: ['y', 'third'], output: 'sum' },
  { type: 'Mul', inputs: ['inner', 'sum'], output: 'inside' },
  { type: 'Tanh', inputs: ['inside'], output: 'tanh' },
  { type: 'Add', inputs: ['one', 'tanh'], output: 'more' },
  { type: 'Mul', inputs: ['y', 'more'], output: 'twice' },
  { type: 'Mul', inputs: ['half', 'twice'], output: 'gelu' },
];
const NUMBERS = { cubic: 0.044715, inner: 0.7978846, one: 1, half: 0.5 };

const initialiser = (name: string, number: number, dims: readonly number[] = []): Buffer =>
  constant(name, TYPE.float32, dims, Float32Array.of(number));
/** A constant as a node of its own. */
const constantNode = (name: string, number: number): Buffer => {
  const tensor = tensorAttribute('value', initialiser('', number));
  const content = [field(NODE.output, name), field(NODE.opType, 'Constant'), tensor];
  return field(GRAPH.node, Buffer.concat(content));
};
const output = (name: string): Buffer => field(GRAPH.output, value(name, [1, 4]));

const modelOf = (
  steps: readonly Step[],
  numbers: Readonly<Record<string, number>> = NUMBERS,
  write = initialiser,
  more: readonly Buffer[] = [],
): Buffer =>
  fourBits({
    full: true,
    more: [
      ...Object.entries(numbers).map(([name, number]) => write(name, number)),
      ...steps.map(({ type, inputs, output }) =>
        node(
          type,
          inputs.filter((name) => name !== undefined),
          output,
        ),
      ),
      output('gelu'),
      ...more,
    ],
  });

/** The tuned model's results for values on both sides of nought, where the function bends. */
async function resultsOf(model: Buffer) {
  const weights = new InMemory();
  const changed = tuned(model, weights);
  const x = new Tensor(
    Float32Array.from({ length: 32 }, (_, at) => Math.cos(at) / 100),
    [1, 32],
  );
  const { y = [], gelu = [] } = await outputsOf(changed, { x }, weights);
  expect(y.some((one) => one > 0.1) && y.some((one) => one < -0.1 && one > -3)).toBe(true);
  for (const [at, one] of y.entries()) {
    const inside = NUMBERS.inner * (one + NUMBERS.cubic * one ** 3);
    expect(gelu[at]).toBeCloseTo((one / 2) * (1 + Math.tanh(inside)), 4);
  }
  return changed;
}
const turned = STEPS.map(({ inputs: [a, b], ...step }): Step => ({ ...step, inputs: b ? [b, a] : [a] }));

it.each([
  ['as PyTorch writes it', modelOf(STEPS)],
  ['with the factors the other way about', modelOf(turned)],
  ['with constants as nodes', modelOf(STEPS, NUMBERS, constantNode)],
  ['with constants of one place', modelOf(STEPS, NUMBERS, (name, number) => initialiser(name, number, [1]))],
  ['with constants that were halves', modelOf(STEPS, { ...NUMBERS, cubic: 0.04471, inner: 0.79785 })],
])('GELU by the tangent is one operator, %s', async (_, model) => {
  const changed = await resultsOf(model);
  expect(changed.includes('FastGelu')).toBe(true);
  expect(changed.includes('Tanh')).toBe(false);
});

it.each(['square', 'cube', 'third', 'sum', 'inside', 'tanh', 'more', 'twice'])(
  'it stays where something else takes %s from it',
  async (taken) => {
    for (const more of [[output(taken)], [node('Neg', [taken], 'other'), output('other')]])
      expect((await resultsOf(modelOf(STEPS, NUMBERS, initialiser, more))).includes('FastGelu')).toBe(false);
  },
);

it.each(Object.keys(NUMBERS))('another function stays, with another number for %s', (name) => {
  const numbers = { ...NUMBERS, [name]: 1.1 * NUMBERS[name as keyof typeof NUMBERS] };
  expect(tuned(modelOf(STEPS, numbers), new InMemory()).includes('Tanh')).toBe(true);
});

it.each(STEPS.map((_, at) => at).filter((at) => STEPS[at]?.type !== 'Tanh'))(
  'another function stays, with another operator at step %i',
  (at) => {
    const steps = STEPS.map((step, i) => (i === at ? { ...step, type: 'Sub' } : step));
    expect(tuned(modelOf(steps), new InMemory()).includes('Tanh')).toBe(true);
  },
);

it('another function stays, of something else than the product at one place', () => {
  for (const [at, { inputs }] of STEPS.entries())
    for (const place of inputs.keys()) {
      if (inputs[place] !== 'y') continue;
      const steps = STEPS.map((step, i) =>
        i === at
          ? { ...step, inputs: inputs.map((one, j) => (j === place ? 'b' : one)) as [string, string] }
          : step,
      );
      expect(tuned(modelOf(steps), new InMemory()).includes('Tanh'), `${at}`).toBe(true);
    }
});
