/** What of OpenTimelineIO is read: objects that name their schema, times as a value at a rate. */
import { type Fields, isFields, numberOf } from '@core/fields/index.js';

/** The name of an object's schema without its version: "Clip" of "Clip.2"; '' for what has none. */
export const schemaOf = (value: unknown): string =>
  isFields(value) && typeof value.OTIO_SCHEMA === 'string' ? value.OTIO_SCHEMA.replace(/\.\d+$/, '') : '';

export const fieldsAt = (fields: Fields, name: string): Fields | undefined => {
  const value = fields[name];
  return isFields(value) ? value : undefined;
};

/** Its members that are objects. */
export const childrenOf = (fields: Fields, name = 'children'): Fields[] => {
  const list = fields[name];
  return Array.isArray(list) ? list.filter(isFields) : [];
};

/** Seconds; undefined where there is no time. */
export function secondsAt(time: unknown): number | undefined {
  if (!isFields(time)) return undefined;
  const [value, rate] = [numberOf(time.value), numberOf(time.rate)];
  return value === undefined || rate === undefined || rate <= 0 ? undefined : value / rate;
}

export interface Range {
  /** Seconds. */
  readonly start: number;
  readonly duration: number;
}

export function rangeAt(value: unknown): Range | undefined {
  if (!isFields(value)) return undefined;
  const duration = secondsAt(value.duration);
  return duration === undefined ? undefined : { start: secondsAt(value.start_time) ?? 0, duration };
}
