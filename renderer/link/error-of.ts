import { errorData } from '@shared/error-data.js';
import { ERRORS, type ErrorData, toErrorData } from '@shared/errors.js';

/** What to show for anything a call threw: the host's own words where it sent them, never a stack. */
export function errorOf(thrown: unknown): ErrorData {
  if (typeof thrown === 'object' && thrown !== null) {
    const sent = errorData.safeParse((thrown as { data?: unknown }).data);
    if (sent.success) return sent.data;
    const code = (thrown as { code?: unknown }).code;
    if (typeof code === 'string' && Object.hasOwn(ERRORS, code)) {
      const known = code as ErrorData['code'];
      return { code: known, message: ERRORS[known].message, hint: ERRORS[known].hint, data: {} };
    }
  }
  return toErrorData(thrown);
}
