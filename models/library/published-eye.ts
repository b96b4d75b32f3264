/** The eye for pictures of any world: made of the published models that are here. */
import type { ModelEntry } from './catalogue.js';
import { EYES, type EyeEntry } from './eyes.js';
import { type LibraryFolders, modelState } from './library.js';

export interface PublishedEye {
  /** Of every model in it: another set is another eye. */
  readonly id: string;
  /** Of their weights, known without loading them. */
  readonly version: string;
  /** Says where things are. */
  readonly boxes: EyeEntry;
  /** Says which of them are the same; null where that model isn't here. */
  readonly identity: EyeEntry | null;
}

/** Null where none says where things are. Reads sizes, not contents. */
export function publishedEye(folders: LibraryFolders): PublishedEye | null {
  const boxes = readyOne('grounding-dino', folders);
  if (!boxes) return null;
  const identity = readyOne('dinov2', folders);
  const parts = identity ? [boxes, identity] : [boxes];
  return {
    id: parts.map(({ id }) => id).join('+'),
    version: parts.map(weightsOf).join('+'),
    boxes,
    identity,
  };
}

const readyOne = (architecture: EyeEntry['architecture'], folders: LibraryFolders): EyeEntry | null =>
  EYES.find((eye) => eye.architecture === architecture && modelState(eye, folders).ready) ?? null;

function weightsOf({ source, devices }: ModelEntry): string {
  const commit = source.kind === 'hub' ? source.revision.slice(0, 12) : 'here';
  return [commit, ...Object.values(devices.cpu?.dtype ?? {})].join('-');
}
