/** How it stands on the server: what it works at, if anything, and how far it is. It does not say whose that is. */
import { z } from 'zod';
import type { Client } from './client.js';

const NUMBER = z.number().catch(0);
const progress = z.object({
  progress: NUMBER,
  state: z.object({
    job: z.string().nullish(),
    job_count: NUMBER,
    /** To the second. */
    job_timestamp: z.coerce.string().max(100),
    sampling_step: NUMBER,
    sampling_steps: NUMBER,
    interrupted: z.boolean().catch(false),
    skipped: z.boolean().catch(false),
  }),
  current_image: z.string().nullish().catch(null),
});

export interface Standing {
  readonly isBusy: boolean;
  /** When the work began that is under way, or was the last: no two begin at once. */
  readonly job: string;
  /** Its picture is only half made: somebody stopped it. */
  readonly wasStopped: boolean;
  /** 0–1. */
  readonly progress: number;
  readonly step: number;
  readonly steps: number;
  readonly preview: Buffer | null;
}

/** Throws `Away` and `Strange`. */
export async function standingOf(
  client: Client,
  signal?: AbortSignal,
  withPreview = false,
): Promise<Standing> {
  const path = `/sdapi/v1/progress${withPreview ? '' : '?skip_current_image=true'}`;
  const { progress: share, state, current_image: image } = await client.get(path, progress, signal);
  return {
    isBusy: (state.job ?? '') !== '' || state.job_count !== 0,
    job: state.job_timestamp,
    wasStopped: state.interrupted || state.skipped,
    progress: share,
    step: state.sampling_step,
    steps: state.sampling_steps,
    preview: image ? previewIn(image) : null,
  };
}

function previewIn(base64: string): Buffer | null {
  const picture = Buffer.from(base64, 'base64');
  return /^(?:\xff\xd8|.PNG|RIFF)/.test(picture.toString('latin1', 0, 4)) ? picture : null;
}
