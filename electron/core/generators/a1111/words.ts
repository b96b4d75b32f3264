/** What the server says went wrong, in an artist's words. */
import { parseLoosely } from '@core/metadata/index.js';
import { sentenceIn } from '@models/server/index.js';
import { z } from 'zod';
import { itsWords } from '../its-words.js';

const fault = z.object({ loc: z.array(z.union([z.string(), z.number()])).catch([]), msg: z.string() });
/** FastAPI says `detail`, Forge `error` and `message`, A1111 `error` and `errors`. */
const refusal = z.object({
  error: z.string().catch(''),
  detail: z.union([z.string(), z.array(fault)]).catch(''),
  message: z.string().catch(''),
  errors: z.string().catch(''),
});

/** Of an answer that is no picture. `text`: its body. */
export function whyRefused(status: number, text: string): string {
  if (status === 401 || status === 403)
    return `it asks for a name and a password (${status}), which Continuist does not send. Start it without --api-auth.`;
  if (status === 413) return 'the request is too large for what stands between (413).';
  const { data } = refusal.safeParse(parseLoosely(text));
  const { error = '', detail = '', message = '', errors = '' } = data ?? {};
  if (status === 404 && (detail === 'Not Found' || !data)) return NO_API;
  if (Array.isArray(detail)) {
    const faults = detail.map(({ loc, msg }) => `${loc.filter((part) => part !== 'body').join('.')}: ${msg}`);
    return `it does not take the request: ${itsWords(faults.join('; '))}.`;
  }
  const said = itsWords(detail || message || errors || error || sentenceIn(text));
  return knownFault(`${error} ${said}`) ?? `it failed (${status})${said ? `: ${said}` : '.'}`;
}

const NO_API = 'its API is switched off (404). Start it with --api.';

function knownFault(said: string): string | null {
  if (/OutOfMemory|\b(?:CUDA|HIP|MPS|XPU|GPU)\b[^.\n]{0,40}out of memory/i.test(said))
    return 'it ran out of graphics memory. Close what else uses the card, or make the picture smaller.';
  if (/Nans?Exception|produced with NaNs/i.test(said))
    return 'its model came out with nothing but empty numbers (NaN). Start it with --no-half, or choose another VAE.';
  if (/do not have any model/i.test(said)) return NO_MODEL;
  return null;
}

export const NO_MODEL = 'it has no model. Put one into its folder models/Stable-diffusion.';
