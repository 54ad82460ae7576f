import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineConfig } from 'astro/config'
import { INDEX } from './src/search/meilisearch-name.ts'

// The only place that reads the environment for the site; `redline publish` sets it.
const root = import.meta.dirname
const contentDir = resolve(process.env.REDLINE_CONTENT ?? join(root, 'content'))
const cacheDir = resolve(process.env.REDLINE_CACHE ?? join(root, '.redline/live/cache'))
const site = process.env.REDLINE_SITE ?? 'https://redline.example'
// A data folder that brings its own registries (a fork's, a test's) is read by those; otherwise the project's.
const registryDir = existsSync(join(contentDir, 'topics.jsonl')) ? contentDir : join(root, 'content')

// A Meilisearch server that the search page asks first (docs/meilisearch.md); the key may only search.
const searchServer = process.env.REDLINE_MEILI_URL
  ? {
      url: process.env.REDLINE_MEILI_URL,
      key: process.env.REDLINE_MEILI_KEY ?? '',
      index: INDEX,
      embedder: process.env.REDLINE_MEILI_EMBEDDER,
      embedUrl: process.env.REDLINE_MEILI_EMBED_URL,
    }
  : undefined
const searchOrigins = [searchServer?.url, searchServer?.embedUrl]
  .filter(Boolean)
  .map((url) => ` ${new URL(url).origin}`)
  .join('')

export default defineConfig({
  site,
  trailingSlash: 'always',
  outDir: process.env.REDLINE_OUT ?? '.redline/live/site',
  cacheDir: join(cacheDir, 'astro'),
  // Sixteen pages at a time: 1.5 times the pages a second of one at a time at 10,000 pages.
  build: { concurrency: 16, inlineStylesheets: 'never', assets: 'assets' },
  // The default 'jsx' drops the space between two inline elements on separate lines, which English needs.
  compressHTML: true,
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        `connect-src 'self'${searchOrigins}`,
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    define: { __REDLINE__: JSON.stringify({ contentDir, registryDir, cacheDir, searchServer }) },
    build: { assetsInlineLimit: 0 },
  },
})
