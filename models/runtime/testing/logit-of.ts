import type { Engine, Prefix } from '../engine.js';

/** Of one claim that is asked alone. */
export async function logitOf<Picture>(
  engine: Engine<Picture>,
  prefix: Prefix,
  claim: string,
): Promise<number> {
  const [logit] = await engine.logits(prefix, [claim]);
  return logit as number;
}
