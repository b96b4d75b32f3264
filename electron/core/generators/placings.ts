/**
 * "This goes there", shown before a graph is first used: what is approved waits for a yes to it, and one yes for each
 * shape of a graph is kept.
 */
import type { KeptGraphs } from '@core/consent/index.js';
import type { Moves, Placing } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { GenerationRequest, Generator } from './generator.js';

export interface PlacingsParts {
  readonly kept: KeptGraphs;
  /** What is asked is another. */
  readonly onChange: () => void;
  /** Whether a request still waits to be made. */
  readonly isWanted: (requestId: string) => boolean;
  /** Hears what is asked where there is no window. True = yes. */
  readonly answer?: ((placing: Placing) => boolean) | undefined;
}

/** Milliseconds in which more that wait for the same yes are told of together: their number alone is another. */
const TOGETHER = 100;

interface Open {
  readonly placing: Omit<Placing, 'waiting'>;
  readonly requests: Set<string>;
}

export class Placings {
  readonly #parts: PlacingsParts;
  /** By shape. */
  readonly #open = new Map<string, Open>();
  /** Shapes with a yes that was said without a window, also while it is being written down. */
  readonly #said = new Set<string>();
  #joined: NodeJS.Timeout | null = null;

  constructor(parts: PlacingsParts) {
    this.#parts = parts;
  }

  /** What is asked now, what was asked first first. */
  get open(): Placing[] {
    return [...this.#open.values()].flatMap(({ placing, requests }) => {
      const waiting = [...requests].filter((id) => this.#parts.isWanted(id)).length;
      return waiting > 0 ? [{ ...placing, waiting }] : [];
    });
  }

  isWaiting(requestId: string): boolean {
    return [...this.#open.values()].some(({ requests }) => requests.has(requestId));
  }

  /** The request as it was allowed; null while it waits for a yes. Throws what cannot be shown, in words. */
  async allowed(
    generatorId: string,
    generator: Generator,
    request: GenerationRequest,
  ): Promise<GenerationRequest | null> {
    if (!generator.placing) return request;
    const { shape, graph, nodes, added, rows, missing, choices } = await generator.placing(request);
    const kept = this.#parts.kept.of(shape);
    if (kept) return { ...request, allowed: { shape, moves: kept } };
    const placing = { shape, generator: generatorId, graph, nodes, added, rows, missing, choices };
    if (this.#said.has(shape) || this.#parts.answer?.({ ...placing, waiting: 1 })) {
      if (!this.#said.has(shape)) {
        this.#said.add(shape);
        await this.#parts.kept.keep(shape, {});
      }
      return { ...request, allowed: { shape, moves: {} } };
    }
    const open = this.#open.get(shape);
    if (open) this.#joins(open, request.id);
    else {
      this.#open.set(shape, { placing, requests: new Set([request.id]) });
      this.#parts.onChange();
    }
    return null;
  }

  #joins({ requests }: Open, requestId: string): void {
    if (requests.has(requestId)) return;
    requests.add(requestId);
    this.#joined ??= setTimeout(() => {
      this.#joined = null;
      this.#parts.onChange();
    }, TOGETHER).unref();
  }

  /** Throws NOT_FOUND for what is not asked, and for a place that the graph does not have. */
  async allow(shape: string, moves: Moves): Promise<void> {
    const open = this.#open.get(shape);
    if (!open) throw new ContinuistError('NOT_FOUND');
    const { words = [], numbers = [] } = open.placing.choices;
    const isPlace = ({ node, input }: { node: string; input: string }): boolean =>
      [...words, ...numbers].some((one) => one.node === node && one.input === input);
    if (!Object.values(moves).every((places) => places.every(isPlace)))
      throw new ContinuistError('NOT_FOUND');
    await this.#parts.kept.keep(shape, moves);
    this.#open.delete(shape);
    this.#parts.onChange();
  }

  /** Another storyboard. */
  forget(): void {
    this.#open.clear();
    this.#parts.onChange();
  }
}
