import { SAMPLERS, SCHEDULERS } from './lists.js';

/** What is taken for a sampler and a scheduler by these names, whether there are such or not. */
export function samplerOf(asked: string, scheduler: string): { sampler: string; scheduler: string } {
  let name = asked;
  let found = SCHEDULERS.find(([own, label]) => own === scheduler || label === scheduler) ?? SCHEDULERS[0];
  for (const one of SCHEDULERS) {
    const tail = [one[1], one[0]].find((part) => name.endsWith(` ${part}`));
    if (tail === undefined) continue;
    found = one;
    name = name.slice(0, -tail.length - 1);
  }
  const sampler = SAMPLERS.find(([own]) => own === name) ?? SAMPLERS[0];
  const [own = '', , options = {}] = sampler ?? [];
  const isFree = found?.[0] === 'automatic';
  // Only the samplers of k-diffusion have a scheduler of their own.
  const usual = isFree ? SCHEDULERS.find(([one]) => one === options.scheduler) : undefined;
  return { sampler: own, scheduler: (usual ?? found)?.[1] ?? '' };
}
