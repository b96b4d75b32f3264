/**
 * MODEL in FOLDER with THREADS threads, as transformers.js documents a picture with a question: tokens, picture and
 * `generate`, for every claim from the start. It may generate one token. Speaks as `LineChild` expects.
 */
import { createInterface } from 'node:readline';
import {
  AutoTokenizer,
  env,
  LlavaOnevisionForConditionalGeneration,
  LogLevel,
  RawImage,
  SiglipImageProcessor,
  Tensor,
} from '@huggingface/transformers';
import { CATALOGUE } from '@models/library/index.js';
import { CLAIMS } from './claims.js';
import { processCost } from './cost.js';
import { samplePictures } from './truth.js';

const [id, folder = '', threads] = process.argv.slice(2);
const entry = CATALOGUE.find((one) => one.id === id);
const dtype = entry?.devices.cpu?.dtype;
if (!entry || !dtype || entry.image.resize !== 'stretch') throw new Error(`“${id}” is not used so`);
const { image: how, prompt } = entry;
env.logLevel = LogLevel.NONE;
env.allowRemoteModels = false;
env.localModelPath = '/';

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const started = performance.now();
const local = { local_files_only: true } as const;
const tokenizer = await AutoTokenizer.from_pretrained(folder, local);
const processor = new SiglipImageProcessor({
  do_resize: true,
  size: { height: how.size, width: how.size },
  resample: 3,
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: how.mean,
  image_std: how.std,
});
const model = await LlavaOnevisionForConditionalGeneration.from_pretrained(folder, {
  ...local,
  dtype,
  device: 'cpu',
  session_options: { intraOpNumThreads: Number(threads), interOpNumThreads: 1 },
});
/** Features of a picture: its graph tells them only when it runs. */
const PATCH = 14;
const features = Math.floor(how.size / PATCH) ** 2;
const [file = ''] = await samplePictures();

async function judge(claim: string): Promise<void> {
  const picture = await RawImage.read(file);
  const { pixel_values } = await processor(picture);
  const text = prompt.prefix + prompt.question.replace('{claim}', claim);
  const marked = text.replace('<image>', '<image>'.repeat(features));
  const ids: number[] = tokenizer.encode(marked, { add_special_tokens: false });
  const input_ids = new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]);
  const attention_mask = new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]);
  await model.generate({
    input_ids,
    attention_mask,
    pixel_values,
    max_new_tokens: 1,
    do_sample: false,
  } as never);
}

await judge(CLAIMS[0] ?? '');
say({ load: (performance.now() - started) / 1000, peak: (await processCost(process.pid)).peak });
for await (const line of createInterface({ input: process.stdin })) {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  for (const claim of CLAIMS.slice(0, Number(line))) await judge(claim);
  const { user, system } = process.cpuUsage(before);
  const { peak } = await processCost(process.pid);
  say({ seconds: (performance.now() - begun) / 1000, work: (user + system) / 1e6, peak });
}
process.exit(0);
