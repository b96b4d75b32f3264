/** Where each value of a graph is to go, as the artist chooses it. */
import type { Moves, PlacedValue, Placing } from '@shared/contract/index.js';

/** A line of the table. */
export interface Target {
  readonly value: PlacedValue;
  /** The place, by `placeKey`; '' = nowhere. */
  readonly place: string;
  readonly after: string;
}

export type Choice = NonNullable<Placing['choices']['words']>[number];

const KIND: Readonly<Partial<Record<PlacedValue, 'words' | 'numbers'>>> = {
  prompt: 'words',
  negativePrompt: 'words',
  seed: 'numbers',
  strength: 'numbers',
  width: 'numbers',
  height: 'numbers',
};

export const placeKey = (node: string, input: string): string => JSON.stringify([node, input]);

const placeOf = ({ node, input }: Choice): string => placeKey(node, input);

/** The inputs that a value could go to; null where it has its place. */
export const choicesFor = (placing: Placing, value: PlacedValue): readonly Choice[] | null => {
  const kind = KIND[value];
  return kind ? (placing.choices[kind] ?? []) : null;
};

/** As the graph itself has it, and what has no place at the end. */
export const firstTargets = ({ rows, missing }: Placing): readonly Target[] => [
  ...rows.map(({ value, node, input, after }) => ({ value, place: placeKey(node.id, input), after })),
  ...missing.map((value) => ({ value, place: '', after: '' })),
];

/** What stands at a place of a target now. */
export const beforeAt = (placing: Placing, { value, place }: Target): string =>
  choicesFor(placing, value)?.find((one) => placeOf(one) === place)?.before ??
  placing.rows.find(({ node, input }) => placeKey(node.id, input) === place)?.before ??
  '';

/** All places of the values of which one was moved; nothing of the others, which go where they were read. */
export function movesOf(placing: Placing, targets: readonly Target[]): Moves {
  const moves: Moves = {};
  const first = firstTargets(placing);
  targets.forEach(({ value, place }, at) => {
    if (first[at]?.place === place) return;
    const choices = choicesFor(placing, value) ?? [];
    moves[value] = targets
      .filter((one) => one.value === value)
      .flatMap((one) => choices.find((choice) => placeOf(choice) === one.place) ?? [])
      .map(({ node, input }) => ({ node, input }));
  });
  return moves;
}

/** A place that two values would go to; null where there is none. */
export function sharedPlace(targets: readonly Target[]): string | null {
  const taken = new Map<string, PlacedValue>();
  for (const { value, place } of targets) {
    if (place === '') continue;
    if (taken.has(place) && taken.get(place) !== value) return place;
    taken.set(place, value);
  }
  return null;
}
