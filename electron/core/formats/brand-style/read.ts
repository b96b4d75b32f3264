import { MEASURES_VERSION } from '@core/measures/index.js';
import { type BrandProfile, brandProfile, PROFILE_FORMAT, PROFILE_VERSION } from '@shared/brand.js';
import { ContinuistError } from '@shared/errors.js';
import { inputAt } from '../input.js';
import { misread, ownJson, saysItIs } from '../own-file.js';

/** Bytes; far above what four hundred examples take. */
const LARGEST = 64 * 1024 * 1024;

export const isProfile = saysItIs(PROFILE_FORMAT);

/** Throws OPEN_FAILED, BAD_FILE naming the first field that is not as expected, or PROFILE_DIFFERS. */
export async function readProfile(path: string): Promise<BrandProfile> {
  const input = await inputAt(path);
  if (!(await isProfile(input)))
    throw new ContinuistError('BAD_FILE', `${input.name} holds no brand style`, { file: input.name });
  return profileIn(input.name, await input.text());
}

export function profileIn(file: string, text: string): BrandProfile {
  const value = ownJson(file, text, LARGEST, 'a brand style');
  const { version, features } = (value ?? {}) as { version?: unknown; features?: { measures?: unknown } };
  // What a later version writes may have another form: that it is later says more than which field is strange.
  if (typeof version === 'number' && version > PROFILE_VERSION)
    throw new ContinuistError(
      'PROFILE_DIFFERS',
      `${file} has version ${version}, here ${PROFILE_VERSION} is read`,
      {
        file,
      },
    );
  const measures = features?.measures;
  if (typeof measures === 'number' && measures !== MEASURES_VERSION)
    throw new ContinuistError(
      'PROFILE_DIFFERS',
      `${file} was measured by version ${measures}, here it is version ${MEASURES_VERSION}`,
      { file },
    );
  const { data, error } = brandProfile.safeParse(value);
  if (data) return data;
  throw misread(file, error, 'a brand style');
}
