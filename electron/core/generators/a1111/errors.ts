import { serverErrors } from '../server-errors.js';

export const NAME = 'A1111';

export const { failed, unavailable, inWords } = serverErrors(NAME);
