import { findFrameworkEntry } from './framework-entries.ts';

it.each([
  ['next', 'pages/api/orders/[id].ts', 'route', '/api/orders/[id]'],
  ['next', 'src/pages/index.tsx', 'page', '/'],
  ['next', 'pages/_app.tsx', 'page', undefined],
  ['next', 'app/page.tsx', 'page', '/'],
  ['next', 'src/app/(shop)/orders/[id]/page.tsx', 'page', '/orders/[id]'],
  ['next', 'app/api/health/route.ts', 'route', '/api/health'],
  ['next', 'app/layout.tsx', 'page', undefined],
  ['next', 'src/middleware.ts', 'middleware', undefined],
  ['@remix-run/react', 'app/routes/_index.tsx', 'page', '/'],
  ['@remix-run/node', 'app/routes/_app.orders.$id.tsx', 'page', '/orders/$id'],
  ['@react-router/dev', 'app/routes/orders/route.tsx', 'page', '/orders'],
  ['@remix-run/dev', 'app/entry.server.tsx', 'page', undefined],
  ['@sveltejs/kit', 'src/routes/+page.svelte', 'page', '/'],
  ['@sveltejs/kit', 'src/routes/orders/[id]/+page.server.ts', 'page', '/orders/[id]'],
  ['@sveltejs/kit', 'src/routes/api/+server.ts', 'route', '/api'],
  ['@sveltejs/kit', 'src/hooks.server.ts', 'middleware', undefined],
  ['nuxt', 'server/api/orders.post.ts', 'route', 'POST /api/orders'],
  ['nuxt', 'server/routes/health.ts', 'route', '/health'],
  ['nuxt', 'pages/orders/[id].vue', 'page', '/orders/[id]'],
  ['nuxt', 'server/middleware/auth.ts', 'middleware', undefined],
  ['astro', 'src/pages/orders.astro', 'page', '/orders'],
  ['astro', 'src/pages/api/orders.ts', 'route', '/api/orders'],
  ['astro', 'src/middleware.ts', 'middleware', undefined],
])('%s starts %s: %s %s', (dependency, path, kind, name) => {
  expect(findFrameworkEntry(path, new Set(['react', dependency]))).toEqual({ kind, name });
});

it.each([
  ['react', 'pages/index.tsx'],
  ['next', 'src/lib/page.ts'],
  ['next', 'app/orders/price.ts'],
  ['@sveltejs/kit', 'src/routes/orders/price.ts'],
  ['astro', 'src/components/Price.astro'],
])('%s does not start %s', (dependency, path) => {
  expect(findFrameworkEntry(path, new Set([dependency]))).toBeUndefined();
});
