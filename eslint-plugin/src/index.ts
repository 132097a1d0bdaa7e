import { createPlugin } from './create-plugin.ts';
import { ecmascript } from './languages/ecmascript/ecmascript.ts';

// The plugin for JavaScript and TypeScript: it has no dependencies, and loads no parser.
export default createPlugin([ecmascript]);
