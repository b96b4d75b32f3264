/** Where an answer differs from the recorded one, whose ids and times are its own. */

export const withoutTemp = (line: string): string => line.replace(/ComfyUI_temp_[a-z\d]+_\d+_/g, '{temp}');

/** Where two values differ, in words; null where they do not. Tokens are bound as they are met. */
export function differing(
  want: unknown,
  got: unknown,
  partly: boolean,
  bound: Map<string, string>,
): string | null {
  if (typeof want === 'string' && /^\{\w+\}$/.test(want)) {
    if (want === '{time}') return typeof got === 'number' ? null : `${got} for a time`;
    const known = bound.get(want);
    if (known === undefined) bound.set(want, String(got));
    return known === undefined || known === got ? null : `${got} for ${want}`;
  }
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || (got.length !== want.length && !partly))
      return `${JSON.stringify(got)} for a list of ${want.length}`;
    if (partly) return null;
    const isSet = want.every((one) => typeof one === 'string' && /^\d+$/.test(one));
    const all = isSet ? [...got].sort() : got;
    return want.map((one, at) => differing(one, all[at], partly, bound)).find((why) => why !== null) ?? null;
  }
  if (typeof want === 'object' && want !== null) {
    if (typeof got !== 'object' || got === null) return `${got} for an object`;
    const fields = new Map(Object.entries(got));
    for (const [key, value] of Object.entries(want)) {
      const name = bound.get(key) ?? key;
      if (!fields.has(name)) return partly ? null : `no ${name}`;
      const why = differing(value, fields.get(name), partly, bound);
      if (why !== null) return `${key}: ${why}`;
      fields.delete(name);
    }
    return partly || fields.size === 0 ? null : `too much: ${[...fields.keys()].join(', ')}`;
  }
  if (typeof want === 'string' && typeof got === 'string')
    return withoutTemp(got) === want.replace(/\{id\d+\}/g, (id) => bound.get(id) ?? id)
      ? null
      : `${got} for ${want}`;
  return partly || want === got ? null : `${got} for ${want}`;
}
