/** The findings of every shot's pick, with what the artist has dismissed marked. */
import type { Finding } from '@shared/analysis.js';
import { inFindingOrder } from '@shared/derived-change.js';
import {
  type Decision,
  dismissedBy,
  type Records,
  rowsIn,
  type Shot,
  sameValue,
  type TableDiff,
} from '@shared/records/index.js';

const NONE: readonly Finding[] = [];

export class ShotFindings {
  readonly #findings = new Map<string, readonly Finding[]>();
  /** How often each key was dismissed. */
  readonly #dismissed = new Map<string, number>();

  constructor(decisions: Records['decision']) {
    for (const decision of Object.values(decisions)) this.#count(decision, 1);
  }

  /** Shots with findings. */
  get shots(): Iterable<string> {
    return this.#findings.keys();
  }

  /** Most pressing first. */
  of(shotId: string): readonly Finding[] {
    return this.#findings.get(shotId) ?? NONE;
  }

  /** What was found now. True when that or what is dismissed of it is another. */
  put(shotId: string, found: readonly Finding[]): boolean {
    const marked = this.marked(found);
    if (sameValue(marked, this.of(shotId))) return false;
    if (marked.length > 0) this.#findings.set(shotId, marked);
    else this.#findings.delete(shotId);
    return true;
  }

  marked(found: readonly Finding[]): Finding[] {
    return found.map((finding) => ({ ...finding, dismissed: (this.#dismissed.get(finding.key) ?? 0) > 0 }));
  }

  /** Takes dismissals made and taken back into account. Returns the shots of which findings are marked otherwise. */
  follow(change: TableDiff<Decision>): string[] {
    const { added, updated, removed } = change;
    for (const decision of Object.values(added)) this.#count(decision, 1);
    for (const decision of Object.values(removed)) this.#count(decision, -1);
    for (const [from, to] of Object.values(updated)) {
      this.#count(from, -1);
      this.#count(to, 1);
    }
    const keys = new Set(rowsIn(change).flatMap((decision) => dismissedBy(decision) ?? []));
    if (keys.size === 0) return [];
    const isMeant = ({ key }: Finding) => keys.has(key);
    return [...this.#findings].flatMap(([shotId, findings]) =>
      findings.some(isMeant) && this.put(shotId, findings) ? [shotId] : [],
    );
  }

  /** Of all shots, in the order in which they are shown. */
  all(shots: readonly Pick<Shot, 'id'>[]): Finding[] {
    const positions = new Map(shots.map(({ id }, position) => [id, position]));
    return inFindingOrder(
      shots.flatMap(({ id }) => this.of(id)),
      positions,
    );
  }

  #count(decision: Decision, by: number): void {
    const findingKey = dismissedBy(decision);
    if (findingKey === null) return;
    this.#dismissed.set(findingKey, (this.#dismissed.get(findingKey) ?? 0) + by);
  }
}
