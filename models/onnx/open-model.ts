import { AutoConfig, type PreTrainedModel } from '@huggingface/transformers';
import type { CatalogueEntry } from '../catalogue.js';
import { type EngineOptions, loadOptions } from '../engine.js';
import { openSessions } from './sessions.js';

/** A model's class in transformers.js. */
type Kind = Pick<typeof PreTrainedModel, 'from_pretrained'> &
  (new (
    ...args: ConstructorParameters<typeof PreTrainedModel>
  ) => PreTrainedModel);

/** The model in `folder`, of files on this disk only; on the processor its graphs are tuned. */
export async function openModel(
  kind: Kind,
  folder: string,
  entry: CatalogueEntry,
  options: EngineOptions,
): Promise<PreTrainedModel> {
  const how = loadOptions(entry, options);
  if (how.device !== 'cpu') return kind.from_pretrained(folder, how);
  const config = await AutoConfig.from_pretrained(folder, { local_files_only: true });
  return new kind(config, await openSessions(folder, how.dtype, options.threads), {});
}
