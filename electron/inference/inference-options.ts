import type { Seen } from '@models/eye/index.js';
import type { JudgeResult } from '@models/judge/index.js';
import type { Chain } from '@models/runtime/devices/index.js';
import type { ServerSetting } from '@shared/settings.js';
import type { StartChild } from './port.js';

export interface InferenceOptions {
  readonly start: StartChild;
  readonly modelsFolder: string;
  /** The user's folder of downloaded models; absent = only what ships with the program. */
  readonly downloadsFolder?: string | null;
  readonly threads: number;
  readonly uncalibrated?: boolean;
  /** The servers of a judge that runs on servers, as they are set now. */
  readonly servers?: () => readonly ServerSetting[];
  /** The members of the judge `ensemble`, as they are set now. */
  readonly ensemble?: () => readonly string[];
  /** What a judge is tried on, as it is now; the last is the one that must do. Default: the processor. */
  readonly devices?: (judge: string) => Chain;
  /** Hears why the process ended that held a loaded model, when nobody ended it. It is started again when it is needed. */
  readonly onLost?: (reason: string) => void;
  /** A picture that takes longer counts as a hang: the process is killed. Milliseconds; default by the device. */
  readonly timeout?: number;
  /** A device on which loading takes longer is refused, unless it is the last. Milliseconds. */
  readonly loadTimeout?: number;
  /** Unasked for so long, the process is ended and its memory free. Milliseconds. */
  readonly rest?: number;
}

export const PROCESSOR: Chain = { devices: ['cpu'], refused: [] };

/** All that tells one loaded model from another: what is asked with the same can be asked of the same process. */
export const orderOf = (
  judge: string,
  { devices, fine = [] }: Chain,
  { servers, ensemble }: Pick<InferenceOptions, 'servers' | 'ensemble'>,
): string => JSON.stringify([judge, devices, fine, servers?.() ?? [], ensemble?.() ?? []]);

/** A judge's result, and the version of what gave it: a device may fail between two pictures. */
export interface Judged extends JudgeResult {
  readonly version: string;
}

/** What an eye is asked; see `Eye`. */
export interface SeeRequest {
  readonly eye: string;
  /** Absolute path of the picture. */
  readonly file: string;
  readonly labels: readonly string[];
}

/** What an eye saw, and what it says of each thing it saw. */
export interface Sighted extends Seen {
  /** Of the eye. */
  readonly version: string;
  /** Unit vectors, in the order of `detections`; none from an eye that cannot tell one thing from another. */
  readonly vectors: readonly (readonly number[])[];
}
