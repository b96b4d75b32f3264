/** Words into lines of a width. Pure. */

/** A piece of text in one font; null = drawn as a picture. */
export interface Run {
  readonly text: string;
  readonly font: string | null;
  /** In ems. */
  readonly width: number;
}

/** What a line is not broken within. */
export interface Word {
  readonly runs: readonly Run[];
  /** A space stands before it, unless it begins a line. */
  readonly spaced: boolean;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

export interface Wrapped {
  readonly lines: readonly Line[];
  /** Not everything fitted; the last line ends in "…". */
  readonly cut: boolean;
}

const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, { width }) => sum + width, 0);

/**
 * `width` in ems. A word that is wider than a line is broken by `split`, which gives its smallest parts. `space` stands
 * between words, `ellipsis` where something was left out after `most` lines.
 */
export function wrap(
  words: readonly Word[],
  width: number,
  most: number,
  marks: { readonly space: Run; readonly ellipsis: Run },
  split: (run: Run) => readonly Run[],
): Wrapped {
  const { space, ellipsis } = marks;
  const lines: Run[][] = [];
  let line: Run[] = [];
  const full = (): void => {
    lines.push(line);
    line = [];
  };
  for (const { runs, spaced } of words) {
    const before = spaced && line.length > 0 ? [space] : [];
    if (widthOf(line) + widthOf(before) + widthOf(runs) <= width) {
      line.push(...before, ...runs);
      continue;
    }
    if (line.length > 0) full();
    if (widthOf(runs) <= width) {
      line = [...runs];
      continue;
    }
    for (const part of runs.flatMap(split)) {
      if (line.length > 0 && widthOf(line) + part.width > width) full();
      line.push(part);
    }
  }
  if (line.length > 0) full();
  const cut = lines.length > most;
  const kept = lines.slice(0, Math.max(0, most));
  const last = kept.at(-1);
  if (cut && last) {
    let parts = [...last];
    while (parts.length > 0 && widthOf(parts) + ellipsis.width > width) {
      const [end] = parts.slice(-1);
      const finer = end ? split(end) : [];
      parts = finer.length > 1 ? [...parts.slice(0, -1), ...finer.slice(0, -1)] : parts.slice(0, -1);
    }
    kept[kept.length - 1] = [...parts, ellipsis];
  }
  return { lines: kept.map(lineOf), cut };
}

/** Neighbours in one font are one run; so are pictures with nothing but a space between them. */
function lineOf(runs: readonly Run[]): Line {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const beforeLast = joined.at(-2);
    if (last && run.font === null && last.text === ' ' && beforeLast?.font === null)
      joined.splice(-2, 2, join(join(beforeLast, last), run));
    else if (last && last.font === run.font) joined.splice(-1, 1, join(last, run));
    else joined.push(run);
  }
  return { runs: joined, width: widthOf(joined) };
}

const join = (a: Run, b: Run): Run => ({ text: a.text + b.text, font: a.font, width: a.width + b.width });
