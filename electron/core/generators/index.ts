import type { GeneratorId } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import { commandGenerator } from './command.js';
import type { Generator } from './generator.js';
import { none } from './none.js';
import { storybook } from './storybook.js';

export type { GeneratedImage, GenerationRequest, Generator } from './generator.js';

/** Every generator there is, as the settings set it up. */
export function generators(settings: Settings): Readonly<Record<GeneratorId, Generator>> {
  return { storybook, command: commandGenerator(settings.command), none };
}
