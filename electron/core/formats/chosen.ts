import { ContinuistError } from '@shared/errors.js';
import type { FormatWriter } from './format.js';

/** A choice for each option that the writer has, by its id. Throws BAD_SETTING, naming what it does not have. */
export function chosenOf(
  { title, options = [] }: Pick<FormatWriter, 'title' | 'options'>,
  choices: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  for (const id of Object.keys(choices)) {
    if (options.some((option) => option.id === id)) continue;
    throw new ContinuistError('BAD_SETTING', `“${title}” has no option “${id}”`);
  }
  return Object.fromEntries(
    options.map(({ id, choices: offered, otherwise }) => {
      const value = choices[id] ?? otherwise;
      if (offered.some((choice) => choice.value === value)) return [id, value];
      const values = offered.map((choice) => choice.value).join(', ');
      throw new ContinuistError('BAD_SETTING', `“${value}” for ${id}; possible: ${values}`);
    }),
  );
}
