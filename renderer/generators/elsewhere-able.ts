import type { GeneratorCapability, GeneratorStatus } from '@shared/contract/index.js';

interface Able {
  readonly id: string;
  readonly name: string;
  readonly status: Pick<GeneratorStatus, 'capabilities'> | null;
}

const WAYS: readonly (readonly [GeneratorCapability, string])[] = [
  ['instruct', 'Changing a picture by a sentence'],
  ['reference', 'looking like another picture'],
];

/** Which other generators can be told what to change, and shown what to look like; null where the chosen one can. */
export function elsewhereAble(generators: readonly Able[], chosenId: string): string | null {
  const can = ({ status }: Able, way: GeneratorCapability) => status?.capabilities.includes(way) ?? false;
  const chosen = generators.find(({ id }) => id === chosenId);
  const missing = WAYS.filter(([way]) => !chosen || !can(chosen, way));
  if (missing.length < WAYS.length) return null;
  const able = generators.filter((one) => WAYS.every(([way]) => can(one, way))).map(({ name }) => name);
  const who = able.length > 0 ? able.join(' or ') : 'ComfyUI, or a program of your own, once set up,';
  return `${missing.map(([, what]) => what).join(' and ')}: ${who} can.`;
}
