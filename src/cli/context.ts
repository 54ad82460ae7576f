import { join, resolve } from 'node:path'
import { type ReadConfig, readConfig } from '../config.ts'
import { readRegistry } from '../registry.ts'
import { openPlaceCache, openStore, type RecordPlace } from '../store/open.ts'
import type { Cache, Store } from '../store/store.ts'

/** The project's own folder: defaults lie in it, wherever the command was called. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..')

/** Where an operator states what differs from the defaults; need not exist. */
export const CONFIG_FILE = 'redline.config.json'

/** The configuration in force; what is wrong in it throws ConfigError. */
export const openConfig = (): ReadConfig =>
  readConfig(process.env['REDLINE_CONFIG'] ?? join(PROJECT_ROOT, CONFIG_FILE), process.env)

/** Exit codes of every command. */
export const EXIT = { ok: 0, someFailed: 1, usage: 2 } as const

/** Options that choose where data lies; every command that reads or writes records has them. */
export interface DataOptions {
  /** A data folder of one's own: records in `content/` below it, the rest beside that. */
  data?: string | undefined
  /** The bundled sample press's folder, `.redline/sample`. */
  sample?: boolean | undefined
}

/** Folders of a run; ARCHITECTURE.md says what lies in them. */
export interface DataFolders extends RecordPlace {
  /** Cache, state, lock and built site. */
  dataDir: string
}

/** What commands share: where data lies, and the store and cache on it. */
export interface Context extends DataFolders {
  store: Store
  cache: Cache
  /** The registries that people edit, always those of the project; read on first use. */
  readonly registry: ReturnType<typeof readRegistry>
  close(): Promise<void>
}

/** Folders for the options given: `--data DIR`, `--sample`, or the live ones. */
export function resolveFolders({ data, sample }: DataOptions): DataFolders {
  const own = data !== undefined ? resolve(data) : sample ? join(PROJECT_ROOT, '.redline/sample') : undefined
  if (own !== undefined) return { dataDir: own, contentDir: join(own, 'content') }
  const { config } = openConfig()
  return {
    dataDir: resolve(PROJECT_ROOT, config.dataDir),
    contentDir: resolve(PROJECT_ROOT, config.contentDir),
    ...(config.store === 'postgres' && { databaseUrl: config.databaseUrl }),
  }
}

/** Opens store and cache of a data folder; call `close` when done. */
export function openContext(options: DataOptions = {}): Context {
  const folders = resolveFolders(options)
  const store = openStore(folders)
  const cache = openPlaceCache(folders)
  let registry: ReturnType<typeof readRegistry> | undefined
  return {
    ...folders,
    store,
    cache,
    get registry() {
      registry ??= readRegistry(join(PROJECT_ROOT, 'content'))
      return registry
    },
    async close() {
      await store.close()
      await cache.close()
    },
  }
}
