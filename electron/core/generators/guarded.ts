/** Checks what every caller of a generator relies on, so that no generator has to. */
import { ContinuistError } from '@shared/errors.js';
import { type GenerationRequest, type Generator, GivenBack, type Watch } from './generator.js';

export function guarded(generator: Generator, name: string): Generator {
  const { resume, cancel, placing, test, abilitiesFor } = generator;
  return {
    capabilities: generator.capabilities,
    get slots() {
      return Math.max(1, generator.slots);
    },
    status: (signal) => generator.status(signal),
    ...(abilitiesFor && { abilitiesFor: (file) => abilitiesFor.call(generator, file) }),
    ...(test && { test: (signal) => inWords(name, () => test.call(generator, signal), signal) }),
    ...(placing && {
      placing: (request) => inWords(name, () => placing.call(generator, request)),
    }),
    handleFor: (request) => inWords(name, async () => generator.handleFor(request)),
    async start(request, handle, watch) {
      const order = await withinAbilities(generator, name, request, watch.signal);
      return work(name, watch, (own) => generator.start(order, handle, own));
    },
    ...(resume && {
      resume: (request, handle, watch) =>
        work(name, watch, (own) => resume.call(generator, request, handle, own)),
    }),
    ...(cancel && { cancel: (handle) => cancel.call(generator, handle) }),
  };
}

/** The request without what the generator would not heed. Throws for what it must. */
async function withinAbilities(
  generator: Generator,
  name: string,
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<GenerationRequest> {
  const { ready, note, capabilities } = await generator.status(signal);
  if (!ready) throw new ContinuistError('GENERATOR_UNAVAILABLE', `${name}. ${note}`, { generator: name });
  if (request.strength !== null && !capabilities.includes('img2img'))
    throw new ContinuistError('GENERATOR_FAILED', `${name} cannot start from a picture`);
  if (request.instruction !== null && !capabilities.includes('instruct'))
    throw new ContinuistError('GENERATOR_FAILED', `${name} cannot change a picture as a sentence says`);
  if (request.references.length > 0 && !capabilities.includes('reference'))
    throw new ContinuistError('GENERATOR_FAILED', `${name} cannot look at other pictures`);
  return capabilities.includes('negative') ? request : { ...request, negativePrompt: '' };
}

/** Progress within 0–1 that never falls, and after an abort nothing more; every error is one that a person can read. */
async function work<T>(
  name: string,
  { signal, progress }: Watch,
  run: (own: Watch) => Promise<T>,
): Promise<T> {
  let reached = 0;
  const own: Watch = {
    signal,
    progress: (now) => {
      if (signal.aborted) return;
      reached = Math.max(reached, Math.min(1, now.progress || 0));
      progress({ ...now, progress: reached });
    },
  };
  return inWords(name, () => run(own), signal);
}

async function inWords<T>(name: string, run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown instanceof ContinuistError || thrown instanceof GivenBack) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ContinuistError('GENERATOR_FAILED', `${name}: ${why}`, {}, thrown);
  }
}
