/** Of now, as part of a file name: 20260131-235959. */
export const timestamp = (): string =>
  new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
