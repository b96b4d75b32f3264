/** A graph in half precision between ends in single, as converters make them: y = x · W + b, times a constant. */
import { constant, GRAPH, node, TYPE, tensorAttribute } from '../graph.js';
import { type Field, field, fieldsOf, numberField, varint } from '../wire.js';
import { modelOf, value } from './four-bits.js';

export interface HalvesOptions {
  /** The file that holds W, which is else in the graph. */
  readonly beside?: string;
  /** The bias is stored as whole numbers. */
  readonly apart?: boolean;
  readonly operators?: number;
  /** Further fields of the graph. */
  readonly more?: readonly Buffer[];
}

/** `weights`: [K, N], the bits of each; `bias`: [N]. */
export function halves(
  weights: Uint16Array,
  bias: Uint16Array,
  { beside, apart, operators = 17, more = [] }: HalvesOptions = {},
): Buffer {
  const N = bias.length;
  const K = weights.length / N;
  const TWO = Uint16Array.of(0x4000);
  const made = node('Constant', [], 'two', {});
  const [content] = fieldsOf(made) as [Field];
  const two = field(
    GRAPH.node,
    Buffer.concat([content.content, tensorAttribute('value', constant('', TYPE.float16, [], TWO))]),
  );
  const middle = value('xw', [1, N], TYPE.float16);
  return modelOf(
    [
      node('Cast', ['x'], 'x16', { to: TYPE.float16 }),
      node('MatMul', ['x16', 'w'], 'xw'),
      node('Add', ['xw', 'b'], 'sum'),
      two,
      node('Mul', ['sum', 'two'], 'y16'),
      node('Cast', ['y16'], 'y', { to: TYPE.float32 }),
      constant(
        'w',
        TYPE.float16,
        [K, N],
        beside ? { file: beside, offset: 0, length: weights.byteLength } : weights,
      ),
      apart ? wholeNumbers('b', bias) : constant('b', TYPE.float16, [N], bias),
      field(GRAPH.value, middle),
      field(GRAPH.input, value('x', [1, K])),
      field(GRAPH.output, value('y', [1, N])),
      ...more,
    ],
    operators,
  );
}

const wholeNumbers = (name: string, bits: Uint16Array): Buffer =>
  field(
    GRAPH.initializer,
    Buffer.concat([
      numberField(1, bits.length),
      numberField(2, TYPE.float16),
      field(5, Buffer.concat([...bits].map(varint))),
      field(8, name),
    ]),
  );
