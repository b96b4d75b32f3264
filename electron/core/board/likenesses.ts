/** Who is seen on each pick, and how like they are to themselves on the picks around it: kept shot by shot. */
import type { Resemblance } from '@core/findings/index.js';
import { isOff, likenessAmong, NEAREST, windowAround } from '@core/identity/index.js';
import { rankBy } from '@shared/rank-in.js';
import type { Region } from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { type Sighted, sameSighted } from './sighted.js';

export interface LikenessesOptions {
  /** Of a shot in the story. */
  readonly positionOf: (shotId: string) => number;
  /** Of a shot, as the source writes it. */
  readonly numberOf: (shotId: string) => string;
  readonly sensitivity: () => Sensitivity;
}

/** Whose crop is certain stands beside those that the same is said of, in story order; who may be one of several is only held against them. */
interface Group {
  readonly certain: Sighted[];
  readonly open: Sighted[];
}

export class Likenesses {
  readonly #options: LikenessesOptions;
  readonly #groups = new Map<string, Group>();
  readonly #ofShot = new Map<string, readonly Sighted[]>();

  constructor(options: LikenessesOptions) {
    this.#options = options;
  }

  /** Shots on which somebody is seen. */
  get shots(): Iterable<string> {
    return this.#ofShot.keys();
  }

  /** Who is seen on a shot's pick now. Returns shots that may be held against others now; the shot itself is one where its own changed. */
  put(shotId: string, sighted: readonly Sighted[]): ReadonlySet<string> {
    const before = this.#ofShot.get(shotId) ?? [];
    const touched = new Set<string>();
    const gone = before.filter((one) => !sighted.some((other) => sameSighted(one, other)));
    const come = sighted.filter((one) => !before.some((other) => sameSighted(one, other)));
    for (const one of gone) {
      const { list, group } = this.#listOf(one);
      const at = list.indexOf(one);
      list.splice(at, 1);
      this.#touch(one, at, group, touched);
      if (group.certain.length + group.open.length === 0) this.#groups.delete(one.group);
    }
    for (const one of come) {
      const { list, group } = this.#listOf(one);
      const at = this.#rankOf(one.shotId, list);
      list.splice(at, 0, one);
      this.#touch(one, at, group, touched);
    }
    const kept = [...before.filter((one) => !gone.includes(one)), ...come];
    if (kept.length > 0) this.#ofShot.set(shotId, kept);
    else this.#ofShot.delete(shotId);
    return touched;
  }

  of(shotId: string): Resemblance[] {
    return this.among(this.#ofShot.get(shotId) ?? []);
  }

  /** As if these were who is seen on their shot. */
  among(sighted: readonly Sighted[]): Resemblance[] {
    return [...sighted]
      .sort((a, b) => (a.who.key < b.who.key ? -1 : 1))
      .flatMap((one) => this.#resemblance(one) ?? []);
  }

  /** After the story's order changed. Returns shots that may be held against others now. */
  reordered(): string[] {
    const touched: string[] = [];
    for (const { certain, open } of this.#groups.values()) {
      const before = certain.map(({ shotId }) => shotId);
      for (const list of [certain, open]) list.sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
      // Who is still in their place in the row may stand between others of it now.
      if (open.length > 0 || certain.some(({ shotId }, at) => shotId !== before[at]))
        touched.push(...[...certain, ...open].map(({ shotId }) => shotId));
    }
    return touched;
  }

  #listOf(one: Sighted): { group: Group; list: Sighted[] } {
    const group = this.#groups.get(one.group) ?? { certain: [], open: [] };
    this.#groups.set(one.group, group);
    return { group, list: one.isCertain ? group.certain : group.open };
  }

  #placeOf = ({ shotId }: Sighted): number => this.#options.positionOf(shotId);

  #rankOf(shotId: string, list: readonly Sighted[]): number {
    return rankBy(list, this.#options.positionOf(shotId), this.#placeOf);
  }

  /** Whoever may have it, which is or was at that place of its list, among the nearest. */
  #touch({ shotId, isCertain }: Sighted, at: number, { certain, open }: Group, touched: Set<string>): void {
    touched.add(shotId);
    if (!isCertain) return;
    const from = Math.max(0, at - NEAREST - 1);
    const to = at + NEAREST + 2;
    const [first, last] = [certain[from - 1], certain[to]];
    const between = open.slice(
      first && this.#rankOf(first.shotId, open),
      last && this.#rankOf(last.shotId, open),
    );
    for (const one of [...certain.slice(from, to), ...between]) touched.add(one.shotId);
  }

  #resemblance(one: Sighted): Resemblance | null {
    const { shotId, who, crops, isTested } = one;
    const { certain } = this.#groups.get(one.group) ?? { certain: [] };
    const rank = this.#rankOf(shotId, certain);
    const own = certain[rank]?.shotId === shotId ? 1 : 0;
    const [from, to] = windowAround(rank, certain.length - own, NEAREST);
    const others = certain.slice(from, to + own).filter((other) => other.shotId !== shotId);
    const found = likenessAmong(
      crops.map(({ vector }) => vector),
      others.map(({ crops: [first] }) => first?.vector ?? []),
      isTested,
    );
    if (!found) return null;
    const alike = others.flatMap((other, at) =>
      found.others[at]?.isAlike
        ? [{ ...showing(other), p: found.others[at].likeness, place: this.#placeOf(other) }]
        : [],
    );
    const place = this.#options.positionOf(shotId);
    const last = alike.filter((other) => other.place < place).at(-1);
    return {
      who,
      region: crops[found.at]?.region as Region,
      likeness: found.likeness,
      usual: found.usual,
      isOff: isOff(found, isTested, this.#options.sensitivity()),
      isTested,
      shots: others.length,
      holds: alike.length,
      isNearest: certain.length - own > others.length,
      best: [...alike]
        .sort((a, b) => b.p - a.p || a.place - b.place)
        .slice(0, 2)
        .map(({ place: _, ...rest }) => rest),
      lastSeen: last
        ? {
            shotId: last.shotId,
            takeId: last.takeId,
            region: last.region,
            p: last.p,
            number: this.#options.numberOf(last.shotId),
            ago: place - last.place,
          }
        : null,
    };
  }
}

const showing = ({ shotId, takeId, crops }: Sighted) => ({
  shotId,
  takeId,
  region: crops[0]?.region as Region,
});
