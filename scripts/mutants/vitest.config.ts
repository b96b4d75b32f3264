/**
 * The tests of one part. Given to Stryker as `testFiles`, faults at the top level of a module would be switched on
 * only once the module is loaded, and no test could notice them. For the same reason each file loads its modules anew.
 */
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

const include: string[] = JSON.parse(process.env.MUTANTS_TESTS ?? '[]');

const { projects: _, ...test } = base.test ?? {};

export default defineConfig({ ...base, test: { ...test, include } });
