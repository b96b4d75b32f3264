import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeScene } from './describe.js';
import { parsePrompt } from './parse.js';
import { seededRandom } from './random.js';
import { sampleScene } from './sample.js';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('parsePrompt', () => {
  it('reads back the scene that describeScene writes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scene = sampleScene(seededRandom(seed));
        const prompt = describeScene(scene);
        const parsed = parsePrompt(prompt);
        expect(parsed.unknown, prompt).toEqual([]);
        for (const field of ['place', 'time', 'framing', 'style'] as const) {
          expect(parsed[field]?.value, prompt).toBe(scene[field]);
        }
        expect(parsed.weather?.value ?? 'clear', prompt).toBe(scene.weather);
        expect(parsed.subjects, prompt).toHaveLength(scene.subjects.length);
        for (const own of scene.subjects) {
          const read = parsed.subjects.find(({ name }) => name.value === own.kind);
          expect(read?.colour?.value, prompt).toBe(own.colour);
          expect(read?.mood?.value ?? 'calm', prompt).toBe(own.mood);
          expect(read?.pose?.value ?? 'stand', prompt).toBe(own.pose);
          const holder = read?.heldBy && parsed.subjects[read.heldBy.value]?.name.value;
          expect(holder, prompt).toBe(
            own.heldBy === undefined ? undefined : scene.subjects[own.heldBy]?.kind,
          );
          if (own.heldBy !== undefined) continue;
          const side = own.x < 0.42 ? 'left' : own.x > 0.58 ? 'right' : undefined;
          expect(read?.side?.value.side, prompt).toBe(side);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('understands a sentence with a name, a pronoun and a verb of holding', () => {
    const prompt =
      'Mira, a girl in a red coat, lifts the yellow lantern in the forest at night; the fox on her left. Wide shot, gouache.';
    const parsed = parsePrompt(prompt);
    expect(parsed.subjects.map(({ name }) => name.value)).toEqual(['girl', 'lantern', 'fox']);
    expect(parsed.subjects[0]?.colour?.value).toBe('red');
    expect(parsed.subjects[1]).toMatchObject({ colour: { value: 'yellow' }, heldBy: { value: 0 } });
    expect(parsed.subjects[2]?.side?.value).toEqual({ side: 'left', of: 0 });
    expect(parsed).toMatchObject({
      place: { value: 'forest' },
      time: { value: 'night' },
      framing: { value: 'wide' },
    });
    expect(parsed.style?.value).toBe('gouache');
    expect(parsed.unknown).toEqual([]);
    const { start, end } = parsed.subjects[1]?.colour?.phrase ?? { start: 0, end: 0 };
    expect(prompt.slice(start, end)).toBe('yellow lantern');
  });

  it('reads attention syntax, tags and network tokens', () => {
    const parsed = parsePrompt(
      '1girl, (red coat:1.3), ((lantern)), [fog], <lora:book:0.8> (forest (night:0.7):1.2) BREAK close-up',
    );
    expect(parsed.subjects[0]?.colour?.phrase.weight).toBe(1.3);
    expect(parsed.subjects[1]?.name.phrase.weight).toBeCloseTo(1.21);
    expect(parsed.weather?.phrase.weight).toBeCloseTo(1 / 1.1);
    expect(parsed.place?.phrase.weight).toBe(1.2);
    expect(parsed.time?.phrase.weight).toBe(0.7);
    expect(parsed.framing?.value).toBe('close-up');
    expect(parsed.unknown).toEqual([]);
  });

  it('keeps what is to be absent apart', () => {
    const parsed = parsePrompt('A boy in the village without an umbrella, no dogs or cats, no red coat');
    expect(parsed.excluded.map(({ value }) => value)).toEqual([
      { field: 'subject', value: 'umbrella' },
      { field: 'subject', value: 'dog' },
      { field: 'subject', value: 'cat' },
      { field: 'colour', value: 'red', subject: 'person' },
    ]);
    expect(parsed.subjects.map(({ name }) => name.value)).toEqual(['boy']);
    expect(parsed.subjects[0]?.colour).toBeUndefined();
  });

  it('lets no colour slip from a thing outside the world to a subject', () => {
    const parsed = parsePrompt('a girl by a green door, white snow, a blue sky and a red lantern');
    expect(parsed.subjects[0]?.colour).toBeUndefined();
    expect(parsed.subjects[1]?.colour?.value).toBe('red');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), wordSalad), (prompt) => {
        const parsed = parsePrompt(prompt);
        for (const { start, end, text } of parsed.unknown) expect(prompt.slice(start, end)).toBe(text);
        for (const { heldBy } of parsed.subjects) {
          expect(heldBy === undefined || parsed.subjects[heldBy.value] !== undefined).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

const wordSalad = fc
  .array(
    fc.constantFrom(
      ...'a the girl boy her his coat red blue lantern holding held by left of right with no and , . ; ( ) [ :1.3) night forest is dog on in hand two people looking happy Mira named to wide shot'.split(
        ' ',
      ),
    ),
    { maxLength: 24 },
  )
  .map((words) => words.join(' '));
