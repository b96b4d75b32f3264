/**
 * What an eye is to the rest of the program: it says where things are and whether two of them are the same, and
 * judges nothing. It knows pictures and nouns, nothing of storyboards.
 */
import type { Detection, Region } from '@shared/records/index.js';

export interface EyeDescription {
  readonly id: string;
  readonly name: string;
  /** Changes whenever weights, dtype or thresholds change: part of every cache key. */
  readonly version: string;
  readonly licence: string;
  /** One sentence each: what it cannot see. */
  readonly limits: readonly string[];
  /** It knows one world alone and says nothing of whatever is not of it; absent = it looks at any picture. */
  readonly closedWorld?: boolean;
}

export interface Seen {
  /** Best first within a label; none for a label that is not in the picture. */
  readonly detections: readonly Detection[];
  /** Labels of which it can say nothing: neither that they are there nor that they are not. */
  readonly unknown: readonly string[];
}

export interface Eye {
  readonly description: EyeDescription;
  /**
   * `file` = absolute path of the picture; `labels` = nouns as claims say them, and each detection bears the one that
   * it answers. Throws `ContinuistError` IMAGE_UNREADABLE when the picture cannot be decoded.
   */
  detect(file: string, labels: readonly string[], signal?: AbortSignal): Promise<Seen>;
  /**
   * One unit vector for each region, or none at all from an eye that cannot say: the nearer two are (their dot product, −1 to 1), the likelier they show the same.
   * Compared within one board and one eye version only.
   */
  identify(
    file: string,
    regions: readonly Region[],
    signal?: AbortSignal,
  ): Promise<readonly (readonly number[])[]>;
  close(): Promise<void>;
}
