/** The clips of a timeline in the order in which they are seen, with the markers that fall on them. */
import { type Fields, isFields, textOf } from '@core/fields/index.js';
import { addTo } from '@shared/group-by.js';
import { mediaOf } from './media.js';
import { childrenOf, fieldsAt, type Range, rangeAt, schemaOf } from './schema.js';

export interface TimelineClip {
  readonly clip: Fields;
  /** Seconds from the start of the timeline. */
  readonly start: number;
  readonly duration: number;
  /** Of its tracks, 0 = the lowest. */
  readonly track: number;
  /** Of the stack within a track that it is part of. */
  readonly scene: string | null;
  /** What its markers say, and those of the tracks and stacks around it that stand on it. */
  readonly notes: readonly string[];
}

const DEEPEST = 64;

/** Of a timeline, a collection of timelines, a stack or a track; undefined for anything else. */
export function clipsIn(root: unknown): TimelineClip[] | undefined {
  if (!isFields(root)) return undefined;
  switch (schemaOf(root)) {
    case 'Timeline': {
      const tracks = fieldsAt(root, 'tracks');
      return tracks ? sorted(ofStack(tracks, EVERYTHING, null, 0)) : undefined;
    }
    case 'SerializableCollection': {
      const found = childrenOf(root).flatMap((one) => clipsIn(one) ?? []);
      return found.length > 0 ? found : undefined;
    }
    case 'Stack':
      return sorted(ofStack(root, EVERYTHING, null, 0));
    case 'Track':
      return sorted(ofTrack(root, EVERYTHING, null, 0, 0));
    default:
      return undefined;
  }
}

const sorted = (clips: readonly TimelineClip[]): TimelineClip[] =>
  clips.toSorted((a, b) => a.start - b.start || a.track - b.track);

/** Where something lies in the timeline, and which part of it is seen there. */
interface Window {
  /** Seconds from the start of the timeline at which `from` is seen. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
const EVERYTHING: Window = { at: 0, from: 0, to: Number.POSITIVE_INFINITY };

function ofStack(stack: Fields, window: Window, scene: string | null, deep: number): TimelineClip[] {
  if (deep > DEEPEST) return [];
  const inner = within(stack, window);
  const clips = childrenOf(stack).flatMap((child, track) => {
    if (schemaOf(child) === 'Track')
      return isVideo(child) ? ofTrack(child, inner, scene, track, deep + 1) : [];
    return ofItem(child, inner, scene, track, deep + 1);
  });
  return withMarkers(clips, stack, inner);
}

const isVideo = (track: Fields): boolean =>
  track.kind === undefined || track.kind === null || track.kind === 'Video';

function ofTrack(
  track: Fields,
  window: Window,
  scene: string | null,
  place: number,
  deep: number,
): TimelineClip[] {
  if (deep > DEEPEST) return [];
  const inner = within(track, window);
  const clips: TimelineClip[] = [];
  let at = 0;
  for (const child of childrenOf(track)) {
    // A transition lies over its neighbours and takes no time of its own.
    if (schemaOf(child) === 'Transition') continue;
    const duration = durationOf(child, deep);
    const [from, to] = [Math.max(at, inner.from), Math.min(at + duration, inner.to)];
    if (to > from || (duration === 0 && at >= inner.from && at < inner.to)) {
      const seen = { at: inner.at + from - inner.from, from: from - at, to: to - at };
      clips.push(...ofItem(child, seen, scene, place, deep + 1));
    }
    at += duration;
  }
  return withMarkers(clips, track, inner);
}

function ofItem(
  item: Fields,
  window: Window,
  scene: string | null,
  track: number,
  deep: number,
): TimelineClip[] {
  if (item.enabled === false) return [];
  const name = textOf(item.name)?.trim() || scene;
  switch (schemaOf(item)) {
    case 'Clip': {
      const duration = Math.min(durationOf(item, deep), window.to) - window.from;
      return withMarkers(
        [{ clip: item, start: window.at, duration: Math.max(0, duration), track, scene, notes: [] }],
        item,
        within(item, window),
      );
    }
    case 'Stack':
      return ofStack(item, window, name, deep);
    case 'Track':
      return ofTrack(item, window, name, track, deep);
    default:
      return [];
  }
}

/** The part of an item's own time that is seen through a window on it. */
function within(item: Fields, window: Window): Window {
  const trim = rangeAt(item.source_range);
  if (!trim) return window;
  return {
    at: window.at,
    from: window.from + trim.start,
    to: Math.min(window.to, trim.duration) + trim.start,
  };
}

/** Seconds that an item takes in its track. */
function durationOf(item: Fields, deep: number): number {
  const trim = rangeAt(item.source_range);
  if (trim) return trim.duration;
  if (deep > DEEPEST) return 0;
  const lengths = () => childrenOf(item).map((child) => durationOf(child, deep + 1));
  switch (schemaOf(item)) {
    case 'Clip':
      return rangeAt(mediaOf(item)?.available_range)?.duration ?? 0;
    case 'Stack':
      return lengths().reduce((longest, one) => Math.max(longest, one), 0);
    case 'Track':
      return lengths().reduce((sum, one) => sum + one, 0);
    default:
      return 0;
  }
}

/** The markers of an item go to the clips of it on which they stand. */
function withMarkers(clips: TimelineClip[], item: Fields, window: Window): TimelineClip[] {
  const notes = new Map<number, string[]>();
  for (const marker of childrenOf(item, 'markers')) {
    const note = noteOf(marker);
    if (note === '') continue;
    const range: Range = rangeAt(marker.marked_range) ?? { start: window.from, duration: 0 };
    const at = window.at + range.start - window.from;
    const on = clips.findLastIndex(({ start }) => start <= at + 1e-6);
    const place = Math.max(on, 0);
    addTo(notes, place, note);
  }
  if (notes.size === 0) return clips;
  return clips.map((clip, index) => ({ ...clip, notes: [...clip.notes, ...(notes.get(index) ?? [])] }));
}

function noteOf(marker: Fields): string {
  const texts = [marker.name, marker.comment].map((value) => textOf(value)?.trim() ?? '').filter(Boolean);
  return [...new Set(texts)].join(': ');
}
