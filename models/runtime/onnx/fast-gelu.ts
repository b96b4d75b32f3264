/**
 * GELU by the hyperbolic tangent (Hendrycks and Gimpel 2016), x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³))), which PyTorch
 * writes as nine operators. Each goes over the widest values of a tower; the runtime has one operator for them all.
 */
import type { Node } from './graph.js';
import { numberOf, type Wiring } from './wiring.js';

/** Its name in the runtime. */
export const FAST_GELU = 'FastGelu';

const [CUBIC, INNER, ONE, HALF] = [0.044715, Math.sqrt(2 / Math.PI), 1, 0.5];
/** Of a constant, which may have been a half. */
const TOLERANCE = 1e-3;

export interface Gelu {
  readonly x: string;
  /** Gives the result. */
  readonly last: Node;
  /** The others, which nothing else uses. */
  readonly rest: readonly Node[];
}

/** Those of a graph. */
export function gelusIn(nodes: readonly Node[], { maker: before, user: after, constant }: Wiring): Gelu[] {
  const isNear = (name: string, wanted: number) =>
    Math.abs(numberOf(constant(name)) - wanted) < TOLERANCE * wanted;
  /** What a sum or product with `known` adds or multiplies; null where `node` is none. */
  const beside = (node: Node | undefined, type: string, known: string | number): string | null => {
    const [a, b] = node?.inputs ?? [];
    if (node?.type !== type || a === undefined || b === undefined) return null;
    const isIt = (name: string) => (typeof known === 'number' ? isNear(name, known) : name === known);
    return isIt(a) ? b : isIt(b) ? a : null;
  };

  return nodes.flatMap((tanh) => {
    if (tanh.type !== 'Tanh') return [];
    const inner = before(tanh.inputs[0] ?? null);
    const sum = before(beside(inner, 'Mul', INNER));
    for (const [x, other] of sum ? pairs(sum) : []) {
      const cubic = sum?.type === 'Add' ? before(other) : undefined;
      const cube = before(beside(cubic, 'Mul', CUBIC));
      const square = before(beside(cube, 'Mul', x));
      const more = after(tanh);
      const twice = more && after(more);
      const last = twice && after(twice);
      if (!inner || !sum || !cubic || !cube || !square || !more || !twice || !last) continue;
      const isGelu =
        beside(square, 'Mul', x) === x &&
        beside(more, 'Add', ONE) === tanh.outputs[0] &&
        beside(twice, 'Mul', x) === more.outputs[0] &&
        beside(last, 'Mul', HALF) === twice.outputs[0];
      const isOwn =
        after(square) === cube && after(cube) === cubic && after(cubic) === sum && after(sum) === inner;
      if (isGelu && isOwn && after(inner) === tanh)
        return [{ x, last, rest: [square, cube, cubic, sum, inner, tanh, more, twice] }];
    }
    return [];
  });
}

/** Its two inputs in either order. */
const pairs = ({ inputs: [a = '', b = ''] }: Node): [string, string][] => [
  [a, b],
  [b, a],
];
