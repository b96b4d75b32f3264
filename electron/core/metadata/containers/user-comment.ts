/**
 * EXIF UserComment (Exif 2.3, 4.6.5): eight bytes that name the encoding, then the text. `description` is what is
 * left to go by where the bytes name none. Null when there is no text.
 */
export function userComment(value: unknown, description: unknown): string | null {
  if (Array.isArray(value)) {
    const bytes = Buffer.from(value as number[]);
    const name = bytes.subarray(0, 8).toString('latin1');
    if (name.startsWith('UNICODE')) return utf16(bytes.subarray(8));
    if (name.startsWith('ASCII')) return bytes.subarray(8).toString('utf8');
  }
  return typeof description === 'string' ? description : null;
}

/** Either byte order: prompts are mostly Latin text, whose high bytes are zero. */
function utf16(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  return even[0] === 0 ? Buffer.from(even).swap16().toString('utf16le') : even.toString('utf16le');
}
