import { useSettings } from '../stores/index.js';

/** Where models are downloaded from, as it is said. */
export const useHubHost = (): string =>
  useSettings(({ mirror }) => (mirror ? new URL(mirror).host : 'huggingface.co'));
