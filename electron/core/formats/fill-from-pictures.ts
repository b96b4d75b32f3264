/** What a storyboard's source leaves unsaid of its pictures, as the pictures' own files say it. */
import { join } from 'node:path';
import PQueue from 'p-queue';
import type {
  ImportedShot,
  ImportedStoryboard,
  ImportedTake,
  SourceStoryboard,
  SourceTake,
} from './imported.js';
import type { HearRead, PictureSays, ReadEmbedded } from './input.js';

/** Pictures that are asked for side by side; enough for every thread to have some to read. */
const AT_ONCE = 128;

/**
 * Prompt, negative prompt, seed and settings are the source's where it names them, else the picture's. A shot
 * without a description is described by its first picture's prompt; a picture without a prompt has the description.
 * Pictures of one tool in a folder are a storyboard of that tool. `hear`: called after each picture.
 */
export async function fillFromPictures(
  source: SourceStoryboard,
  embeddedIn: ReadEmbedded,
  hear: HearRead = () => undefined,
): Promise<ImportedStoryboard> {
  const paths = new Set(source.shots.flatMap(({ takes }) => takes.map(({ path }) => path)));
  const queue = new PQueue({ concurrency: AT_ONCE });
  let done = 0;
  const read = [...paths].map(async (path): Promise<[string, PictureSays | null]> => {
    const says = await queue.add(() => embeddedIn(join(source.folder, path)));
    done++;
    hear(done, paths.size);
    return [path, says];
  });
  const embedded = new Map(await Promise.all(read));
  const tools = new Set([...embedded.values()].flatMap((found) => found?.tool ?? []));
  const [tool] = tools;
  return {
    ...source,
    source:
      source.source.kind === 'images' && tool !== undefined && tools.size === 1
        ? { ...source.source, format: tool }
        : source.source,
    shots: source.shots.map((shot) => filled(shot, embedded)),
  };
}

function filled(
  shot: ImportedShot<SourceTake>,
  embedded: ReadonlyMap<string, PictureSays | null>,
): ImportedShot {
  const promptOf = ({ path, prompt }: SourceTake): string | undefined =>
    prompt ?? (embedded.get(path)?.prompt || undefined);
  const first = shot.takes.find(({ selected }) => selected) ?? shot.takes[0];
  const description = shot.description || ((first && promptOf(first)) ?? '');
  const takes = shot.takes.map((take): ImportedTake => {
    const own = embedded.get(take.path);
    return {
      ...take,
      prompt: promptOf(take) ?? description,
      negativePrompt: take.negativePrompt ?? own?.negativePrompt ?? '',
      seed: take.seed ?? own?.seed ?? null,
      settings: { ...own?.settings, ...take.settings },
      made: own ? { tool: own.tool, loras: [...own.loras], notRead: [...own.notRead] } : null,
    };
  });
  return { ...shot, description, takes };
}
