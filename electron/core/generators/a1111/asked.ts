/** What is asked of the server beside the words, by what an artist calls it: the take's own values, else the settings'. */
import type { GenerationRequest, TakeSettings } from '../generator.js';

/** Used where a take does not say how it was made. */
export interface Usual {
  readonly sampler: string;
  readonly steps: number;
  readonly cfg: number;
}

export interface Asked {
  readonly sampler: string;
  readonly scheduler: string;
  readonly steps: number;
  readonly cfg: number;
  readonly model: string;
  readonly vae: string;
  /** 0 = not said. */
  readonly clipSkip: number;
  readonly seed: string;
  /** Null = from the words alone. */
  readonly strength: number | null;
  readonly width: number;
  readonly height: number;
  /** Made in two passes, of which the first is smaller; null = in one. */
  readonly hires: Hires | null;
}

interface Hires {
  /** Of the first pass, pixels. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly upscaler: string;
  readonly steps: number;
  readonly strength: number;
}

/** Of a mask without a strength. */
const STRENGTH = 0.75;

export function askedOf(request: GenerationRequest, usual: Usual): Asked {
  const { settings, seed, width, height } = request;
  const isFromPicture = request.strength !== null || request.mask !== null;
  return {
    sampler: wordsOf(settings.sampler) || usual.sampler,
    scheduler: wordsOf(settings.scheduler),
    steps: numberOf(settings.steps) ?? usual.steps,
    cfg: numberOf(settings.cfg) ?? usual.cfg,
    model: wordsOf(settings.model),
    vae: wordsOf(settings.VAE),
    clipSkip: numberOf(settings['Clip skip']) ?? 0,
    seed,
    strength: isFromPicture ? (request.strength ?? STRENGTH) : null,
    width,
    height,
    hires: isFromPicture ? null : hiresOf(settings, width, height),
  };
}

/** Of a picture that was made so, in the size that it has. */
function hiresOf(settings: TakeSettings, width: number, height: number): Hires | null {
  const [first, second] = [numberOf(settings.width), numberOf(settings.height)];
  if (first === null || second === null || settings['Hires upscaler'] === undefined) return null;
  const scale = width / first;
  if (scale <= 1 || Math.abs(scale - height / second) > 0.02) return null;
  return {
    width: first,
    height: second,
    scale,
    upscaler: wordsOf(settings['Hires upscaler']),
    steps: numberOf(settings['Hires steps']) ?? 0,
    strength: numberOf(settings.denoise) ?? STRENGTH,
  };
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}
