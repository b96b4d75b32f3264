/** The part of an examination that is the same everywhere: drawn pictures whose truth is known. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionOf } from '@core/analysis/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription, JudgeResult } from '@models/judge/index.js';
import { answeredP } from './answered.js';
import { drawnFrame, FRAMES } from './drawn-set.js';
import type { KeptAnswers } from './kept-answers.js';

export interface ExaminationSteps {
  readonly signal: AbortSignal;
  /** Resolves when nobody waits for the judge. Throws CANCELLED. */
  turn(): Promise<void>;
  done(pictures: number): void;
}

/** Pictures that were asked of before are not again. What is answered is on the disk when the next one is asked. */
export async function examineDrawn(
  judge: JudgeDescription,
  { inference, kept }: { readonly inference: Inference; readonly kept: KeptAnswers },
  { signal, turn, done }: ExaminationSteps,
): Promise<void> {
  const { frames } = await kept.begin(judge);
  const known = new Set(frames.map(({ frame }) => frame));
  if (known.size >= FRAMES) return done(FRAMES);
  const folder = await mkdtemp(join(tmpdir(), 'continuist-examination-'));
  try {
    for (let frame = 0, asked = known.size; frame < FRAMES; frame++) {
      if (known.has(frame)) continue;
      const { picture, trimmed, claims } = await drawnFrame(frame);
      const questions = claims.map(({ kind, text }, id) => questionOf({ id: String(id), kind, text }, judge));
      const said: JudgeResult[] = [];
      for (const [at, one] of [picture, trimmed].entries()) {
        const file = join(folder, `drawn-${at}.png`);
        await writeFile(file, one);
        await turn();
        const result = await inference.judge(judge.id, { file, questions }, signal);
        // Another device took over: what it says is another judge's.
        if (result.version !== judge.version) return;
        said.push(result);
      }
      const [first, again] = said.map(
        ({ answers }) => new Map(answers.map((answer) => [answer.id, answeredP(answer)])),
      );
      await kept.add(judge.version, {
        frame,
        at: Date.now(),
        milliseconds: said.reduce((sum, { timings }) => sum + timings.total, 0),
        answers: claims.map(({ kind, text, truth }, id) => ({
          kind,
          text,
          truth,
          p: first?.get(String(id)) ?? null,
          again: again?.get(String(id)) ?? null,
        })),
      });
      done(++asked);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
