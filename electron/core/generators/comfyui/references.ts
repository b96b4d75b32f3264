/** Where a graph loads pictures to look like: all that it loads and that are nothing else. */
import type { ApiGraph } from '@core/metadata/index.js';
import { editedOf } from './edited.js';
import { isLoader, linkOf, type Nodes, type Slot, TO_PICTURE } from './links.js';
import type { Start } from './start-from.js';

/** Neither what it starts from, nor what it changes, nor what only gives pose, depth or lines (ControlNet). */
export function referencesOf({ nodes }: Pick<ApiGraph, 'nodes'>, start: Start): Slot[] {
  const own = start.from === 'picture' ? [start.picture.id, start.mask?.id] : [];
  const taken = [...own, editedOf({ nodes }, start)?.id];
  return Object.entries(nodes)
    .filter(
      ([id, { class_type: type, inputs }]) =>
        isLoader(type) && typeof inputs.image === 'string' && !taken.includes(id) && isLookedAt(nodes, id),
    )
    .map(([id]) => ({ id, input: 'image' }));
}

/** Somebody takes the picture, and not all who do hold a control net. */
function isLookedAt(nodes: Nodes, id: string): boolean {
  const met = new Set([id]);
  for (const from of met)
    for (const [next, { inputs }] of Object.entries(nodes)) {
      const into = Object.keys(inputs).filter((input) => linkOf(nodes, inputs[input])?.id === from);
      if (into.length === 0 || isControl(inputs)) continue;
      if (!into.some(isPicture) || !isPreprocessing(inputs)) return true;
      met.add(next);
    }
  return false;
}

type Inputs = Readonly<Record<string, unknown>>;

const isPicture = (input: string): boolean => TO_PICTURE.includes(input);

const isControl = (inputs: Inputs): boolean =>
  Object.keys(inputs).some((input) => /^control_?net$/i.test(input));

/** A node of pictures alone: what it gives is the picture in another form. */
const isPreprocessing = (inputs: Inputs): boolean =>
  Object.entries(inputs).every(([input, value]) => !Array.isArray(value) || isPicture(input));
