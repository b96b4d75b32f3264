import type { ConformanceFixture } from '../../testing/fixture.js';

export const fixture = async (): Promise<ConformanceFixture> => ({
  section: {},
  unready: null,
  request: { prompt: 'a girl in a red coat' },
  // Where nothing is said the seed chooses: of these it would choose one each.
  negative: { negativePrompt: 'library, gouache, day, close-up' },
  // No picture can be so large.
  failing: { width: 1_000_000, height: 1_000_000 },
  endless: null,
});
