import { feedback } from '@shared/feedback.js';
import { z } from 'zod';

/** JSON Schema (draft 2020-12) of the feedback format, as `examples/vision_feedback.schema.json` holds it. */
export const feedbackSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(feedback),
  $id: 'urn:continuist:vision-feedback:2',
  title: 'Continuist vision feedback, version 2',
});
