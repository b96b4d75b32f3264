/** Midjourney: `… --ar 16:9 --v 6 Job ID: 5b5e…` as the PNG chunk or XMP's `Description`. */
import type { EmbeddedText } from '../containers/index.js';
import { madeFrom } from '../made-from.js';
import type { MetadataReader } from '../reader.js';

const JOB = /\s*Job ID: ?[\da-f-]{8,40}\s*$/i;

const own = (texts: readonly EmbeddedText[]): EmbeddedText | undefined =>
  texts.find(({ name, text }) => /^(?:Image)?description$/i.test(name) && JOB.test(text?.slice(-80) ?? ''));

export const midjourney: MetadataReader = {
  tool: 'midjourney',
  name: 'Midjourney pictures',
  recognises: (texts) => (own(texts) ? 1 : 0),
  read(texts) {
    const source = own(texts);
    if (!source?.text) return null;
    const words = source.text.slice(0, -80) + source.text.slice(-80).replace(JOB, '');
    const flag = (name: string): string | undefined =>
      new RegExp(`(?<!\\S)--${name} (\\S{1,40})`).exec(words)?.[1];
    // The words keep their parameters, as they are typed; what is not wanted stands among them.
    const negative = /(?<!\S)--no ((?:(?! --)[^\n]){1,2000})/.exec(words)?.[1];
    const fields = {
      prompt: words,
      negative,
      seed: flag('seed'),
      model: flag('(?:v|version|niji)'),
      ratio: flag('(?:ar|aspect)'),
    };
    return madeFrom([source], fields, {
      prompt: ['prompt'],
      negativePrompt: ['negative'],
      seed: ['seed'],
      model: ['model'],
      ratio: ['ratio'],
    });
  },
};
