import { useSession } from '../../stores/index.js';
import './grid.css';

/** Fewest and most frames across. */
const FEWEST = 2;
const MOST = 12;

/** How large the frames are, by how many stand across. */
export function GridSize() {
  const columns = useSession((session) => session.gridColumns);
  return (
    <label className="grid-size">
      <span>Size</span>
      <input
        type="range"
        min={FEWEST}
        max={MOST}
        value={FEWEST + MOST - columns}
        onChange={(event) => useSession.setState({ gridColumns: FEWEST + MOST - Number(event.target.value) })}
      />
    </label>
  );
}
