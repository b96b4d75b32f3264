/**
 * What a judge is to the rest of the program. A judge knows pictures and claims, nothing of storyboards.
 * Every answer is a probability read from the model's logits, never generated text (VQAScore, arXiv 2404.01291).
 */

import type { MemberAnswer } from '@shared/agreement.js';
import type { Thresholds } from '@shared/claim-graph.js';
import type { Refusal } from '@shared/device.js';
import type { ClaimKind, Region } from '@shared/records/index.js';
import type { ErrorRates } from './examination.js';

export interface Question {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly text: string;
  /** Texts that cannot hold where this does; asked where P is below `contrastBelow`. Absent = none. */
  readonly contrasts?: readonly string[];
  /** 0–1; absent = they are not asked. */
  readonly contrastBelow?: number;
}

export interface Answer {
  readonly id: string;
  /** P(yes) after calibration, 0–1; null when the judge declines. */
  readonly p: number | null;
  /** Why it declines, or that the judges of an ensemble disagree; '' otherwise. */
  readonly reason: string;
  /** P(yes) of the likeliest of the contrasts, 0–1; absent where none was asked. */
  readonly contrast?: number;
  /** Of an ensemble: 1 = its members said the same, 0 = the opposite; absent where fewer than two answered. */
  readonly agreement?: number;
  /** Of an ensemble: what each member said. */
  readonly members?: readonly MemberAnswer[];
}

export interface JudgeRequest {
  /** Absolute path of the picture. */
  readonly file: string;
  /** Only this part of the picture, for evidence. */
  readonly region?: Region | null;
  readonly questions: readonly Question[];
  /** The whole description, for one question over everything; absent = not asked. */
  readonly whole?: string | null;
}

export interface JudgeResult {
  readonly answers: readonly Answer[];
  readonly whole: number | null;
  /** Mean of the vision tower's patch features: what style and likeness compare. Empty where they are not known. */
  readonly features: readonly number[];
  /** Some answers are words, not probabilities; absent = none. */
  readonly coarse?: boolean;
  /** Milliseconds. */
  readonly timings: {
    readonly prepare: number;
    readonly prefill: number;
    readonly claims: number;
    readonly total: number;
  };
}

export interface JudgeDescription {
  readonly id: string;
  readonly name: string;
  /** Changes whenever weights, dtype, prompt or calibration change: part of every cache key. */
  readonly version: string;
  readonly licence: string;
  /** One sentence each: what it cannot judge. */
  readonly limits: readonly string[];
  /** What it runs on: `cpu`, `webgpu`, `server` … */
  readonly device: string;
  /** How its numbers are stored: `fp32`, `q4 and fp16` …; absent where that is not known, as of a server's model. */
  readonly dtype?: string;
  /** Devices it should rather have run on; absent = none. */
  readonly refused?: readonly Refusal[];
  readonly thresholds: Readonly<Record<ClaimKind, Thresholds>>;
  /** How often it was wrong where the truth is known; absent where this version was not examined. */
  readonly errorRates?: ErrorRates;
  /** Share of the whole-sentence answer in the description score, 0–1. */
  readonly wholeWeight: number;
  /** Frames it takes at once; absent = one. */
  readonly concurrency?: number;
  /** It ends what takes too long by itself: slowness is no sign that its process hangs. */
  readonly keepsTime?: boolean;
  /** It knows one world alone and declines whatever is not of it; absent = it judges any. */
  readonly closedWorld?: boolean;
  /** Of an ensemble. */
  readonly members?: readonly { readonly id: string; readonly name: string; readonly version: string }[];
}

export interface Judge {
  readonly description: JudgeDescription;
  /**
   * Throws `ContinuistError` IMAGE_UNREADABLE when the picture cannot be decoded.
   * Stops between two model calls when `signal` aborts.
   */
  judge(request: JudgeRequest, signal?: AbortSignal): Promise<JudgeResult>;
  close(): Promise<void>;
}
