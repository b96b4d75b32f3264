/** One more whenever a picture would give other numbers: what is kept from before is then measured again. */
export const MEASURES_VERSION = 3;
