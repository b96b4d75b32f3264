/** Claims of known truth put to the real judge: one picture file each, never seen in training. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InferenceClient } from '@inference/index.js';
import type { Question } from '@models/judge/index.js';
import {
  meaningOfClaim,
  renderScenePng,
  type Scene,
  sampleClaims,
  sampleScene,
  seededRandom,
  seedFrom,
  truthOfMeaning,
  type WorldClaim,
} from '@models/storybook/world/index.js';
import type { ClaimKind } from '@shared/records/index.js';

const CLAIMS_PER_FRAME = 24;

export interface AskedClaim {
  readonly kind: ClaimKind;
  /** The kind, with relations told apart. */
  readonly group: string;
  readonly text: string;
  readonly truth: boolean;
  readonly p: number;
}

export interface AskedFrame {
  /** The judge took the picture for one of another world and said nothing: there are no claims. */
  readonly isStrange: boolean;
  readonly claims: readonly AskedClaim[];
  /** Milliseconds the judge took, decoding included. */
  readonly milliseconds: number;
}

/** What asks for different sight: kinds of relation, and the colour of a thing that is there or is not. */
function groupOf(scene: Scene, { kind, text }: WorldClaim): string {
  if (kind === 'attribute')
    return isThere(scene, text) ? 'attribute: colour' : 'attribute: of what is absent';
  if (kind !== 'relation') return kind;
  if (text.includes(' holding ')) return 'relation: holding';
  return / to the (?:left|right) of /.test(text) ? 'relation: one another' : 'relation: side of frame';
}

function isThere(scene: Scene, text: string): boolean {
  const meaning = meaningOfClaim('attribute', text);
  if (!('subject' in meaning)) throw new Error(`“${text}” names nothing of this world`);
  return truthOfMeaning(scene, { kind: 'entity', subject: meaning.subject }) === true;
}

/** `split`: 'dev' or 'test'; the model was trained on 'train' alone. */
export async function askFrames(
  client: InferenceClient,
  split: string,
  count: number,
): Promise<AskedFrame[]> {
  const frames: AskedFrame[] = [];
  for await (const { scene, file, claims, questions } of drawnFrames(split, count)) {
    const { answers, timings } = await client.judge('storybook', { file, questions });
    const isStrange = answers.every(({ p, reason }) => p === null && reason === answers[0]?.reason);
    frames.push({
      isStrange,
      milliseconds: timings.total,
      claims: (isStrange ? [] : claims).flatMap((claim, id) => {
        const p = answers[id]?.p;
        if (typeof p !== 'number')
          throw new Error(`the judge declined “${claim.text}”: ${answers[id]?.reason}`);
        return [{ kind: claim.kind, group: groupOf(scene, claim), text: claim.text, truth: claim.truth, p }];
      }),
    });
  }
  return frames;
}

export interface DrawnFrame {
  readonly scene: Scene;
  /** Until the next frame is asked for. */
  readonly file: string;
  readonly claims: readonly WorldClaim[];
  /** The claims as they are put to a judge; ids are their positions. */
  readonly questions: readonly Question[];
}

/** Frames of one split, each drawn at full size into a file. */
export async function* drawnFrames(split: string, count: number): AsyncGenerator<DrawnFrame> {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-bench-'));
  try {
    for (let i = 0; i < count; i += 1) {
      const scene = sampleScene(seededRandom(seedFrom(split, i)));
      const claims = sampleClaims(scene, seededRandom(seedFrom(split, i, 'claims')), CLAIMS_PER_FRAME);
      const file = join(folder, 'frame.png');
      await writeFile(file, await renderScenePng(scene));
      yield {
        scene,
        file,
        claims,
        questions: claims.map(({ kind, text }, id) => ({ id: String(id), kind, text })),
      };
      if ((i + 1) % 50 === 0) console.error(`${i + 1} of ${count} frames`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
