import { decodeText, extensionOf } from '@core/files/index.js';
import { NO_CHOICE } from '@shared/matching/index.js';
import type { Input } from '../input.js';
import { jsonOf, outlineOf } from '../json-of.js';

/** A file of these bytes that lies nowhere, in a folder without pictures. */
export function inputOf(name: string, bytes: Buffer): Input {
  const text = async () => decodeText(bytes);
  const input: Input = {
    path: `/nowhere/${name}`,
    name,
    kind: 'file',
    folder: '/nowhere',
    extension: extensionOf(name),
    names: async () => [],
    pictures: async () => ({ paths: [], others: [], skipped: [] }),
    text,
    json: async () => jsonOf(await text(), name),
    outline: async () => outlineOf(await text()),
    embedded: async () => null,
    match: NO_CHOICE,
    inside: () => input,
  };
  return input;
}
