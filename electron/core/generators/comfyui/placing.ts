/** "This goes there": where in a graph the values of a request are put, as plain data, and the graph with them. */
import type { ApiGraph } from '@core/metadata/index.js';
import type { Moves, PlacedValue, Placing } from '@shared/contract/index.js';
import { isLosslessNumber, LosslessNumber } from 'lossless-json';
import type { GenerationRequest } from '../generator.js';
import { savingSlot } from './graph.js';
import { type Nodes, type Slot, titleOf } from './links.js';
import { type Origin, partsOf } from './placed-words.js';

/** One value that goes into the graph. */
export type Placement = Placing['rows'][number];

export type Asked = Pick<
  GenerationRequest,
  'prompt' | 'negativePrompt' | 'seed' | 'strength' | 'width' | 'height'
>;

/** What a graph takes. Read once from its text, and shown before it is first used. */
export interface Places {
  readonly placements: readonly Placement[];
  /** What was asked and has no place in it. */
  readonly missing: readonly PlacedValue[];
}

export interface Ways {
  /** What the picture is called on the server. */
  readonly prefix: string;
  /** The graph made the picture that is replaced, so its sides stay; those of another graph follow what is asked. */
  readonly keepsSize: boolean;
  /** Where the artist wants values instead of where they were read. */
  readonly moves: Moves;
}

/** Sides of what is drawn small are whole multiples of it. */
const LATENT_STEP = 8;
const NUMBERS: readonly PlacedValue[] = ['seed', 'strength', 'width', 'height'];

export function placesIn(graph: ApiGraph, asked: Asked, { prefix, keepsSize, moves }: Ways): Places {
  const { nodes, read } = graph;
  const of = (value: string): Origin[] => read?.origins.filter((one) => one.of === value && one.node) ?? [];
  const at = (value: string): Slot[] => of(value).map(({ node, input }) => ({ id: node?.id ?? '', input }));
  const put = (value: PlacedValue, slots: readonly Slot[], after: string): Placement[] => {
    const moved = moves[value]?.map(({ node, input }) => ({ id: node, input }));
    return (moved ?? slots).flatMap((slot) => placementAt(nodes, value, slot, after));
  };
  const words = (value: 'prompt' | 'negativePrompt'): Placement[] =>
    moves[value]
      ? put(value, [], asked[value])
      : partsOf(nodes, of(value), read?.[value] ?? '', asked[value]).flatMap(({ slot, text }) =>
          placementAt(nodes, value, slot, text),
        );
  const size = (value: 'width' | 'height'): Placement[] =>
    keepsSize ? [] : put(value, at(value), side(of(value), asked[value]));
  const saving = savingSlot(graph);
  const prompt = words('prompt');
  const isPrompts = ({ node, input }: Placement): boolean =>
    prompt.some((one) => one.node.id === node.id && one.input === input);
  const negative = words('negativePrompt');
  const placements = [
    ...prompt,
    // A graph may hang both on one text, which is the prompt's then.
    ...(moves.negativePrompt ? negative : negative.filter((one) => !isPrompts(one))),
    ...put('seed', at('seed'), asked.seed),
    ...(asked.strength === null ? [] : put('strength', at('denoise'), String(asked.strength))),
    ...size('width'),
    ...size('height'),
    ...(saving ? placementAt(nodes, 'file', saving, prefix) : []),
  ];
  const wanted: PlacedValue[] = ['prompt', 'seed'];
  if (asked.negativePrompt !== '') wanted.push('negativePrompt');
  if (asked.strength !== null) wanted.push('strength');
  const has = (value: PlacedValue): boolean => placements.some((one) => one.value === value);
  return { placements, missing: wanted.filter((value) => !has(value)) };
}

/** None where the node is not there. */
export function placementAt(
  nodes: Nodes,
  value: PlacedValue,
  { id, input }: Slot,
  after: string,
): Placement[] {
  const own = nodes[id];
  if (!own) return [];
  const node = { id, type: own.class_type, title: titleOf(own) };
  return [{ value, node, input, before: String(own.inputs[input] ?? ''), after }];
}

const side = ([origin]: readonly Origin[], asked: number): string => {
  const isLatent = Number(origin?.value ?? 0) % LATENT_STEP === 0;
  return String(isLatent ? Math.max(LATENT_STEP, Math.round(asked / LATENT_STEP) * LATENT_STEP) : asked);
};

/** The nodes with these values in them. */
export function placedNodes(nodes: Nodes, placements: readonly Placement[]): Nodes {
  const changed = new Map(
    Object.entries(nodes).map(([id, node]) => [id, { ...node, inputs: { ...node.inputs } }]),
  );
  for (const { value, node, input, after } of placements) {
    const inputs = changed.get(node.id)?.inputs;
    if (inputs) inputs[input] = NUMBERS.includes(value) ? new LosslessNumber(after) : after;
  }
  return Object.fromEntries(changed);
}

/** Inputs that hold a value of their own, by what they hold. */
export function choicesIn(nodes: Nodes): Placing['choices'] {
  const all = Object.entries(nodes).flatMap(([node, own]) =>
    Object.entries(own.inputs).map(([input, value]) => ({
      value,
      choice: { node, input, type: own.class_type, title: titleOf(own), before: String(value) },
    })),
  );
  const isNumber = (value: unknown): boolean => typeof value === 'number' || isLosslessNumber(value);
  return {
    words: all.flatMap(({ value, choice }) => (typeof value === 'string' ? choice : [])),
    numbers: all.flatMap(({ value, choice }) => (isNumber(value) ? choice : [])),
  };
}
