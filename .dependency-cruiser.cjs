/**
 * The allowed direction: shared <- models <- inference <- core <- {main, server, cli}; shared <- renderer.
 * Beside the product: testing/ (what tests share) may use all of it; bench/ and testing/ <- scripts/; e2e/ is
 * used by nothing.
 */
const rule = (name, path, to, pathNot) => ({
  name,
  severity: 'error',
  from: { path, ...(pathNot ? { pathNot } : {}) },
  to: { path: to },
});
const TEST = '[.]test[.]tsx?$';
const PRODUCT = '^(shared|models|electron|renderer)/';
module.exports = {
  forbidden: [
    rule('shared-imports-nothing-of-ours', '^shared/', '^(models|electron|renderer)/'),
    rule('models-import-shared-only', '^models/', '^(electron|renderer)/'),
    rule('inference-below-core', '^electron/inference/', '^(electron/(core|main|server|cli|preload)|renderer)/'),
    rule('core-below-hosts', '^electron/core/', '^electron/(main|server|cli|preload)/'),
    // A test may hold what is told to a window against the mirror that the window keeps.
    rule('core-without-renderer', '^electron/core/', '^renderer/', `^electron/core/watching/.*${TEST}`),
    rule('renderer-imports-shared-only', '^renderer/', '^(models|electron)/'),
    rule('product-imports-product-only', PRODUCT, '^(bench|scripts|e2e)/'),
    rule('product-imports-no-test-support', PRODUCT, '(^|/)testing/', [TEST, '/testing/']),
    rule('bench-imports-product-and-testing', '^(bench|testing)/', '^(scripts|e2e)/'),
    rule('testing-is-no-benchmark', '^testing/', '^bench/'),
    rule('unit-tests-import-nothing-of-e2e', '', '^e2e/', '^e2e/'),
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { path: '^(shared|models|renderer|testing|bench|electron/(core|inference|server|cli))/' },
      to: { path: '^node_modules/electron(/|$)' },
    },
    {
      name: 'through-the-index',
      comment: 'A capability of core is reached through its index.ts only.',
      severity: 'error',
      from: { path: '^electron/core/([^/]+)/', pathNot: [TEST, '/testing/'] },
      to: { path: '^electron/core/([^/]+)/', pathNot: ['^electron/core/$1/', '^electron/core/[^/]+/index[.]ts$'] },
    },
    {
      name: 'through-the-index-of-models',
      comment: 'A room of models/ is reached through its index.ts, or that of a room inside it.',
      severity: 'error',
      from: { path: '^models/([^/]+)/', pathNot: [TEST, '/testing/'] },
      to: { path: '^models/([^/]+)/', pathNot: ['^models/$1/', '^models/.+/index[.]ts$', '[.]json$'] },
    },
    {
      name: 'models-through-their-index',
      severity: 'error',
      from: { path: '^(electron|bench|scripts|testing)/', pathNot: [TEST, '/testing/'] },
      to: { path: '^models/', pathNot: ['^models/index[.]ts$', '^models/.+/index[.]ts$'] },
    },
    {
      name: 'no-circular',
      comment:
        'Types count too. What is loaded only when it is first shown (a view) may use what names it: nothing waits for it to load.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    { name: 'not-to-tests', severity: 'error', from: { pathNot: TEST }, to: { path: TEST } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|[.]cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
