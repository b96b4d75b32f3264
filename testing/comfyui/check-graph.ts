/** Whether a graph can run, and what is wrong with it node by node, as both versions of ComfyUI say it. */
import { NAN } from './json.js';
import type { Input, NodeClass, Version } from './node-class.js';

export interface GraphNode {
  readonly class_type: string;
  readonly inputs: Record<string, unknown>;
  readonly _meta?: { readonly title?: string };
}

export type Graph = Readonly<Record<string, GraphNode>>;

interface Fault {
  readonly type: string;
  readonly message: string;
  readonly details: string;
  readonly extra_info: Readonly<Record<string, unknown>>;
}

export interface Checked {
  /** Null = it runs, or part of it. */
  readonly error: Fault | null;
  /** The nodes that its pictures come from. */
  readonly outputs: readonly string[];
  readonly nodeErrors: Readonly<Record<string, unknown>>;
}

export interface Rules {
  readonly version: Version;
  readonly nodes: Readonly<Record<string, NodeClass>>;
  isFile(name: string): boolean;
}

/** Throws where the real server fails with 500. Values are cast in place, as it does it. */
export function checkGraph(graph: unknown, rules: Rules): Checked {
  const refused = (error: Fault): Checked => ({ error, outputs: [], nodeErrors: {} });
  const isNewer = rules.version === '0.27.0';
  if (isNewer && Array.isArray(graph)) throw new Error('a list');
  const outputs: string[] = [];
  for (const [id, node] of Object.entries(graph as Graph)) {
    if (isNewer && Array.isArray(node)) throw new Error('a workflow of the interface');
    const missing = missingClass(id, node, rules);
    if (missing) return refused(missing);
    if (rules.nodes[node.class_type]?.saves) outputs.push(id);
  }
  if (outputs.length === 0) return refused(fault('prompt_no_outputs', 'Prompt has no outputs'));
  const check = new Check(graph as Graph, rules);
  const good = outputs.filter((id) => check.output(id));
  const nodeErrors = check.errors(outputs);
  if (good.length > 0) return { error: null, outputs: good, nodeErrors };
  const own = outputs.flatMap((id) =>
    check.faultsOf(id).map(({ message, details }) => `${message}: ${details}`),
  );
  const error = fault('prompt_outputs_failed_validation', 'Prompt outputs failed validation', own.join('\n'));
  return { error, outputs: [], nodeErrors };
}

const fault = (type: string, message: string, details = '', extra: Fault['extra_info'] = {}): Fault => ({
  type,
  message,
  details,
  extra_info: extra,
});

function missingClass(id: string, node: GraphNode, { version, nodes }: Rules): Fault | null {
  const { class_type: name, _meta: meta } = node;
  if (name !== undefined && nodes[name]) return null;
  const details = `Node ID '#${id}'`;
  if (version === '0.3.64') {
    const why =
      name === undefined ? 'a node is missing the class_type property' : `node ${name} does not exist`;
    return fault('invalid_prompt', `Cannot execute because ${why}.`, details);
  }
  const title = meta?.title ?? name ?? null;
  const message =
    name === undefined
      ? `Node '${title ?? `ID #${id}`}' has no class_type. The workflow may be corrupted or a custom node is missing.`
      : `Node '${title}' not found. The custom node may not be installed.`;
  return fault('missing_node_type', message, details, {
    node_id: id,
    class_type: name ?? null,
    node_title: title,
  });
}

class Check {
  readonly #faults = new Map<string, Fault[]>();
  readonly #good = new Map<string, boolean>();

  constructor(
    readonly graph: Graph,
    readonly rules: Rules,
  ) {}

  faultsOf(id: string): readonly Fault[] {
    return this.#faults.get(id) ?? [];
  }

  /** An exception on the way counts against the output node. */
  output(id: string): boolean {
    try {
      return this.#node(id, []);
    } catch (thrown) {
      if (!(thrown instanceof Unusual)) throw thrown;
      const extra = { exception_type: thrown.type, traceback: [] };
      this.#faults.set(id, [
        fault('exception_during_validation', 'Exception when validating node', thrown.message, extra),
      ]);
      return false;
    }
  }

  errors(outputs: readonly string[]): Record<string, unknown> {
    const all = [...this.#faults].filter(([, errors]) => errors.length > 0);
    // The older version loses what it knows of a cycle.
    const kept = all.filter(
      ([, errors]) =>
        this.rules.version === '0.27.0' || !errors.some(({ type }) => type === 'dependency_cycle'),
    );
    return Object.fromEntries(
      kept.map(([id, errors]) => {
        const dependent = outputs.filter((output) => this.#leadsTo(id, output, new Set()));
        return [id, { errors, dependent_outputs: dependent, class_type: this.graph[id]?.class_type }];
      }),
    );
  }

  #leadsTo(id: string, from: string, seen: Set<string>): boolean {
    if (id === from) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return Object.values(this.graph[from]?.inputs ?? {}).some(
      (value) => Array.isArray(value) && value.length === 2 && this.#leadsTo(id, String(value[0]), seen),
    );
  }

  #node(id: string, visiting: readonly string[]): boolean {
    const known = this.#good.get(id);
    if (known !== undefined) return known;
    const node = this.graph[id] as GraphNode;
    if (visiting.includes(id)) {
      const cycle = [...visiting.slice(visiting.indexOf(id)), id];
      const path = cycle.map((one) => `${one} (${this.graph[one]?.class_type})`).join(' -> ');
      const nodes = [...new Set(cycle)];
      const found = fault('dependency_cycle', 'Dependency cycle detected', path, {
        node_id: id,
        cycle_nodes: nodes,
      });
      for (const one of nodes) this.#faults.set(one, [found]);
      return false;
    }
    const row = this.rules.nodes[node.class_type] as NodeClass;
    const faults: Fault[] = [];
    let good = true;
    const given = Object.entries(row.optional ?? {}).filter(([name]) => node.inputs[name] !== undefined);
    for (const [name, input] of [...Object.entries(row.inputs), ...given]) {
      const found = this.#input(node, name, input, [...visiting, id]);
      if (found === false) good = false;
      else if (found) faults.push(found);
    }
    const file = row.file && node.inputs[row.file];
    if (row.file && typeof file === 'string' && !this.rules.isFile(file))
      faults.push(
        fault(
          'custom_validation_failed',
          'Custom validation failed for node',
          `${row.file} - Invalid image file: ${file}`,
          { input_name: row.file },
        ),
      );
    const all = [...this.faultsOf(id), ...faults];
    if (all.length > 0) this.#faults.set(id, all);
    this.#good.set(id, good && all.length === 0);
    return good && all.length === 0;
  }

  /** What is wrong with it; false = something before it; null = nothing. */
  #input(node: GraphNode, name: string, input: Input, visiting: readonly string[]): Fault | false | null {
    const [type, config] = input;
    const value = node.inputs[name];
    const about = { input_name: name, input_config: input };
    if (value === undefined)
      return fault('required_input_missing', 'Required input is missing', name, { input_name: name });
    if (Array.isArray(value)) {
      if (value.length !== 2)
        return fault(
          'bad_linked_input',
          'Bad linked input, must be a length-2 list of [node_id, slot_index]',
          name,
          { ...about, received_value: value },
        );
      const [from, slot] = value as [string, number];
      const source = this.graph[from];
      if (!source) throw new Unusual('KeyError', `'${from}'`);
      const received = this.rules.nodes[source.class_type]?.outputs[slot];
      if (received === undefined) throw new Unusual('IndexError', 'tuple index out of range');
      if (received !== type) {
        const details = `${name}, received_type(${received}) mismatch input_type(${type})`;
        const extra = { ...about, received_type: received, linked_node: value };
        return fault('return_type_mismatch', 'Return type mismatch between linked nodes', details, extra);
      }
      return this.#node(from, visiting) ? null : false;
    }
    return this.#value(node, name, [type, config], about);
  }

  #value(node: GraphNode, name: string, [type, config]: Input, about: Record<string, unknown>): Fault | null {
    const value = node.inputs[name];
    const cast = castTo(type, value);
    if ('why' in cast)
      return fault(
        'invalid_input_type',
        `Failed to convert an input value to a ${type} value`,
        `${name}, ${value === NAN ? 'nan' : value}, ${cast.why}`,
        { ...about, received_value: value, exception_message: cast.why },
      );
    const now = cast.value;
    node.inputs[name] = now;
    const extra = { ...about, received_value: now };
    const { min, max } = config as { min?: number | bigint; max?: number | bigint };
    const shown = (limit: number | bigint): string =>
      type === 'FLOAT' ? Number(limit).toFixed(1) : `${limit}`;
    if (min !== undefined && (now as number) < min)
      return fault('value_smaller_than_min', `Value ${now} smaller than min of ${shown(min)}`, name, extra);
    if (max !== undefined && (now as number) > max)
      return fault('value_bigger_than_max', `Value ${now} bigger than max of ${shown(max)}`, name, extra);
    if (!Array.isArray(type) || type.includes(String(now))) return null;
    const isLong = type.length > 20;
    const list = isLong ? `(list of length ${type.length})` : `[${type.map((one) => `'${one}'`).join(', ')}]`;
    return fault('value_not_in_list', 'Value not in list', `${name}: '${now}' not in ${list}`, {
      ...extra,
      ...(isLong && { input_config: null }),
    });
  }
}

/** What Python throws while a graph is checked. */
class Unusual extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

function castTo(type: Input[0], value: unknown): { readonly value: unknown } | { readonly why: string } {
  if (type === 'STRING') return { value: String(value) };
  if (type !== 'INT' && type !== 'FLOAT') return { value };
  if (value === NAN) return { why: 'cannot convert float NaN to integer' };
  if (typeof value === 'bigint') return { value };
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (type === 'INT' && typeof value === 'string' && !/^\s*[-+]?\d+\s*$/.test(value))
    return { why: `invalid literal for int() with base 10: '${value}'` };
  return { value: type === 'INT' ? Math.trunc(number) : number };
}
