/** Tables as they are built. */

export const byId = <T extends { readonly id: string }>(rows: readonly T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/** `id`, or one like it that none of these tables has. */
export function free(id: string, ...taken: readonly Readonly<Record<string, unknown>>[]): string {
  const isTaken = (one: string) => taken.some((rows) => Object.hasOwn(rows, one));
  let one = id;
  for (let count = 2; isTaken(one); count++) one = `${id}.${count}`;
  return one;
}

export function put<T extends { readonly id: string }>(rows: Record<string, T>, row: T): T {
  rows[row.id] = row;
  return row;
}
