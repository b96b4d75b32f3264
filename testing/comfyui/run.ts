/** One job of the double, node by node: what is cached, how it goes on, what it saves. */
import { setTimeout as pause } from 'node:timers/promises';
import { withTexts } from '../pictures.js';
import type { Graph, GraphNode } from './check-graph.js';
import { orderOf } from './drawing.js';
import { clientOf, type Job, type Outcome, type RunnerOptions } from './job.js';
import { writePython } from './json.js';
import type { NodeClass } from './node-class.js';

/** Results of nodes, with what each hangs on. */
export type Cache = Map<string, { key: string; output: unknown }>;

/** Milliseconds after which a step looks whether it is to end. */
const SLICE = 5;

class Interrupted extends Error {}

interface Around {
  at(node: string | null): void;
  isInterrupted(): boolean;
  isStopped(): boolean;
  isFrozen(): boolean;
}

interface State {
  value: number;
  max: number;
  state: 'running' | 'finished';
}

/** From its first node to its last. */
export class Run {
  readonly #client: string | null;
  readonly #states = new Map<string, State>();
  readonly #messages: [string, { timestamp: number }][] = [];
  readonly #outputs: Record<string, unknown> = {};
  readonly #executed: string[] = [];
  readonly #cache = new Map() as Cache;

  constructor(
    readonly job: Job,
    readonly options: RunnerOptions,
    readonly before: Readonly<Cache>,
    readonly around: Around,
  ) {
    this.#client = clientOf(job);
  }

  async work(): Promise<(Outcome & { cache: Cache }) | null> {
    const needed = neededBy(this.job);
    const keys = new Map(needed.map((id) => [id, keyOf(this.job.graph, id)]));
    const cached = needed.filter((id) => this.before.get(id)?.key === keys.get(id));
    this.#message('execution_start', {});
    // What is before a cached node is not looked at, but it is cached as well.
    this.#message('execution_cached', { nodes: cached });
    for (const id of cached) this.#cache.set(id, this.before.get(id) as { key: string; output: unknown });
    let last: string | null = null;
    try {
      for (const id of cached) await this.#showCached(id);
      for (let id = nextOf(this.job, needed, this.#cache); id; id = nextOf(this.job, needed, this.#cache)) {
        last = id;
        const output = await this.#node(id, this.job.graph[id] as GraphNode);
        if (this.around.isStopped()) return null;
        this.#cache.set(id, { key: keys.get(id) ?? '', output });
        this.#executed.push(id);
      }
      this.#message('execution_success', {});
    } catch (thrown) {
      const node = {
        node_id: last,
        node_type: this.job.graph[last ?? '']?.class_type,
        executed: this.#executed,
      };
      if (thrown instanceof Interrupted) this.#message('execution_interrupted', node);
      else
        this.#message('execution_error', {
          ...node,
          exception_message: `${(thrown as Error).message}\n`,
          exception_type: (thrown as Error).name === 'Error' ? 'RuntimeError' : (thrown as Error).name,
          traceback: [],
          current_inputs: {},
          current_outputs: Object.keys(this.job.graph),
        });
    }
    const completed = this.#messages.at(-1)?.[0] === 'execution_success';
    const meta = Object.keys(this.#outputs).map((id) => [
      id,
      { node_id: id, display_node: id, parent_node: null, real_node_id: id },
    ]);
    return {
      job: this.job,
      outputs: this.#outputs,
      status: { status_str: completed ? 'success' : 'error', completed, messages: this.#messages },
      meta: Object.fromEntries(meta),
      cache: this.#cache,
    };
  }

  /** Kept in the history, and told to whoever sent the job. */
  #message(type: string, data: Record<string, unknown>): void {
    const said = { ...data, prompt_id: this.job.id, timestamp: Date.now() };
    this.#messages.push([type, said]);
    if (this.#client !== null) this.options.news.tell(this.#client, type, said);
  }

  #tell(type: string, data: Record<string, unknown>): void {
    this.options.news.tell(this.#client, type, { ...data, prompt_id: this.job.id });
  }

  #toldState(id: string, state: State): void {
    this.#states.set(id, state);
    const nodes = [...this.#states].map(([node, one]) => [node, { ...one, ...this.#about(node) }]);
    this.#tell('progress_state', { nodes: Object.fromEntries(nodes) });
  }

  #about = (id: string): Record<string, unknown> => ({
    node_id: id,
    prompt_id: this.job.id,
    display_node_id: id,
    parent_node_id: null,
    real_node_id: id,
  });

  async #showCached(id: string): Promise<void> {
    const { output } = this.#cache.get(id) as { output: unknown };
    if (!this.job.outputs.includes(id) || output === null) return;
    this.#outputs[id] = output;
    if (this.#client !== null) this.#tell('executed', { node: id, display_node: id, output });
    this.#toldState(id, { value: 1, max: 1, state: 'finished' });
  }

  async #node(id: string, node: GraphNode): Promise<unknown> {
    this.around.at(id);
    this.#toldState(id, { value: 0, max: 1, state: 'running' });
    if (this.#client !== null) this.#tell('executing', { node: id, display_node: id });
    const steps = await this.#steps(id, node);
    if (this.around.isInterrupted()) throw new Interrupted();
    if (node.class_type === 'RecFail') throw new Error('recorded failure');
    const { saves } = this.options.nodes[node.class_type] as NodeClass;
    let output: unknown = null;
    if (saves) {
      output = { images: await this.#save(saves, node) };
      this.#outputs[id] = output;
      if (this.#client !== null) this.#tell('executed', { node: id, display_node: id, output });
    }
    this.#toldState(id, { value: steps, max: steps, state: 'finished' });
    return output;
  }

  async #save(folder: 'output' | 'temp', node: GraphNode): Promise<unknown[]> {
    const order = await orderOf(this.job.graph, node, this.options);
    const saved: unknown[] = [];
    for (let at = 0; at < order.count; at++) {
      const { workflow } = (this.job.extra.extra_pnginfo ?? {}) as { workflow?: unknown };
      const texts = {
        prompt: writePython(this.job.graph),
        ...(workflow !== undefined && { workflow: writePython(workflow) }),
      };
      const bytes = withTexts(await this.options.draw(order, at), texts);
      saved.push({
        ...this.options.files.save(folder, String(node.inputs.filename_prefix), bytes),
        type: folder,
      });
    }
    return saved;
  }

  /** Also ends when the job does. */
  async #rested(milliseconds: number): Promise<void> {
    const { around } = this;
    const end = Date.now() + milliseconds;
    do await pause(Math.min(milliseconds, SLICE));
    while ((around.isFrozen() || Date.now() < end) && !around.isInterrupted() && !around.isStopped());
  }

  /** How many it was; 1 where a node has none. */
  async #steps(id: string, { class_type: type, inputs }: GraphNode): Promise<number> {
    const isSlow = type === 'RecSlow';
    if (!isSlow && (type !== 'KSampler' || Number(inputs.denoise) === 0)) return 1;
    const max = Number(inputs.steps);
    const order = await orderOf(this.job.graph, { class_type: type, inputs }, this.options);
    const milliseconds = (isSlow ? Number(inputs.ms) : this.options.step(order)) * this.options.pace;
    const preview = isSlow ? String(inputs.preview) : this.#asked();
    for (let value = 1; value <= max; value++) {
      await this.#rested(milliseconds);
      if (this.around.isStopped()) return max;
      if (this.around.isInterrupted()) throw new Interrupted();
      this.#toldState(id, { value, max, state: 'running' });
      const picture = preview === 'none' ? null : await this.options.draw(order, 0);
      const show = (): void => {
        if (picture)
          this.options.news.preview(
            this.#client,
            this.#about(id),
            picture,
            preview === 'JPEG' ? 'JPEG' : 'PNG',
          );
      };
      const isFirst = this.options.news.knowsWhose(this.#client);
      if (isFirst) show();
      this.#tell('progress', { value, max, node: id });
      if (!isFirst) show();
    }
    return max;
  }

  /** A sampler shows how far it is where the newer server is asked for it. */
  #asked(): string {
    const method = String(this.job.extra.preview_method ?? 'none');
    return this.options.version === '0.27.0' && /^(?:latent2rgb|taesd)$/.test(method) ? 'JPEG' : 'none';
  }
}

const sourcesOf = (node: GraphNode | undefined): string[] =>
  Object.values(node?.inputs ?? {}).flatMap((value) =>
    Array.isArray(value) && value.length === 2 ? String(value[0]) : [],
  );

/** What the pictures hang on, in the order of the graph. */
function neededBy({ graph, outputs }: Job): string[] {
  const seen = new Set(outputs);
  for (const id of seen) for (const source of sourcesOf(graph[id])) seen.add(source);
  return Object.keys(graph).filter((id) => seen.has(id));
}

/** The same for the same node with the same inputs after the same nodes. */
function keyOf(graph: Graph, id: string): string {
  const { class_type: type, inputs } = graph[id] as GraphNode;
  const all = Object.entries(inputs).map(([name, value]) => [
    name,
    Array.isArray(value) && value.length === 2 ? [keyOf(graph, String(value[0])), Number(value[1])] : value,
  ]);
  return writePython([type, all]);
}

/** The next that can run: one that saves, else one just before such, else the first. */
function nextOf(
  { graph, outputs }: Job,
  needed: readonly string[],
  done: ReadonlyMap<string, unknown>,
): string | undefined {
  const isDone = (id: string): boolean => done.has(id);
  const ready = needed.filter((id) => !isDone(id) && sourcesOf(graph[id]).every(isDone));
  const isSaving = (id: string): boolean => outputs.includes(id);
  const leads = (id: string): boolean =>
    needed.some((next) => isSaving(next) && sourcesOf(graph[next]).includes(id));
  return ready.find(isSaving) ?? ready.find(leads) ?? ready[0];
}
