/**
 * Ids of shots that an artist put in, as a source has them that was exported since: by these they are known again, whatever
 * is said of them here or there. No other source gives such an id.
 */
const OWN = 'own.';

/** `ownId`: the shot's id where it was put in. */
export const sourceIdOf = (ownId: string): string => `${OWN}${ownId}`;

/** The id where it was put in, of a shot that is called so; null of any other. */
export const ownIdOf = (id: string): string | null => (id.startsWith(OWN) ? id.slice(OWN.length) : null);
