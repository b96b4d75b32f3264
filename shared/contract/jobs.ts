import { z } from 'zod';
import { id } from '../records/index.js';
import { call } from './call.js';

export const jobCalls = {
  job: { cancel: call.input(z.object({ jobId: id })).output(z.object({ cancelled: z.boolean() })) },
};
