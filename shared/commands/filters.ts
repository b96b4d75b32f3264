import { add, filterParts, id, need, put, remove, savedFilter } from '../records/index.js';
import { define } from './definition.js';

/** Under a name that is there already it takes that one's place. */
export const saveFilter = define(
  'save-filter',
  { name: savedFilter.shape.name, filter: filterParts },
  {
    apply: (records, { name, filter }, { id, at }) => {
      const known = Object.values(records.savedFilter).find((one) => one.name === name);
      return [
        known
          ? put('savedFilter', { ...known, filter })
          : add(records, 'savedFilter', { id, name, filter, createdAt: at }),
      ];
    },
    label: ({ name }) => `Save the filter “${name}”`,
  },
);

export const removeFilter = define(
  'remove-filter',
  { filterId: id },
  {
    apply: (records, { filterId }) => {
      need(records, 'savedFilter', filterId);
      return [remove('savedFilter', filterId)];
    },
    label: ({ filterId }, _shots, { savedFilter }) =>
      `Remove the filter “${savedFilter[filterId]?.name ?? '?'}”`,
  },
);
