// npm test [-- files]: installs and builds what is missing, then runs the tests.
import { finish } from './counts.mjs';
import { setUp } from './setup.mjs';
import { runVitest } from './vitest.mjs';

try {
  setUp();
  finish(runVitest('unit', process.argv.slice(2)));
} catch (error) {
  console.error(error.message);
  finish({ passed: 0, failed: 1 });
}
