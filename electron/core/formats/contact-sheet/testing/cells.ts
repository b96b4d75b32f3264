import type { Cell } from '../cells.js';

/** Of a shot of which nothing is said and nothing is shown. */
export const aCell = (fields: Partial<Cell> = {}): Cell => ({
  shotId: 'shot-0',
  number: '12A',
  scene: null,
  take: null,
  told: '',
  findings: [],
  description: '',
  prompt: '',
  negativePrompt: '',
  note: '',
  comments: [],
  drawing: [],
  ...fields,
});
