import type { ShownMatch } from '@shared/contract/index.js';

const NOT_READ = 'not read';

interface Props extends Pick<ShownMatch, 'columns' | 'meanings'> {
  readonly onRead: (header: string, meaning: string | null) => void;
}

/** The columns of a shot list, and what each is read as. */
export function MatchColumns({ columns, meanings, onRead }: Props) {
  return (
    <fieldset className="match-columns">
      <legend>Columns</legend>
      {columns.map(({ header, meaning, isSure }) => (
        <label key={header} data-guess={!isSure || undefined}>
          <span title={header}>{header}</span>
          <select
            className="field"
            value={meaning ?? NOT_READ}
            onChange={({ target }) => onRead(header, target.value === NOT_READ ? null : target.value)}
          >
            {[NOT_READ, ...meanings].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
