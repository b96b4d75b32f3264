/** The allowed direction: shared <- models <- inference <- core <- {main, server, cli}; shared <- renderer. */
const rule = (name, path, to, pathNot) => ({
  name,
  severity: 'error',
  from: { path, ...(pathNot ? { pathNot } : {}) },
  to: { path: to },
});
module.exports = {
  forbidden: [
    rule('shared-imports-nothing-of-ours', '^shared/', '^(models|electron|renderer|e2e|scripts)/'),
    rule('models-import-shared-only', '^models/', '^(electron|renderer|e2e)/'),
    rule('inference-below-core', '^electron/inference/', '^(electron/(core|main|server|cli|preload)|renderer)/'),
    rule('core-below-hosts', '^electron/core/', '^(electron/(main|server|cli|preload)|renderer)/'),
    rule('renderer-imports-shared-only', '^renderer/', '^(models|electron|e2e)/'),
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { path: '^(shared|models|renderer|electron/(core|inference|server|cli))/' },
      to: { path: '^node_modules/electron(/|$)' },
    },
    {
      name: 'through-the-index',
      comment: 'A capability of core is reached through its index.ts only.',
      severity: 'error',
      from: { path: '^electron/core/([^/]+)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^electron/core/([^/]+)/', pathNot: ['^electron/core/$1/', '^electron/core/[^/]+/index[.]ts$'] },
    },
    {
      name: 'no-circular',
      comment: 'What is loaded only when it is first shown (a view) may use what names it: nothing waits for it to load.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    { name: 'not-to-tests', severity: 'error', from: { pathNot: '[.]test[.]tsx?$' }, to: { path: '[.]test[.]tsx?$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|[.]cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
