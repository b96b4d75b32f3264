import type { Take } from '@shared/records/index.js';

/** What is known best first, by what an artist calls it; the rest follows by its own name. */
const NAMES: Readonly<Record<string, string>> = {
  model: 'Model',
  steps: 'Steps',
  cfg: 'CFG',
  guidance: 'Guidance',
  sampler: 'Sampler',
  scheduler: 'Scheduler',
  denoise: 'Denoise',
};
const SIZE = ['width', 'height'];

interface Made {
  /** Of the program, as the artist knows it; undefined where none is known. */
  readonly by: string | undefined;
  /** Of the tool whose marks the file has. */
  readonly readAs: string | undefined;
  /** What was to be changed in the picture before it, as it was said. */
  readonly told: string | undefined;
  /** Names of the pictures that it should look like. */
  readonly lookedAt: readonly string[] | undefined;
}

/** How a take was made, a name and a value a row. */
export function madeRows(
  { settings, made }: Take,
  { by, readAs, told, lookedAt }: Made,
): (readonly [string, string])[] {
  const { width, height } = settings;
  const loras = (made?.loras ?? []).map(({ name, weight }) =>
    weight === null ? name : `${name} (${weight})`,
  );
  const known = Object.entries(NAMES).map(([key, name]) => [name, settings[key]] as const);
  const others = Object.entries(settings).filter(([key]) => !(key in NAMES) && !SIZE.includes(key));
  const rows = [
    ['Generator', by],
    ['Told to change', told],
    ['Looked at', lookedAt?.join(', ')],
    ['Read from', readAs],
    ...known.slice(0, 1),
    ['LoRAs', loras.length > 0 ? loras.join(', ') : undefined],
    ...known.slice(1),
    ['Size', width && height ? `${width} × ${height}` : undefined],
    ...others,
  ] as const;
  return rows.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as const],
  );
}
