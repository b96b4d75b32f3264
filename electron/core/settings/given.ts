/** Only what was said: an absent flag leaves the settings below it in force. */
export function given<T extends object>(flags: T): Partial<T> {
  const said = Object.entries(flags).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Partial<T>;
}
