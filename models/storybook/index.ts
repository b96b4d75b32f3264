/** The embedded model. Its world, which is also a generator, has a face of its own: `world/index.ts`. */
export { rewriteForStorybook } from './rewrite.js';
