import { z } from 'zod';
import { id } from '../records/index.js';
import { call } from './call.js';

export const jobCalls = {
  job: {
    /** Within one model call. */
    cancel: call.input(z.object({ jobId: id })).output(z.object({ cancelled: z.boolean() })),
    /** After the picture that it is at. */
    stop: call.input(z.object({ jobId: id })).output(z.object({ stopping: z.boolean() })),
  },
};
