import { textOf } from '@core/fields/index.js';
import { FIELDS } from './field-names.js';
import type { NamedFields } from './named-fields.js';

/** What a field that cannot be read comes to: it throws, or notes it and leaves the field out. */
export type Complain = (field: string, expected: string) => undefined;

/** "4", "2.5s", "3,5 sec", "0:02", "00:00:02.5". Undefined for anything else. */
export function secondsIn(text: string): number | undefined {
  const plain = text.trim().toLowerCase().replace(',', '.');
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/.exec(plain);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const amount =
    /^\+?(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)\s*(ms|msec|milliseconds?|s|secs?|seconds?|sek|秒|m|min|minutes?)?$/.exec(
      plain,
    );
  if (!amount) return undefined;
  const [, number, unit = 's'] = amount;
  const scale = unit.startsWith('ms') || unit.startsWith('mil') ? 0.001 : unit.startsWith('m') ? 60 : 1;
  const seconds = Number(number) * scale;
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** A shot's duration in seconds; from its start to its end where it names both. 0 is none. */
export function durationIn(named: NamedFields, complain: Complain): number | null {
  const read = (scale: number) => (value: unknown, key: string) => {
    const text = textOf(value);
    if (value === null || value === undefined || text?.trim() === '') return undefined;
    const seconds = text === undefined ? undefined : secondsIn(text);
    return seconds === undefined ? complain(key, 'a number of seconds above 0') : seconds * scale;
  };
  const own = named.first(FIELDS.seconds, read(1)) ?? named.first(FIELDS.milliseconds, read(0.001));
  if (own) return own.value > 0 ? own.value : null;
  const at = (names: readonly string[]) =>
    named.first(names, (value) => secondsIn(textOf(value) ?? ''))?.value;
  const [start, end] = [at(FIELDS.start), at(FIELDS.end)];
  return start !== undefined && end !== undefined && end > start ? Number((end - start).toFixed(6)) : null;
}
