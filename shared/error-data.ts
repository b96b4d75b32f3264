/** Errors as data, checked. Apart from the errors themselves, for threads that have no use for schemas. */
import { z } from 'zod';
import { ERRORS, type ErrorCode, type ErrorData } from './errors.js';

export const errorData = z.object({
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  hint: z.string(),
  data: z.record(z.string(), z.unknown()),
}) satisfies z.ZodType<ErrorData>;
