/** The generators as the settings set them up now. */
import type { GeneratorCapability, GeneratorInfo, GeneratorStatus } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { type Request, sameValue } from '@shared/records/index.js';
import type { GeneratorSection, Settings } from '@shared/settings.js';
import { fieldsOf } from './fields.js';
import {
  type Abilities,
  type GenerationRequest,
  type Generator,
  type GeneratorRow,
  notReady,
} from './generator.js';
import { guarded } from './guarded.js';
import type { Placings } from './placings.js';
import { GENERATORS } from './table.js';

/** Milliseconds in which a generator says how it is doing. */
const ANSWER = 5_000;

interface Connected {
  readonly section: GeneratorSection;
  /** Null = it makes nothing. */
  readonly generator: Generator | null;
}

export class GeneratorDesk {
  readonly #settings: () => Settings;
  readonly #rows: readonly GeneratorRow[];
  readonly #connected = new Map<string, Connected>();

  readonly #placings: Placings | null;

  /** `placings`: null where nobody is asked. */
  constructor(
    settings: () => Settings,
    rows: readonly GeneratorRow[] = GENERATORS,
    placings: Placings | null = null,
  ) {
    this.#settings = settings;
    this.#rows = rows;
    this.#placings = placings;
  }

  list(): GeneratorInfo[] {
    return this.#rows.map((row) => {
      const { id, name, about } = row;
      return { id, name, about, makes: this.makes(id), fields: fieldsOf(row.settings) };
    });
  }

  /** Asks all of them at once; one that does not answer is said not to. */
  async status(): Promise<Record<string, GeneratorStatus>> {
    const asked = this.#rows.map(async (row) => [row.id, await this.#status(row)] as const);
    return Object.fromEntries(await Promise.all(asked));
  }

  /** What the generator can do as it is set up; nothing for one that is unknown or makes nothing. */
  capabilitiesOf(id: string): readonly GeneratorCapability[] {
    const row = this.#rows.find((one) => one.id === id);
    return (row && this.#connect(row)?.capabilities) ?? [];
  }

  /** Pictures that the generator makes at once. */
  slotsOf(id: string): number {
    const row = this.#rows.find((one) => one.id === id);
    return Math.max(1, (row && this.#connect(row)?.slots) ?? 1);
  }

  /** False for a generator that leaves its requests in the review. One that is unknown would make them. */
  makes(id: string): boolean {
    const row = this.#rows.find((one) => one.id === id);
    return row === undefined || this.#connect(row) !== null;
  }

  /** What it can do with this take. Throws as `of` does. */
  async abilities(id: string, takeFile: string): Promise<Abilities> {
    const { abilitiesFor, capabilities } = this.of(id);
    return abilitiesFor ? abilitiesFor(takeFile) : { capabilities: [...capabilities] };
  }

  /** Whether a request can be made now: its generator makes pictures, and it does not wait for a yes. */
  takes({ id, generator }: Pick<Request, 'id' | 'generator'>): boolean {
    return this.makes(generator) && !this.#placings?.isWaiting(id);
  }

  /** As the artist allowed it; null while it waits for a yes. Throws as `of` does, and what cannot be shown. */
  async allowed(id: string, request: GenerationRequest): Promise<GenerationRequest | null> {
    if (!this.#placings) return request;
    return this.#placings.allowed(id, this.of(id), request);
  }

  /** Throws GENERATOR_UNAVAILABLE for an id that is unknown, NO_GENERATOR for one that makes nothing. */
  of(id: string): Generator {
    const row = this.#rows.find((one) => one.id === id);
    if (!row) {
      const known = this.#rows.map(({ name }) => name).join(', ');
      throw new ContinuistError('GENERATOR_UNAVAILABLE', `“${id}” is not one of ${known}`, { generator: id });
    }
    const generator = this.#connect(row);
    if (!generator) throw new ContinuistError('NO_GENERATOR');
    return guarded(generator, row.name);
  }

  async #status(row: GeneratorRow): Promise<GeneratorStatus> {
    const generator = this.#connect(row);
    if (!generator) return { ready: true, note: row.about, version: '', capabilities: [] };
    const late = AbortSignal.timeout(ANSWER);
    const silent = new Promise<never>((_, refuse) =>
      late.addEventListener('abort', () => refuse(late.reason)),
    );
    return Promise.race([generator.status(late), silent]).catch(() =>
      notReady(
        `${row.name} ${late.aborted ? `did not answer within ${ANSWER / 1000} s` : 'could not be reached'}. See whether it runs and is not stuck, and whether what its settings name is right; then look again.`,
      ),
    );
  }

  /** One connection while its settings stay the same. */
  #connect(row: GeneratorRow): Generator | null {
    const section = this.#settings().generators[row.id] ?? {};
    const known = this.#connected.get(row.id);
    if (known && sameValue(known.section, section)) return known.generator;
    const generator = row.connect(section);
    this.#connected.set(row.id, { section, generator });
    return generator;
  }
}
