import type { Entry, EntryKind } from './entry.ts';

/** A framework that finds files by their place. */
interface Framework {
  /** Packages by which a project is known to use it. */
  packages: readonly string[];
  /** What its files are called, relative to the folder of the package; the first that matches counts. */
  conventions: readonly Convention[];
}

interface Convention {
  kind: EntryKind;
  pattern: RegExp;
  /** What its users call the file, from what the pattern captured. */
  name?: (captured: string) => string;
}

const code = String.raw`\.[cm]?[jt]sx?`;

const next: Framework = {
  packages: ['next'],
  conventions: [
    { kind: 'route', pattern: regex(`(?:src/)?pages/(api/.+)${code}`), name: toUrl },
    { kind: 'route', pattern: regex(`(?:src/)?app/(?:(.+)/)?route${code}`), name: toUrl },
    { kind: 'page', pattern: regex(`(?:src/)?app/(?:(.+)/)?page${code}`), name: toUrl },
    {
      kind: 'page',
      pattern: regex(
        `(?:src/)?app/(?:.+/)?(?:layout|template|default|error|global-error|loading|not-found|sitemap|robots|manifest|opengraph-image|icon)${code}`,
      ),
    },
    { kind: 'page', pattern: regex(`(?:src/)?pages/_(?:app|document|error)${code}`) },
    { kind: 'page', pattern: regex(`(?:src/)?pages/(.+)${code}`), name: toUrl },
    { kind: 'middleware', pattern: regex(`(?:src/)?(?:middleware|proxy|instrumentation)${code}`) },
  ],
};

const remix: Framework = {
  packages: ['@remix-run/dev', '@remix-run/node', '@remix-run/react', '@react-router/dev'],
  conventions: [
    { kind: 'page', pattern: regex(`app/routes/(.+?)(?:/(?:route|index))?${code}`), name: toRemixUrl },
    { kind: 'page', pattern: regex(`app/(?:root|entry\\.(?:client|server))${code}`) },
  ],
};

const svelteKit: Framework = {
  packages: ['@sveltejs/kit'],
  conventions: [
    { kind: 'route', pattern: regex(`src/routes/(?:(.+)/)?\\+server${code}`), name: toUrl },
    {
      kind: 'page',
      pattern: regex(`src/routes/(?:(.+)/)?\\+(?:page|layout|error)(?:\\.server)?(?:${code}|\\.svelte)`),
      name: toUrl,
    },
    { kind: 'middleware', pattern: regex(`src/hooks(?:\\.server|\\.client)?${code}`) },
  ],
};

const nuxt: Framework = {
  packages: ['nuxt', 'nuxt3', 'nuxt-edge'],
  conventions: [
    { kind: 'route', pattern: regex(`server/(api/.+?)${code}`), name: toNitroUrl },
    { kind: 'route', pattern: regex(`server/routes/(.+?)${code}`), name: toNitroUrl },
    { kind: 'middleware', pattern: regex(`server/(?:middleware|plugins)/.+${code}`) },
    { kind: 'middleware', pattern: regex(`(?:app/|src/)?(?:middleware|plugins)/.+${code}`) },
    { kind: 'page', pattern: regex(`(?:app/|src/)?pages/(.+?)(?:${code}|\\.vue)`), name: toUrl },
    { kind: 'page', pattern: regex(`(?:app/|src/)?(?:layouts/.+|app|error)\\.vue`) },
  ],
};

const astro: Framework = {
  packages: ['astro'],
  conventions: [
    { kind: 'page', pattern: regex(`src/pages/(.+)\\.astro`), name: toUrl },
    { kind: 'route', pattern: regex(`src/pages/(.+?)${code}`), name: toUrl },
    { kind: 'middleware', pattern: regex(`src/middleware(?:/index)?${code}`) },
  ],
};

const frameworks = [next, remix, svelteKit, nuxt, astro];

/**
 * Tells whether a web framework starts a file, going by its place.
 *
 * @param path relative to the folder of its package, with `/`
 * @param dependencies the names of the packages that its package depends on
 */
export function findFrameworkEntry(path: string, dependencies: ReadonlySet<string>): Entry | undefined {
  for (const { packages, conventions } of frameworks) {
    if (!packages.some((name) => dependencies.has(name))) continue;
    for (const { kind, pattern, name } of conventions) {
      const match = pattern.exec(path);
      if (match) return { kind, name: name?.(match[1] ?? '') };
    }
  }
  return undefined;
}

function regex(source: string): RegExp {
  return new RegExp(`^${source}$`, 'u');
}

/** `(shop)/orders/[id]/index` -> `/orders/[id]`. */
function toUrl(path: string): string {
  const parts = path.split('/').filter((part) => !/^(?:\(.*\)|@.*)$/u.test(part));
  if (parts.at(-1) === 'index') parts.pop();
  return `/${parts.join('/')}`;
}

/** `api/orders.post` -> `POST /api/orders`. */
function toNitroUrl(path: string): string {
  const [, rest = path, method] =
    /^(.+)\.(connect|delete|get|head|options|patch|post|put|trace)$/u.exec(path) ?? [];
  return method ? `${method.toUpperCase()} ${toUrl(rest)}` : toUrl(rest);
}

/** `_app.orders.$id` -> `/orders/$id`. */
function toRemixUrl(path: string): string {
  const parts = path.split(/[./]/u).filter((part) => part !== '_index' && part !== 'index');
  return `/${parts
    .filter((part) => !part.startsWith('_'))
    .map((part) => part.replace(/_$/u, ''))
    .join('/')}`;
}
