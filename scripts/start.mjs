// npm start [-- dir]: installs and builds what is missing, then audits a folder, or the example.
import { root, runNode, setUp } from './setup.mjs';

try {
  setUp();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}

const args = process.argv.slice(2);
const target = args.length > 0 ? args : ['examples/outage'];
// npm runs this in the project's folder; a path the user gives is meant from where they are.
const cwd = args.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root;

const status = runNode([`${root}/server/dist/multi-region.js`, 'audit', ...target], { cwd });
if (status === 1) {
  console.error(
    '\nThe audit did its work: `multi-region audit` exits with 1 when it has findings, `npm start` with 0.',
  );
}
process.exitCode = status === 1 ? 0 : status;
