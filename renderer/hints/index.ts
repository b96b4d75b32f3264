export { HintCount } from './HintCount.js';
export { PromptHints } from './PromptHints.js';
