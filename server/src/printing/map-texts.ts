/**
 * A copy of plain data in which every text was changed, at whatever depth: what is written to a place that some
 * characters steer is made safe as a whole, whoever adds what to it later.
 */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return mapUnknown(value, change) as T;
}

function mapUnknown(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapUnknown(item, change));
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [mapUnknown(key, change), mapUnknown(item, change)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapUnknown(item, change)]));
}
