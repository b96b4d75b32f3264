/** From the maps that the eye's graph gives to boxes. */
import { overlapOf } from '@shared/overlap.js';
import type { Region } from '@shared/records/index.js';
import { regionWithin } from '@shared/region-within.js';
import { KINDS, type Kind } from '../world/scene.js';

/** Places along each side of a map. */
export const MAP = 32;
/** Of two boxes of one kind that overlap by more than this, the surer one stays; of two kinds, by more than the other. */
const SAME = 0.5;
const OTHERS = 0.8;

export interface Found {
  readonly kind: Kind;
  readonly region: Region;
  /** 0–1. */
  readonly heat: number;
}

/**
 * `heat`: [kinds, MAP, MAP], 0–1, highest at the middle of what is there. `sides`: [kinds, 4, MAP, MAP], how far the
 * left, upper, right and lower side of the box lie from a place, in frame units. Surest first.
 */
export function decode(heat: Float32Array, sides: Float32Array, threshold: number): Found[] {
  const found: Found[] = [];
  for (const [k, kind] of KINDS.entries()) {
    for (let row = 0; row < MAP; row++) {
      for (let column = 0; column < MAP; column++) {
        const value = heat[(k * MAP + row) * MAP + column] ?? 0;
        if (value > threshold && isPeak(heat, k, row, column, value))
          found.push({ kind, heat: value, region: regionAt(sides, k, row, column) });
      }
    }
  }
  found.sort((a, b) => b.heat - a.heat);
  const kept: Found[] = [];
  for (const one of found)
    if (
      kept.every((other) => overlapOf(one.region, other.region) < (one.kind === other.kind ? SAME : OTHERS))
    )
      kept.push(one);
  return kept;
}

function isPeak(heat: Float32Array, k: number, row: number, column: number, value: number): boolean {
  for (let r = Math.max(0, row - 1); r <= Math.min(MAP - 1, row + 1); r++)
    for (let c = Math.max(0, column - 1); c <= Math.min(MAP - 1, column + 1); c++)
      if ((heat[(k * MAP + r) * MAP + c] ?? 0) > value) return false;
  return true;
}

function regionAt(sides: Float32Array, k: number, row: number, column: number): Region {
  const [x, y] = [(column + 0.5) / MAP, (row + 0.5) / MAP];
  const [left, upper, right, lower] = [0, 1, 2, 3].map(
    (side) => sides[((k * 4 + side) * MAP + row) * MAP + column] ?? 0,
  ) as [number, number, number, number];
  return regionWithin(x - left, y - upper, x + right, y + lower);
}
