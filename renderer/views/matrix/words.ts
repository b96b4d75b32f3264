import { capitalised } from '../../ui/index.js';
import type { Column } from './columns.js';

/** Width over height of a cell's picture. */
export const ASPECT = 1.4;

export const titleOf = ({ name }: Pick<Column, 'name'>): string =>
  name === '' ? 'Style' : capitalised(name);
