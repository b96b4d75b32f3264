/** What comes of one order, in the words that an artist reads. */
import { type GenerationRequest, type Generator, GivenBack } from '@core/generators/index.js';
import { isUnreadable, pictureHeader } from '@core/measures/index.js';
import { toErrorData } from '@shared/errors.js';

/** Made as the queue has it made: what is given back goes to another server, and what is no picture is not kept. */
export async function made(
  generator: Generator,
  order: GenerationRequest,
  signal = new AbortController().signal,
): Promise<string> {
  for (;;) {
    try {
      const handle = await generator.handleFor(order);
      const { bytes } = await generator.start(order, handle, { signal, progress: () => undefined });
      const header = await pictureHeader(bytes);
      return isUnreadable(header)
        ? `GENERATOR_FAILED when it is to be kept: ${header.unreadable}`
        : `a picture of ${header.width} × ${header.height}`;
    } catch (thrown) {
      if (thrown instanceof GivenBack) continue;
      if (signal.aborted) return 'nothing: it was let go of';
      const { code, message } = toErrorData(thrown);
      return `${code}: ${message.replace(/\n\s*/g, ' / ')}`;
    }
  }
}
