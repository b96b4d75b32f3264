/**
 * Which requests were approved on this machine. A review file may come from anywhere, and with it requests, a history
 * that brings some back, and settings. So each approval is marked with a key that never leaves the machine, and what
 * has no mark of ours is not made: it waits for a yes here.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  applyDiff,
  isUnderWay,
  type Pictured,
  pictureOf,
  type Records,
  type RecordsDiff,
  type Request,
} from '@shared/records/index.js';
import type { EventKind } from './events.js';
import type { Store } from './store.js';

/** A change as it may be written, and the approvals in it that are this machine's. */
export interface Sealed {
  readonly diff: RecordsDiff;
  readonly ours: readonly Ours[];
}

interface Ours {
  readonly requestId: string;
  readonly mark: string;
}

export class Approvals {
  readonly #store: Store;
  readonly #readKey: () => Buffer;
  #key: Buffer | null = null;

  constructor(store: Store, readKey: () => Buffer) {
    this.#store = store;
    this.#readKey = readKey;
  }

  /** The request, with the take that it starts from, is as it was approved on this machine. */
  isOurs(request: Request, records: Pick<Records, 'take' | 'portrait'>): boolean {
    const kept = this.#store.markOf(request.id);
    const right = this.#markOf(request, records);
    return kept !== null && right !== null && isSame(kept, right);
  }

  /** What changes where whatever waits to be made without a mark of ours waits for a yes instead. */
  withheld(records: Pick<Records, 'request' | 'take' | 'portrait'>): RecordsDiff {
    const foreign = Object.entries(records.request).filter(
      ([, request]) => isUnderWay(request) && !this.isOurs(request, records),
    );
    if (foreign.length === 0) return {};
    const updated = Object.fromEntries(
      foreign.map(([id, request]): [string, [Request, Request]] => [id, [request, elsewhere(request)]]),
    );
    return { request: { added: {}, updated, removed: {} } };
  }

  /**
   * A command is the artist's yes to what it orders; so is automatic mode's, which alone adds requests as the program.
   * What the program does to an approval of ours leaves it one. Undo and redo, which do what the file says, and an
   * import vouch for nothing.
   */
  seal(diff: RecordsDiff, kind: EventKind, before: Records): Sealed {
    if (!diff.request) return { diff, ours: [] };
    const after = applyDiff(before, diff);
    const ours: Ours[] = [];
    const sealed = (request: Request, was: Request | undefined): Request => {
      const isYes =
        (kind === 'command' && isUnderWay(request)) ||
        (kind === 'system' && (was === undefined || this.isOurs(was, before)));
      const mark = isYes ? this.#markOf(request, after) : null;
      if (mark !== null) ours.push({ requestId: request.id, mark });
      const mayBeMade = mark !== null || !isUnderWay(request) || this.isOurs(request, after);
      return mayBeMade ? request : elsewhere(request);
    };
    const { added, updated, removed } = diff.request;
    const request = {
      added: Object.fromEntries(
        Object.entries(added).map(([id, row]) => [id, sealed(row, undefined)] as const),
      ),
      updated: Object.fromEntries(
        Object.entries(updated).map(([id, [from, to]]): [string, [Request, Request]] => [
          id,
          [from, sealed(to, from)],
        ]),
      ),
      removed,
    };
    return { diff: { ...diff, request }, ours };
  }

  /** Call it in the transaction that writes the change. */
  keep(ours: readonly Ours[]): void {
    for (const { requestId, mark } of ours) this.#store.putMark(requestId, mark);
  }

  /** HMAC-SHA-256 (RFC 2104) of all that decides what is made, hex. Null where the take is not there. */
  #markOf(request: Request, records: Pick<Records, 'take' | 'portrait'>): string | null {
    const { id, shotId, prompt, negativePrompt, seed, strength, mask, generator, approvedBy, handle } =
      request;
    const { instruction, references = [] } = request;
    const from = records.take[request.fromTakeId];
    if (!from || references.some((one) => !pictureOf(records, one))) return null;
    const { sha256, width, height, settings } = from;
    const told = [
      'continuist approval 1',
      [id, shotId, prompt, negativePrompt, seed, strength, generator, approvedBy, handle && sorted(handle)],
      [from.id, sha256, width, height, sorted(settings)],
      // Marks of approvals from before there were masks stay good.
      ...(mask ? [mask] : []),
      ...(instruction === undefined ? [] : [['instruction', instruction]]),
      ...(references.length === 0
        ? []
        : [
            [
              'references',
              ...references.map((one) => [pictureOf(records, one)?.sha256, boundsOf(one.region)]),
            ],
          ]),
    ];
    this.#key ??= this.#readKey();
    return createHmac('sha256', this.#key).update(JSON.stringify(told)).digest('hex');
  }
}

const boundsOf = (region: Pictured['region']) => region && [region.x, region.y, region.width, region.height];

const elsewhere = (request: Request): Request => ({ ...request, state: 'elsewhere' });

const sorted = (fields: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
