/** The reason given for words that are added. */
export const notSaid = (words: string): string => `Add “${words}”, which the prompt does not say`;
