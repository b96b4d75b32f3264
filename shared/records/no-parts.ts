/** The parts of a claim that was not taken apart. Apart from the schemas, for a thread that has no use for those. */
export const NO_PARTS = {
  subject: null,
  attribute: null,
  relation: null,
  object: null,
  value: null,
} as const;
