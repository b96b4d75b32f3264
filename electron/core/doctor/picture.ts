import { isUnreadable, pictureHeader } from '@core/measures/index.js';
import { METADATA, type Origin, readMetadata } from '@core/metadata/index.js';
import type { Diagnosis } from './diagnosis.js';

/** Throws nothing: what is wrong with the picture is said. */
export async function diagnosePicture(file: string): Promise<Omit<Diagnosis, 'file'>> {
  const header = await pictureHeader(file);
  const { tool, origins, notRead } = await readMetadata(file);
  const size = isUnreadable(header)
    ? []
    : [{ what: 'picture', value: `${header.format}, ${header.width} × ${header.height} pixels`, where: '' }];
  return {
    kind: 'a picture',
    readBy: METADATA.find((reader) => reader.tool === tool)?.name ?? null,
    found: [
      ...size,
      ...origins.map((origin) => ({
        what: origin.of === 'negativePrompt' ? 'negative prompt' : origin.of,
        value: origin.value,
        where: whereOf(origin),
      })),
    ],
    notRead,
    problem: isUnreadable(header) ? header.unreadable : null,
  };
}

function whereOf({ place, node, input }: Origin): string {
  if (node) return `node ${node.id} (${node.type}), input “${input}”, in ${place}`;
  return input === '' ? place : `“${input}” in ${place}`;
}
