/** Somebody whose look is known, drawn into scenes in which whoever else comes is of another kind. */
import { writeFile } from 'node:fs/promises';
import type { InferenceClient, Sighted } from '@inference/index.js';
import {
  type Kind,
  type PictureSize,
  pick,
  type Random,
  renderScenePng,
  type Scene,
  type Subject,
} from '@models/storybook/world/index.js';

type Look = Pick<Subject, 'kind' | 'colour'>;

/** `scene`: with at least one subject. `instead`: of these kinds is whoever else would be of the same. */
export function withSomebody(
  scene: Scene,
  random: Random,
  { kind, colour }: Look,
  instead: readonly Kind[],
): Scene {
  // The first is held by nobody.
  const [first, ...others] = scene.subjects;
  const apart = others.map(
    (one): Subject => (one.kind === kind ? { ...one, kind: pick(random, instead) } : one),
  );
  return { ...scene, subjects: [{ ...(first as Subject), kind, colour }, ...apart] };
}

/** How somebody looks, and another look. */
export const twoOf = (random: Random, colours: readonly Subject['colour'][]) =>
  [...colours].sort(() => random() - 0.5) as [Subject['colour'], Subject['colour']];

/** Where and as whom the eye sees those of one kind in a scene. `file`: where it is drawn for that. */
export async function seenIn(
  scene: Scene,
  size: PictureSize,
  kind: Kind,
  inference: InferenceClient,
  file: string,
): Promise<Sighted> {
  await writeFile(file, await renderScenePng(scene, size));
  return inference.see('storybook', { eye: 'storybook', file, labels: [kind] });
}
