import { fact, id, need, put, remove } from '../records/index.js';
import { define } from './definition.js';

export const putFact = define(
  'put-fact',
  { fact },
  {
    apply: (_records, { fact }) => [put('fact', fact)],
    label: ({ fact }, _shots, records) =>
      `${Object.hasOwn(records.fact, fact.id) ? 'Edit' : 'Add'} canon: ${fact.name || 'style'}`,
  },
);

export const removeFact = define(
  'remove-fact',
  { factId: id },
  {
    apply: (records, { factId }) => {
      need(records, 'fact', factId);
      return [remove('fact', factId)];
    },
    label: ({ factId }, _shots, records) => `Remove canon: ${records.fact[factId]?.name || 'style'}`,
  },
);
