import { ContinuistError } from '@shared/errors.js';

export const badField = (file: string, field: string, expected: string): ContinuistError =>
  new ContinuistError('BAD_FILE', `${file}, ${field}: expected ${expected}`, { file, field, expected });
