import { EYES, type EyeEntry } from '../../library/index.js';

/** The entry of a published eye as its tiny model has it, which takes pictures of `size` × `size`. */
export function tinyEye(id: string, size: number, dtype: 'fp32' | 'q8'): EyeEntry {
  const published = EYES.find((eye) => eye.id === id);
  if (!published?.image) throw new Error(`no eye that takes a square picture is called ${id}`);
  return {
    ...published,
    image: { ...published.image, size },
    devices: { cpu: { dtype: { model: dtype }, memory: null } },
  };
}
