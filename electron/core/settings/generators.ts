/** What the settings say of generators, held to the table of generators. */
import { isFields } from '@core/fields/index.js';
import { GENERATORS } from '@core/generators/index.js';
import { nearestKey } from '@shared/nearest-key.js';
import type { GeneratorSection, Settings } from '@shared/settings.js';
import type { Defect } from './defect.js';

const IDS = GENERATORS.map(({ id }) => id);

/** Null for a generator that there is. */
export function unknownGenerator(id: string): Defect | null {
  if (IDS.includes(id)) return null;
  const near = nearestKey(id, IDS);
  return { key: 'generator', near, message: `“${id}” is not a generator; did you mean “${near}”?` };
}

/** What of it can be used, each setting by its generator's own schema; what is wrong is added to `defects`. */
export function sortedSections(sections: Settings['generators'], defects: Defect[]): Settings['generators'] {
  const right: Record<string, GeneratorSection> = {};
  for (const [id, section] of Object.entries(sections)) {
    const row = GENERATORS.find((one) => one.id === id);
    const wrong = row ? null : unknownGenerator(id);
    if (wrong) defects.push({ ...wrong, key: `generators.${id}` });
    if (!row) continue;
    const kept: GeneratorSection = {};
    for (const [key, value] of Object.entries(section)) {
      const path = `generators.${id}.${key}`;
      const schema = row.settings.shape[key];
      const { data, error } = schema?.safeParse(value) ?? {};
      if (!schema) defects.push(unknownSetting(path, key, Object.keys(row.settings.shape)));
      else if (error) defects.push({ key: path, message: error.issues[0]?.message ?? 'not valid' });
      else kept[key] = data as GeneratorSection[string];
    }
    right[id] = kept;
  }
  return right;
}

function unknownSetting(path: string, key: string, known: readonly string[]): Defect {
  const near = nearestKey(key, known);
  const instead = near ? `; did you mean “${near}”?` : '';
  return { key: path, near, message: `“${key}” is not one of its settings${instead}` };
}

/** With the settings of a layer above; each setting of a generator counts by itself. */
export function merged<T extends Partial<Settings>>(below: T, above: Partial<Settings>): T {
  if (!above.generators) return { ...below, ...above };
  const generators = { ...below.generators };
  for (const [id, section] of Object.entries(above.generators))
    generators[id] = { ...generators[id], ...section };
  return { ...below, ...above, generators };
}

/** Settings as earlier versions wrote them, as they are called now. */
export const asCalledNow = (value: object): object => withAddresses(withSections(value));

/** `command`, the program of that generator, was a setting of its own before generators had sections. */
function withSections(value: object): object {
  if (!('command' in value) || !Array.isArray(value.command)) return value;
  const { command, ...rest } = value;
  return merged({ generators: { command: { program: command } } }, rest);
}

/** ComfyUI had one `address` before it had several. */
function withAddresses(value: object): object {
  if (!('generators' in value) || !isFields(value.generators)) return value;
  const { comfyui, ...others } = value.generators;
  if (!isFields(comfyui) || typeof comfyui.address !== 'string') return value;
  const { address, ...rest } = comfyui;
  const addresses = address === '' ? [] : [address];
  return { ...value, generators: { ...others, comfyui: { addresses, ...rest } } };
}
