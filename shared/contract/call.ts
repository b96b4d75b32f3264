import { oc } from '@orpc/contract';
import { errorData } from '../error-data.js';
import { ERRORS, type ErrorCode } from '../errors.js';

/** oRPC's typed errors: every code of the list, with the artist's hint and the particulars as data. */
const errors = Object.fromEntries(
  (Object.keys(ERRORS) as ErrorCode[]).map((code) => [
    code,
    { message: ERRORS[code].message, data: errorData },
  ]),
) as { [C in ErrorCode]: { message: string; data: typeof errorData } };

/** What every call of the contract begins with. */
export const call = oc.errors(errors);
