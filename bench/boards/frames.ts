/** Measures of frames that nobody has to draw: those of a few drawn ones, each time a little different. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMeasures } from '@core/measures/index.js';
import { type Random, renderScenePng, sampleScene, seededRandom } from '@models/storybook/world/index.js';
import type { FrameMeasures } from '@shared/analysis.js';

const DRAWN = 12;
const SIZE = { width: 640, height: 360 };
/** Share of its value by which a measure differs from the drawn frame's. */
const JITTER = 0.05;
/** Grey levels by which a cell of the layout differs: far from a copy of the drawn frame. */
const CELL_JITTER = 60;
/** Bits of the hash that are turned round: two frames of one drawing share no hash. */
const TURNED_BITS = 16;

/** Measures of frames drawn by one hand. */
export async function drawnMeasures(): Promise<FrameMeasures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-drawn-'));
  const measures = createMeasures();
  try {
    const random = seededRandom(7);
    const drawn: FrameMeasures[] = [];
    for (let at = 0; at < DRAWN; at++) {
      const file = join(folder, `${at}.png`);
      await writeFile(
        file,
        await renderScenePng(sampleScene(random, { style: 'gouache', atLeast: 1 }), SIZE),
      );
      drawn.push(await measures.measure(file));
    }
    return drawn;
  } finally {
    await measures.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** A frame like `drawn`, and no copy of it. */
export function jittered(drawn: FrameMeasures, random: Random): FrameMeasures {
  const near = (value: number) => round(value * (1 + JITTER * (2 * random() - 1)));
  const { layout = [], ...groups } = drawn.style;
  return {
    ...drawn,
    quality: Object.fromEntries(Object.entries(drawn.quality).map(([name, value]) => [name, near(value)])),
    style: {
      ...Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values.map(near)])),
      layout: layout.map((value) =>
        Math.max(0, Math.min(255, Math.round(value + CELL_JITTER * (2 * random() - 1)))),
      ),
    },
    hash: turned(drawn.hash, random),
  };
}

function turned(hash: string, random: Random): string {
  let bits = BigInt(`0x${hash}`);
  for (let n = 0; n < TURNED_BITS; n++) bits ^= 1n << BigInt(Math.floor(64 * random()));
  return bits.toString(16).padStart(16, '0');
}
