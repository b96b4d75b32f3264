import { useSession } from '../../stores/index.js';
import { FEWEST, MOST, UPS } from './ups.js';
import './grid.css';

/** How large the frames are: by how many are seen at once, or by how many stand across. */
export function GridSize() {
  const columns = useSession((session) => session.gridColumns);
  const up = useSession((session) => session.gridUp);
  return (
    <div className="grid-size">
      <select
        className="field numbers"
        aria-label="Frames at once"
        value={up ?? ''}
        onChange={({ target }) =>
          useSession.setState({ gridUp: UPS.find((one) => String(one) === target.value) ?? null })
        }
      >
        <option value="">Size</option>
        {UPS.map((one) => (
          <option key={one} value={one}>
            {one}-up
          </option>
        ))}
      </select>
      <input
        type="range"
        aria-label="Size"
        min={FEWEST}
        max={MOST}
        value={FEWEST + MOST - columns}
        onChange={(event) =>
          useSession.setState({ gridUp: null, gridColumns: FEWEST + MOST - Number(event.target.value) })
        }
      />
    </div>
  );
}
