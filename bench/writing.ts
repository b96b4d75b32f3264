/**
 * How well writing in a picture is read: `npm run bench:writing`. Words are drawn into the sample's frames, upright and
 * turned, on boards and without, so that what should be read is known; frames without words count what is read into them.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInCorner, legible } from '@core/findings/index.js';
import { PpOcrEngine } from '@models/architectures/index.js';
import { EYES, type EyeEntry, modelFolder } from '@models/library/index.js';
import { between, pick, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { lettersIn, lettersWrong } from '@shared/letters.js';
import { type Lettering, lettered } from '@testing/lettering.js';
import { inTemporaryFolder, MODELS_FOLDER, THREADS } from './board.js';
import { optionsOf } from './options.js';
import { percent, table } from './statistics.js';
import { samplePictures } from './truth.js';

const WORDS =
  'HOTEL|Bakery|No Entry|Grand Cafe|MUSEUM|Post Office|Lantern & Sons|Platform 9|OPEN|Closed on Sundays|Harbour 1887|Old Mill Road|THE END|stock photos|Exit'.split(
    '|',
  );
const STYLES = ['400-normal', '700-normal', '400-italic'] as const;
/** Colours of letters and of the board behind them. */
const COLOURS = [
  ['#201810', '#f2e8cc'],
  ['#ffffff', '#8a1c1c'],
  ['#f0e060', '#203050'],
  ['#ffffff', null],
] as const;
/** By what is drawn: pixels of the letters' height, and degrees that a line is turned by at most. */
const KINDS = [
  { name: 'signs, 24 to 60 pixels', from: 24, to: 60, turn: 0 },
  { name: 'the same, turned by up to 20°', from: 24, to: 60, turn: 20 },
  { name: 'small writing, 11 to 16 pixels', from: 11, to: 16, turn: 0 },
] as const;

const values = optionsOf({ each: { type: 'string', default: '20' } });
const entry = EYES.find(({ id }) => id === 'pp-ocr') as EyeEntry;
const engine = await PpOcrEngine.load(
  modelFolder(entry, { modelsFolder: MODELS_FOLDER, downloadsFolder: null }),
  {
    threads: THREADS,
  },
);
const pictures = await samplePictures();
const rows: string[][] = [];
await inTemporaryFolder(async (folder) => {
  for (const { name, from, to, turn } of KINDS) {
    let [found, wrong, letters] = [0, 0, 0];
    for (let i = 0; i < Number(values.each); i++) {
      const random = seededRandom(seedFrom(name, i));
      const [colour, board] = pick(random, COLOURS);
      const word: Lettering = {
        text: pick(random, WORDS),
        x: 0.4 + 0.2 * random(),
        y: 0.25 + 0.5 * random(),
        size: between(random, from, to),
        turned: turn * (2 * random() - 1),
        colour,
        board,
        style: pick(random, STYLES),
      };
      const file = join(folder, 'picture.png');
      await writeFile(file, await lettered(pick(random, pictures), [word]));
      // Single letters are what is read into a picture most often.
      const lines = (await engine.read(file)).filter(({ text }) => lettersIn(text).length > 1);
      const best = Math.min(
        ...lines.map(({ text }) => lettersWrong(word.text, text)),
        lettersIn(word.text).length,
      );
      if (best <= lettersIn(word.text).length / 4) found += 1;
      wrong += best;
      letters += lettersIn(word.text).length;
    }
    rows.push([name, percent(found / Number(values.each)), percent(1 - wrong / letters), values.each]);
  }
});
/** Writing that nothing asks for: what of it the finding would be given, and of the frames as they are. */
const caught = { marks: 0, words: 0 };
await inTemporaryFolder(async (folder) => {
  for (let i = 0; i < Number(values.each); i++) {
    const random = seededRandom(seedFrom('stray', i));
    const [colour, board] = pick(random, COLOURS);
    const text = pick(random, WORDS);
    const style = { text, turned: 0, colour, board, style: pick(random, STYLES) };
    const mark = { ...style, x: pick(random, [0.14, 0.86]), y: 0.95, size: between(random, 14, 24) };
    const word = {
      ...style,
      x: 0.3 + 0.4 * random(),
      y: 0.3 + 0.4 * random(),
      size: between(random, 20, 60),
    };
    const file = join(folder, 'picture.png');
    const from = pick(random, pictures);
    await writeFile(file, await lettered(from, [mark]));
    if (legible(await engine.read(file)).some(isInCorner)) caught.marks += 1;
    await writeFile(file, await lettered(from, [word]));
    if (legible(await engine.read(file)).length > 0) caught.words += 1;
  }
});
let invented = 0;
const started = performance.now();
for (const file of pictures) if (legible(await engine.read(file)).length > 0) invented += 1;
const each = (performance.now() - started) / pictures.length;
await engine.close();
console.log(table(['what is drawn', 'lines found', 'letters right', 'pictures'], rows));
console.log(
  `\nOf ${values.each} frames each: stray words found in ${caught.words}, marks in a corner in ${caught.marks}.`,
);
console.log(
  `\nRead into frames without words: ${invented} of ${pictures.length}. ${each.toFixed(0)} ms a frame.`,
);
