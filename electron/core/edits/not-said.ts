/** Why words are added that answer a finding. */
export const notSaid = (words: string): string => `Add “${words}”, which the prompt does not say`;
