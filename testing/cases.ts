/** For every test: where PROPERTY_SEED is a number, properties try the same cases each time; else new ones. */
const { PROPERTY_SEED } = process.env;
if (PROPERTY_SEED) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(PROPERTY_SEED) });
}

export {};
