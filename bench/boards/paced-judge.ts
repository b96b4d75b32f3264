/** A judge that answers at a steady pace and takes no processor time, so that only the program itself is measured. */
import { fileURLToPath } from 'node:url';
import { workerUrl } from '@core/files/index.js';
import { forkChild, type StartChild } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { aJudge } from '@testing/judge.js';

/** Milliseconds a frame: what a small model takes on a good card. */
export const PACE = 50;
/** Values of the vision tower's mean feature, as LLaVA-OneVision 0.5B gives them. */
export const TOWER_LENGTH = 896;

export const PACED_JUDGE: JudgeDescription = { ...aJudge('paced-1'), id: 'storybook', name: 'Paced' };

/** Starts a real process, from the file beside this one, that keeps the inference contract; loaded as PACED_JUDGE. */
export const startPacedJudge: StartChild = () =>
  forkChild(fileURLToPath(workerUrl('paced-judge-child', import.meta.url).filename));
