import { type Apply, need, put, without } from './context.js';

export const putFact: Apply<'put-fact'> = (records, { fact }) => put(records, 'fact', fact);

export const removeFact: Apply<'remove-fact'> = (records, { factId }) => {
  need(records, 'fact', factId);
  return without(records, 'fact', factId);
};
