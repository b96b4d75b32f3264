/** A marker with what follows it, two bytes of length first (ITU T.81, B.1.1.4). */
export interface Segment {
  /** The second byte of the marker. */
  readonly marker: number;
  readonly whole: Buffer;
  /** Without marker and length. */
  readonly data: Buffer;
}

export const isJpeg = (file: Buffer): boolean => file.length >= 2 && file.readUInt16BE(0) === 0xffd8;

/** Those of a JPEG up to the first scan; empty for any other file. */
export function jpegSegments(file: Buffer): Segment[] {
  const found: Segment[] = [];
  let at = isJpeg(file) ? 2 : file.length;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    const length = file.readUInt16BE(at + 2);
    if (marker === 0xda || length < 2) break;
    const whole = file.subarray(at, at + 2 + length);
    found.push({ marker, whole, data: whole.subarray(4) });
    at += 2 + length;
  }
  return found;
}
