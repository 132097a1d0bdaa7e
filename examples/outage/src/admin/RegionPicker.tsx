interface Props {
  value: string;
  onChange: (region: string) => void;
}

/** Lets an admin choose whose region's orders are shown. */
export function RegionPicker({ value, onChange }: Props) {
  return (
    <label>
      Region, such as us-east-1
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="us-east-1">US East (N. Virginia)</option>
        <option value="us-west-2">US West (Oregon)</option>
        <option value="eu-west-1">Europe (Ireland)</option>
      </select>
    </label>
  );
}
