/**
 * How each take stands to the storyboard, in a quarter of the memory that it takes as it is told: of the measures,
 * which are most of what is known of a large board, only the numbers are kept.
 */
import type { BrandScore } from '@core/brand/index.js';
import type { FrameStyle } from '@core/measures/index.js';
import type { Measure } from '@shared/analysis.js';
import { sameValue } from '@shared/records/index.js';
import type { Standing } from './yardsticks.js';

type Named = Pick<Measure, 'name' | 'unit'>;

/** What the measures of most takes have in common. */
interface Form {
  readonly quality: readonly Named[];
  readonly style: readonly Named[];
}

interface Kept extends Omit<FrameStyle, 'measures'> {
  readonly form: Form;
  /** Two for each measure, those of the style last: value and z (NaN = null). */
  readonly numbers: readonly number[];
  /** Places of the measures that are flagged: few, and of most takes none. */
  readonly flags: readonly number[];
  readonly brand: BrandScore | null;
}

const OF_EACH = 2;
const NO_FLAGS: readonly number[] = [];

export class Standings {
  readonly #kept = new Map<string, Kept>();
  /** A few. */
  readonly #forms: Form[] = [];
  readonly #changed = new Set<string>();

  get(takeId: string): Standing | null {
    const kept = this.#kept.get(takeId);
    if (!kept) return null;
    const { form, score, flagged, difference, brand } = kept;
    const measures = [...form.quality, ...form.style].map((named, at) => measureOf(named, kept, at));
    const style = measures.splice(form.quality.length);
    return { quality: measures, style: { score, measures: style, flagged, difference }, brand };
  }

  /** null = it was not measured. False when nothing has changed. */
  put(takeId: string, standing: Standing | null): boolean {
    const before = this.#kept.get(takeId) ?? null;
    const after = standing && this.#keptOf(standing);
    if (isSame(before, after)) return false;
    if (after) this.#kept.set(takeId, after);
    else this.#kept.delete(takeId);
    this.#changed.add(takeId);
    return true;
  }

  /** Whether it has changed since this was last asked. */
  takeChanged(takeId: string): boolean {
    return this.#changed.delete(takeId);
  }

  #keptOf({ quality, style: { measures, score, flagged, difference }, brand }: Standing): Kept {
    const all = [...quality, ...measures];
    const flags = all.flatMap((one, at) => (one.flagged ? [at] : []));
    return {
      form: this.#formOf(quality, measures),
      // A copy has no room to grow.
      numbers: all.flatMap((one) => [one.value, one.z ?? Number.NaN]).slice(),
      flags: flags.length > 0 ? flags.slice() : NO_FLAGS,
      score,
      flagged,
      difference,
      brand,
    };
  }

  #formOf(quality: readonly Measure[], style: readonly Measure[]): Form {
    const known = this.#forms.find((form) => isNamed(form.quality, quality) && isNamed(form.style, style));
    if (known) return known;
    const named = ({ name, unit }: Measure): Named => ({ name, unit });
    const form = { quality: quality.map(named), style: style.map(named) };
    this.#forms.push(form);
    return form;
  }
}

const isNamed = (form: readonly Named[], measures: readonly Measure[]): boolean =>
  form.length === measures.length &&
  measures.every(({ name, unit }, at) => form[at]?.name === name && form[at].unit === unit);

function measureOf({ name, unit }: Named, { numbers, flags }: Kept, at: number): Measure {
  const first = at * OF_EACH;
  const z = numbers[first + 1] as number;
  return {
    name,
    value: numbers[first] as number,
    unit,
    z: Number.isNaN(z) ? null : z,
    flagged: flags.includes(at),
  };
}

function isSame(a: Kept | null, b: Kept | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.form === b.form &&
    Object.is(a.score, b.score) &&
    a.flagged === b.flagged &&
    a.numbers.every((number, at) => Object.is(number, b.numbers[at])) &&
    sameValue(a.flags, b.flags) &&
    sameValue(a.difference, b.difference) &&
    sameValue(a.brand, b.brand)
  );
}
