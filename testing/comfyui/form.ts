/** A form as a request carries it (RFC 7578). */

/** Fields as Python's client sends them, or one file as Node's does. */
export interface Form {
  readonly form?: readonly (readonly [
    string,
    string | { filename: string; content_type: string; bytes: number },
  ])[];
  readonly upload?: { readonly filename: string; readonly subfolder?: string };
}

export function formOf({ form, upload }: Form): { headers: Record<string, string>; body: Buffer } | null {
  const fields: (readonly [string, string, Buffer])[] = [];
  const disposition = (name: string, filename?: string): string =>
    `Content-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}`;
  for (const [name, value] of form ?? []) {
    if (typeof value === 'string') fields.push([disposition(name), '', Buffer.from(value)]);
    else
      fields.push([
        disposition(name, encodeURIComponent(value.filename)),
        value.content_type,
        Buffer.alloc(value.bytes, `${value.bytes}`),
      ]);
  }
  if (upload) {
    fields.push([
      disposition('image', upload.filename.replaceAll('"', '%22')),
      'image/png',
      Buffer.from('png'),
    ]);
    if (upload.subfolder !== undefined)
      fields.push([disposition('subfolder'), '', Buffer.from(upload.subfolder)]);
  }
  if (fields.length === 0) return null;
  const pieces = fields.flatMap(([head, type, bytes]) => [
    Buffer.from(`--line\r\n${head}${type && `\r\nContent-Type: ${type}`}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=line' },
    body: Buffer.concat([...pieces, Buffer.from('--line--\r\n')]),
  };
}
