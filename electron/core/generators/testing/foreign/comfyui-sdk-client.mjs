/** Drives a ComfyUI with the client `@saintno/comfyui-sdk`. Arguments: where it is installed, the address, the graph. */
import { createRequire } from 'node:module';

const [from = '', address = '', graph = '{}'] = process.argv.slice(2);
const { CallWrapper, ComfyApi, PromptBuilder } = createRequire(from)('@saintno/comfyui-sdk');
const api = await new ComfyApi(address).init().waitForReady();
const order = new PromptBuilder(JSON.parse(graph), ['words'], ['images'])
  .setInputNode('words', '6.inputs.text')
  .setOutputNode('images', '9')
  .input('words', 'a fox');
const made = await new Promise((done, fail) => {
  new CallWrapper(api, order)
    .onFinished((found) => done(found.images?.images ?? []))
    .onFailed(fail)
    .run();
});
const pictures = await Promise.all(made.map((one) => api.getImage(one)));
const sizes = pictures.map(({ size }) => size);
process.stdout.write(
  `${JSON.stringify({ pictures: made.length, isLarge: sizes.every((size) => size > 50) })}\n`,
);
process.exit(0);
