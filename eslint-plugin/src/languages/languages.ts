import { ecmascript } from './ecmascript/ecmascript.ts';
import type { Language } from './language.ts';

/** All languages that facts are read from; the first whose files a name is among is its language. */
export const languages: readonly Language[] = [ecmascript];
