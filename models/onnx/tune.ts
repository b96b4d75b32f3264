/**
 * What a published graph leaves to be gained on a processor, without a change of its weights:
 *
 * - A decoder that computes the logits of every position is made to compute those of the last: with a vocabulary
 *   of 152,000 that is a sixth of the work of reading a picture, a quarter of a claim's, and 900 MB.
 * - 4-bit products without an `accuracy_level` run in single precision, several times slower for the few tokens of a
 *   claim; level 4 runs them on 8-bit activations, each block of 32 with a scale of its own.
 *
 * Field numbers are those of onnx.proto (ONNX IR); the operator is com.microsoft.MatMulNBits.
 */
import { type Field, field, fieldsOf, numberField, pieces, varint } from './wire.js';

const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5, input: 11 } as const;
const NODE = { input: 1, output: 2, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, i: 3, type: 20, typeInt: 2 } as const;
const TENSOR = { dims: 1, dataType: 2, int64s: 7, name: 8, typeInt64: 7 } as const;
const VALUE_NAME = 1;

const LOGITS = 'logits';
const LAST = 'continuist.last';
/** Far more than any sequence has. */
const END = 2 ** 31 - 1;
const FOUR_BITS = 'MatMulNBits';
const PRODUCTS = new Set(['MatMul', FOUR_BITS]);
/** What may stand between the last product and the logits. */
const AFTER = new Set(['Cast', 'Identity', 'Add']);

interface Node {
  readonly fields: readonly Field[];
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** The tuned model; `model` itself where there is nothing to gain. Throws when it is not an ONNX model. */
export function tuned(model: Buffer): Buffer {
  const parts = fieldsOf(model);
  const graph = parts.find(({ number }) => number === MODEL.graph);
  if (!graph) throw new Error('not an ONNX model: it has no graph');
  const inner = fieldsOf(graph.content);
  const nodes = new Map(inner.filter(({ number }) => number === GRAPH.node).map((one) => [one, nodeIn(one)]));
  const head = inner.some(keepsLogits) ? null : headOf([...nodes.values()]);
  let changed = head !== null;
  const content = inner.map((one) => {
    const node = nodes.get(one);
    if (!node) return one.whole;
    const rest = [...node.fields];
    const level = node.type === FOUR_BITS && !rest.some((attribute) => isNamed(attribute, 'accuracy_level'));
    if (!level && node !== head) return one.whole;
    changed = true;
    const bytes = rest.map((part) =>
      node === head && part === firstInput(node) ? field(NODE.input, LAST) : part.whole,
    );
    return field(GRAPH.node, Buffer.concat(level ? [...bytes, EIGHT_BITS] : bytes));
  });
  if (!changed) return model;
  const added = head ? lastOf(head.inputs[0] ?? '') : [];
  return Buffer.concat(
    parts.flatMap((part) => (part === graph ? pieces(MODEL.graph, [...content, ...added]) : [part.whole])),
  );
}

const EIGHT_BITS = field(
  NODE.attribute,
  Buffer.concat([
    field(ATTRIBUTE.name, 'accuracy_level'),
    numberField(ATTRIBUTE.i, 4),
    numberField(ATTRIBUTE.type, ATTRIBUTE.typeInt),
  ]),
);

const text = ({ content }: Field): string => content.toString('utf8');

function nodeIn({ content }: Field): Node {
  const fields = fieldsOf(content);
  const texts = (wanted: number) => fields.filter(({ number }) => number === wanted).map(text);
  return {
    fields,
    type: texts(NODE.opType)[0] ?? '',
    inputs: texts(NODE.input),
    outputs: texts(NODE.output),
  };
}

const firstInput = ({ fields }: Node): Field | undefined =>
  fields.find(({ number }) => number === NODE.input);

const isNamed = ({ number, content }: Field, name: string): boolean =>
  number === NODE.attribute &&
  fieldsOf(content).some((one) => one.number === ATTRIBUTE.name && text(one) === name);

/** An input that tells the graph itself how many logits are wanted. */
const keepsLogits = ({ number, content }: Field): boolean =>
  number === GRAPH.input &&
  fieldsOf(content).some((one) => one.number === VALUE_NAME && text(one) === 'num_logits_to_keep');

/** The product with the vocabulary; null in a graph without logits or of another make. */
function headOf(nodes: readonly Node[]): Node | null {
  const maker = (name: string | undefined) => nodes.find(({ outputs }) => outputs.includes(name ?? ''));
  let node = maker(LOGITS);
  while (node && AFTER.has(node.type)) node = node.inputs.map(maker).find((one) => one !== undefined);
  return node && PRODUCTS.has(node.type) && node.inputs[0] ? node : null;
}

/** Nodes and tensors that cut [batch, positions, width] down to its last position. */
function lastOf(hidden: string): Buffer[] {
  const tensor = (name: string, value: Buffer) =>
    field(
      GRAPH.initializer,
      Buffer.concat([
        numberField(TENSOR.dims, 1),
        numberField(TENSOR.dataType, TENSOR.typeInt64),
        field(TENSOR.int64s, value),
        field(TENSOR.name, name),
      ]),
    );
  const names = ['start', 'end', 'axis'].map((name) => `${LAST}.${name}`);
  // −1 as ten bytes, the way the format writes a negative number.
  const values = [Buffer.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 1]), varint(END), varint(1)];
  const slice = [
    ...[hidden, ...names].map((name) => field(NODE.input, name)),
    field(NODE.output, LAST),
    field(NODE.opType, 'Slice'),
  ];
  return [
    field(GRAPH.node, Buffer.concat(slice)),
    ...names.map((name, at) => tensor(name, values[at] as Buffer)),
  ];
}
