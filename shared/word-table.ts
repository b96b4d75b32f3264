/** What a table says of each of its words, and undefined of any other: "constructor" too, which every object knows. */
export const wordTable = <T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), rows);
