import { AutoConfig, type PreTrainedModel } from '@huggingface/transformers';
import type { InferenceSession } from 'onnxruntime-node';
import type { CatalogueEntry } from '../../library/index.js';
import { type EngineOptions, loadOptions } from '../engine.js';
import { openSessions } from './sessions.js';

/** A model's class in transformers.js. */
type Kind = Pick<typeof PreTrainedModel, 'from_pretrained'> &
  (new (
    ...args: ConstructorParameters<typeof PreTrainedModel>
  ) => PreTrainedModel);

/** `Model`: what an engine uses of it; transformers.js types it more loosely. */
export interface OpenModel<Model> {
  readonly model: Model;
  /**
   * The same model for questions. On the processor its `forward` gives logits alone: what it would remember is most of
   * what it gives back, hundreds of megabytes a question. On a card, ONNX Runtime holds every call to the outputs of
   * the first.
   */
  readonly forgetful: Model;
}

/**
 * The model in `folder`, of files on this disk only; on the processor its graphs are tuned. `decoder`: its session's
 * name. `tokens`: those of whose logits use is made; it may give no others.
 */
export async function openModel<Model>(
  kind: Kind,
  decoder: string,
  folder: string,
  entry: CatalogueEntry,
  options: EngineOptions,
  tokens: readonly number[],
): Promise<OpenModel<Model>> {
  const how = loadOptions(entry, options);
  if (how.device !== 'cpu') {
    const model = (await kind.from_pretrained(folder, how)) as unknown as Model;
    return { model, forgetful: model };
  }
  const config = await AutoConfig.from_pretrained(folder, { local_files_only: true });
  const sessions = await openSessions(folder, how.dtype, options, tokens);
  const answering = { ...sessions, [decoder]: onlyLogits(sessions[decoder] as InferenceSession) };
  const on = (what: ConstructorParameters<typeof PreTrainedModel>[1]) =>
    new kind(config, what, {}) as unknown as Model;
  return { model: on(sessions), forgetful: on(answering) };
}

/** What transformers.js uses of a session. */
const onlyLogits = (session: InferenceSession) => ({
  inputNames: session.inputNames,
  inputMetadata: session.inputMetadata,
  run: (feeds: InferenceSession.FeedsType) => session.run(feeds, ['logits']),
});
