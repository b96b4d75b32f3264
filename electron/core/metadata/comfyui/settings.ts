/** Seed, settings, model and LoRAs of the samplers that made a picture, each with the input it stands in. */
import { type Fields, isFields, seedOf as plainSeed, textOf } from '@core/fields/index.js';
import type { Lora } from '@shared/records/index.js';
import { lorasInPrompt, weightOf } from '../made-from.js';
import { type Graph, type GraphNode, isLink, sourceOf, upstream } from './graph.js';
import { isModel, isSettings, MODELS, SEEDS, SETTINGS, WEIGHTS } from './kinds.js';

/** A value and where it stands. */
export interface Found<T> {
  readonly value: T;
  readonly node: GraphNode;
  readonly input: string;
}

/** The seed of the earliest sampler that adds noise. `chain`: the last sampler first. */
export function seedOf(graph: Graph, chain: readonly GraphNode[]): Found<string> | null {
  for (const sampler of [...chain].reverse()) {
    if (sampler.inputs.add_noise === 'disable') continue;
    for (const node of upstream(graph, [sampler], isSettings)) {
      for (const input of ['seed', 'noise_seed']) {
        const found = numberAt(graph, node, input);
        if (found) return found;
      }
    }
  }
  return null;
}

/** Whole and below 2^64, also as `0x…`; behind links too. Null where it is none: a node may draw its own. */
function numberAt(graph: Graph, node: GraphNode, input: string): Found<string> | null {
  const seen = new Set<GraphNode>();
  const ahead: [GraphNode, string][] = [[node, input]];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const [at, name] = next;
    const value = at.inputs[name];
    const seed = plainSeed(hexless(value));
    if (seed !== null) return { value: seed, node: at, input: name };
    const source = sourceOf(graph, value);
    if (!source || seen.has(source)) continue;
    seen.add(source);
    const names = [...SEEDS, ...Object.keys(source.inputs).filter((one) => isLink(source.inputs[one]))];
    ahead.push(
      ...names
        .filter((one) => one in source.inputs)
        .reverse()
        .map((one): [GraphNode, string] => [source, one]),
    );
  }
  return null;
}

const hexless = (value: unknown): unknown =>
  typeof value === 'string' && /^0x[\da-f]{1,16}$/i.test(value) ? BigInt(value).toString() : value;

/** The settings of the last sampler, and of what lies around it; of the nodes that led it, the guidance. */
export function settingsOf(
  graph: Graph,
  sampler: GraphNode,
  led: ReadonlySet<GraphNode>,
): Map<string, Found<string | number>> {
  const found = new Map<string, Found<string | number>>();
  for (const node of [...upstream(graph, [sampler], isSettings), ...led]) {
    for (const [input, name] of Object.entries(SETTINGS)) {
      if (found.has(name) || !(input in node.inputs)) continue;
      const value = valueAt(graph, node, input);
      if (value) found.set(name, value);
    }
  }
  const model = modelOf(graph, sampler);
  if (model) found.set('model', model);
  return found;
}

/** A text or number, behind links too. */
function valueAt(graph: Graph, node: GraphNode, input: string): Found<string | number> | null {
  const seen = new Set<GraphNode>();
  let at: GraphNode | null = node;
  let name = input;
  while (at && !seen.has(at)) {
    seen.add(at);
    const value: unknown = at.inputs[name];
    if (typeof value === 'number' || (typeof value === 'string' && value !== ''))
      return { value, node: at, input: name };
    at = sourceOf(graph, value);
    name = [input, ...SEEDS, ...Object.keys(at?.inputs ?? {})].find((one) => at && one in at.inputs) ?? '';
  }
  return null;
}

function modelOf(graph: Graph, sampler: GraphNode): Found<string> | null {
  for (const through of [isModel, () => true])
    for (const node of upstream(graph, [sampler], through))
      for (const input of MODELS) {
        const value = nameIn(node.inputs[input]);
        if (value) return { value, node, input };
      }
  return null;
}

/** A file’s name, which some nodes keep beside its picture. */
const nameIn = (value: unknown): string =>
  (isFields(value) ? textOf(value.content ?? value.name) : typeof value === 'string' ? value : '') ?? '';

/** Every LoRA before the sampler, each once. */
export function lorasOf(graph: Graph, sampler: GraphNode): Found<Lora>[] {
  const found = new Map<string, Found<Lora>>();
  for (const node of upstream(graph, [sampler]))
    for (const [input, value] of Object.entries(node.inputs))
      for (const lora of lorasAt(node, input, value))
        if (lora.name !== '' && lora.name !== 'None' && !found.has(lora.name))
          found.set(lora.name, { value: lora, node, input });
  return [...found.values()];
}

function lorasAt({ type, inputs }: GraphNode, input: string, value: unknown): Lora[] {
  const numbered = /^lora(?:_name)?(?:_(\d+))?$/i.exec(input);
  if (numbered && typeof value === 'string') {
    const [, number] = numbered;
    const on = inputs[`switch_${number}`] ?? inputs[`lora_${number}_on`] ?? 'On';
    return /^(?:off|false)$/i.test(String(on)) ? [] : [{ name: value, weight: weightBeside(inputs, number) }];
  }
  if (numbered && isFields(value)) return value.on === false ? [] : [loraOf(value)];
  if (input === 'loras')
    return listIn(value).flatMap((lora) => (lora.active === false ? [] : [loraOf(lora)]));
  return typeof value === 'string' && /lora|wildcard/i.test(type) ? lorasInPrompt(value) : [];
}

const loraOf = (fields: Fields): Lora => ({
  name: nameIn(fields.lora ?? fields.name),
  weight: weightOf(fields.strength ?? fields.weight),
});

function weightBeside(inputs: GraphNode['inputs'], number?: string): number | null {
  for (const name of WEIGHTS) {
    const weight = weightOf(inputs[number === undefined ? name : `${name}_${number}`]);
    if (weight !== null) return weight;
  }
  return null;
}

/** A list, or one that is wrapped as ComfyUI wraps what is no link. */
function listIn(value: unknown): Fields[] {
  const list = isFields(value) ? value.__value__ : value;
  return Array.isArray(list) ? list.filter(isFields) : [];
}
