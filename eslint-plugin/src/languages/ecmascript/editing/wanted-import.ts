/** What is to be imported. */
export interface WantedImport {
  /** As its module exports it: `regions`; of a default export, the name it gets. */
  name: string;
  /** As it is to be written: `./config/regions.js`, `#config/regions.js`. */
  from: string;
  /** How a module is named where the file does not import this one yet. */
  style: 'cjs' | 'esm';
  /** `default`: `import regions from …`, `const regions = require(…)`. By default `named`: `{ regions }`. */
  kind?: 'default' | 'named';
}
