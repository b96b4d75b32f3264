/**
 * Rows that are alike in most fields, as they cross to the window: what is as usual is left out of each, and filled in
 * there. All that is known of a shot is sent whenever it comes near the one on the screen.
 */
import { sameValue } from './records/index.js';

/** Some of these fields are left out. */
export type Sparse<Row, Field extends keyof Row> = Omit<Row, Field> & {
  readonly [field in Field]?: Row[field] | undefined;
};

export function withoutUsual<Row extends object, Field extends keyof Row>(
  row: Sparse<Row, Field>,
  usual: Pick<Row, Field>,
): Sparse<Row, Field> {
  const isUsual = (field: string) =>
    Object.hasOwn(usual, field) && sameValue(row[field as Field], usual[field as Field]);
  return Object.fromEntries(Object.entries(row).filter(([field]) => !isUsual(field))) as Sparse<Row, Field>;
}

/** A row of which nothing is left out stays as it is. */
export const withUsual = <Row extends object, Field extends keyof Row>(
  row: Sparse<Row, Field>,
  usual: Pick<Row, Field>,
): Row => ({ ...usual, ...row }) as Row;
