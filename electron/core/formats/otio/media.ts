import { type Fields, isFields, numberOf, textOf } from '@core/fields/index.js';
import { fieldsAt, rangeAt, schemaOf, secondsAt } from './schema.js';

/** The media that a clip shows: of Clip.2 the active one of several, of Clip.1 its only one. */
export function mediaOf(clip: Fields): Fields | undefined {
  const references = fieldsAt(clip, 'media_references');
  if (!references) return fieldsAt(clip, 'media_reference');
  const active = textOf(clip.active_media_reference_key) ?? 'DEFAULT_MEDIA';
  const all: Fields[] = Object.values(references).filter(isFields);
  return fieldsAt(references, active) ?? all[0];
}

/** The address of the picture that a clip shows first; null where its media is missing. */
export function addressOf(clip: Fields): string | null {
  const media = mediaOf(clip);
  if (!media) return null;
  if (schemaOf(media) === 'ImageSequenceReference') return frameOf(media, clip);
  const address = textOf(media.target_url)?.trim();
  return address || null;
}

/** `target_url_base/name_prefix0001name_suffix` of the first frame that is seen. */
function frameOf(media: Fields, clip: Fields): string | null {
  const rate = numberOf(media.rate) ?? 24;
  const first = numberOf(media.start_frame) ?? 1;
  const step = Math.max(1, Math.trunc(numberOf(media.frame_step) ?? 1));
  const shown = rangeAt(clip.source_range)?.start ?? 0;
  const available = secondsAt(fieldsAt(media, 'available_range')?.start_time) ?? 0;
  const passed = Math.max(0, Math.floor((shown - available) * rate + 1e-6));
  const frame = Math.trunc(first) + Math.trunc(passed / step) * step;
  const padding = Math.min(20, Math.max(0, numberOf(media.frame_zero_padding) ?? 0));
  const base = textOf(media.target_url_base) ?? '';
  const digits = `${frame < 0 ? '-' : ''}${String(Math.abs(frame)).padStart(padding, '0')}`;
  const name = `${textOf(media.name_prefix) ?? ''}${digits}${textOf(media.name_suffix) ?? ''}`;
  return base === '' || base.endsWith('/') ? base + name : `${base}/${name}`;
}
