import { serverErrors } from '../server-errors.js';

export const NAME = 'ComfyUI';

export const { failed, unavailable, inWords } = serverErrors(NAME);
