/** Pictures that are no frames by the folders that they lie in. */
import type { LeftOut } from './matching.js';
import type { ReadName } from './read-name.js';

/** Those left out, but not what is a frame by something else. None where all lie in such folders: then they are the frames. */
export function setAside(
  names: readonly ReadName[],
  isFrame: (path: string) => boolean = () => false,
): LeftOut[] {
  if (names.every(({ aside }) => aside !== undefined)) return [];
  return names.flatMap(({ path, aside }) =>
    aside === undefined || isFrame(path)
      ? []
      : { path, reason: `${aside}, by its folder`, kind: 'aside' as const },
  );
}
