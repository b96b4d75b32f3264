/** What the downloader reads from a response's headers (RFC 9110, RFC 8288). */

export interface ContentRange {
  /** Offset of the body's first byte. */
  readonly start: number;
  /** Bytes of the whole file; null = `*`. */
  readonly total: number | null;
}

/** Of `bytes 100-199/1000`; null for anything else. */
export function contentRange(header: string | null): ContentRange | null {
  const found = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(header?.trim() ?? '');
  if (!found) return null;
  const [start, end] = [Number(found[1]), Number(found[2])];
  const total = found[3] === '*' ? null : Number(found[3]);
  return end < start || (total !== null && end >= total) ? null : { start, total };
}

/** Milliseconds from now, of seconds or an HTTP date; null when absent or nonsense. */
export function retryAfter(header: string | null, now: number = Date.now()): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** A count of bytes; null when absent or nonsense. */
export const byteCount = (header: string | null): number | null =>
  /^\d{1,15}$/.test(header?.trim() ?? '') ? Number(header) : null;

/** An entity tag that promises the same bytes; null for a weak one. */
export const strongTag = (header: string | null): string | null =>
  header && /^"[^"]*"$/.test(header.trim()) ? header.trim() : null;

/** The hub tags its large files with their sha256. */
export const sha256Tag = (header: string | null): string | null =>
  /^"?([0-9a-f]{64})"?$/.exec(header?.trim() ?? '')?.[1] ?? null;

/** The address of the page after this one (RFC 8288); null on the last. */
export function nextPage(header: string | null): string | null {
  for (const [, target, parameters] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g))
    if (/;\s*rel="?next"?\s*(?:[;,]|$)/i.test(parameters ?? '')) return target ?? null;
  return null;
}
