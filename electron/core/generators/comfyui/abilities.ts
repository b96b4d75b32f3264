/** What can be asked of a graph, and why not the rest. */
import type { ApiGraph } from '@core/metadata/index.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import type { Abilities } from '../generator.js';
import { editedOf } from './edited.js';
import { takes } from './graph.js';
import { referencesOf } from './references.js';
import { startOf, withoutOurs } from './start-from.js';

export const EVERY: readonly GeneratorCapability[] = [
  'txt2img',
  'img2img',
  'inpaint',
  'instruct',
  'reference',
  'seed',
  'negative',
  'weights',
  'preview',
];

export function abilitiesOf(found: ApiGraph): Required<Abilities> {
  const graph = withoutOurs(found);
  const start = startOf(graph);
  const own = takes(graph);
  const references = referencesOf(graph, start).length;
  const fromPicture = start.from === 'elsewhere' ? start.why : null;
  const whyNot = {
    img2img: fromPicture ?? (own.strength ? null : 'It has no input for the strength.'),
    inpaint: fromPicture,
    instruct: editedOf(graph, start) ? null : 'It is not built to change a picture as a sentence says.',
    reference: references > 0 ? null : 'It loads no picture to look like.',
    seed: own.seed ? null : 'It has no input for the seed.',
    negative: own.negative ? null : 'It has no place for a negative prompt.',
  };
  const reasons = Object.entries(whyNot).flatMap(([one, why]) => (why === null ? [] : [[one, why]]));
  return {
    capabilities: EVERY.filter((one) => !reasons.some(([not]) => not === one)),
    whyNot: Object.fromEntries(reasons) as NonNullable<Abilities['whyNot']>,
    references,
  };
}
