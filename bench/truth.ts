/** What the sample's pictures really show: `examples/lantern-truth.json`. The program itself never reads it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scene } from '@models/storybook/world/index.js';
import type { BoardWords, Wanted } from './wanted.js';

export interface ShotTruth {
  readonly number: string;
  /** Relative to the board's folder. */
  readonly picture: string;
  readonly scene: Scene;
  /** Faults planted on purpose. */
  readonly planted: readonly string[];
  /** Claims that the generator itself did not follow. */
  readonly missed: readonly string[];
  /** Everything that the description asks for. */
  readonly wanted: readonly Wanted[];
  /** The wanted claims that the picture does not grant. */
  readonly broken: readonly string[];
}

export interface SampleTruth extends BoardWords {
  readonly shots: readonly ShotTruth[];
}

export const SAMPLE = fileURLToPath(new URL('../examples/lantern', import.meta.url));

/** Files of the sample's frames. */
export async function samplePictures(): Promise<string[]> {
  const folder = join(SAMPLE, 'keyframes');
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.webp')).map((name) => join(folder, name));
}

export async function readTruth(): Promise<SampleTruth> {
  const file = fileURLToPath(new URL('../examples/lantern-truth.json', import.meta.url));
  return JSON.parse(await readFile(file, 'utf8')) as SampleTruth;
}

/** Faults that are in the pixels, not in what the picture shows. */
export const isPixelFault = (fault: string): boolean =>
  ['palette-shift', 'blur', 'noise', 'compression', 'near-duplicate'].includes(fault);
