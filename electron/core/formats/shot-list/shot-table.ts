/** A table of shots as it stands in a file, whatever kind of table it is. */
export interface ShotTable {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** Of the heading that it stands under. */
  readonly scene: string | null;
  /** As the artist finds it: "row 3". */
  readonly at: string;
}
