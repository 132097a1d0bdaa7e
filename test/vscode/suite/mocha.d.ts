/** What the suite needs of mocha, which comes without types. */
declare module 'mocha' {
  interface Options {
    color?: boolean;
    forbidOnly?: boolean;
    forbidPending?: boolean;
    retries?: number;
    timeout?: number;
    ui?: 'bdd';
  }
  interface Runner {
    stats: { passes: number; failures: number };
    on(event: 'retry', listener: (test: { fullTitle(): string }, error: Error) => void): this;
  }
  export default class Mocha {
    constructor(options: Options);
    addFile(file: string): this;
    run(done: (failures: number) => void): Runner;
  }
}

/** Runs before the tests of the surrounding `describe`; vitest, whose globals are known here, calls it `beforeAll`. */
declare function before(prepare: () => Promise<void>): void;

/** Runs after them. */
declare function after(cleanUp: () => Promise<void> | void): void;
