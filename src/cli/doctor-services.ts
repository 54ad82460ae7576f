import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openStore } from '../store/open.ts'
import type { DataFolders } from './context.ts'
import { type Finding, fix, ok } from './doctor-finding.ts'

/** A service that does not answer so soon is as good as down for a check. */
const ANSWER_MS = 5_000
/** Runs looked through for one that brought something. */
const MOST_RUNS = 200

/** Whether pages and index show what the last run that changed something brought. */
export async function checkFreshness(folders: DataFolders): Promise<Finding> {
  const page = join(folders.dataDir, 'site/index.html')
  const built = statSync(page, { throwIfNoEntry: false })?.mtimeMs
  if (built === undefined) return fix('no site is built', 'redline publish')
  const index = join(folders.dataDir, 'site/search')
  if (!statSync(index, { throwIfNoEntry: false }) || readdirSync(index).length === 0)
    return fix('the site has no search index', 'redline publish')
  const changed = await findLastChange(folders)
  const at = new Date(built).toISOString()
  if (changed !== undefined && Date.parse(changed) > built)
    return fix(`site and index of ${at} are older than the records of ${changed}`, 'redline publish')
  return ok(`built ${at}, with its search index`)
}

/** When the last run ended that brought or changed an article. */
async function findLastChange(folders: DataFolders): Promise<string | undefined> {
  const store = openStore(folders)
  try {
    for (const id of (await store.listIds('runs')).slice(-MOST_RUNS).reverse()) {
      const run = await store.read('runs', id)
      const { added = 0, changed = 0 } = run?.counts ?? {}
      if (run && added + changed > 0) return run.finishedAt
    }
    return undefined
  } finally {
    await store.close()
  }
}

/** Whether the search server answers, takes our key, is new enough and has an index that is not older than the records. */
export async function checkSearchServer(
  url: string,
  key: string | undefined,
  folders: DataFolders,
): Promise<Finding> {
  const { INDEX, LEAST_VERSION } = await import('../search/meilisearch-index.ts')
  const get = (path: string) => ask(new URL(path, url), key)
  const { status, body } = await get('/version')
  if (status === 401 || status === 403)
    return fix(
      `${url} refuses ${key ? 'the key of MEILI_KEY' : 'to answer without a key'}`,
      'set MEILI_KEY to a key that may write',
    )
  const version = String(body['pkgVersion'])
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major !== LEAST_VERSION[0] || minor < LEAST_VERSION[1])
    return fix(
      `${url} is Meilisearch ${version}`,
      `${LEAST_VERSION.join('.')} or a later version 1 is needed`,
    )
  const index = await get(`/indexes/${INDEX}`)
  if (index.status === 404)
    return fix(`Meilisearch ${version} has no index ${INDEX}`, `redline index --meilisearch ${url}`)
  const [updated, changed] = [String(index.body['updatedAt']), await findLastChange(folders)]
  if (changed !== undefined && Date.parse(updated) < Date.parse(changed))
    return fix(
      `its index of ${updated} is older than the records of ${changed}`,
      `redline index --meilisearch ${url}`,
    )
  return ok(`Meilisearch ${version}, index ${INDEX} of ${updated}`)
}

/** Whether the language model's endpoint answers and takes our key. */
export async function checkModel({ aidUrl, aidModel }: Config, key: string | undefined): Promise<Finding> {
  const url = `${aidUrl!.replace(/\/$/, '')}/models`
  const { status, body } = await ask(new URL(url), key)
  if (status === 401 || status === 403)
    return fix(`${aidUrl} refuses the key`, 'set REDLINE_AID_KEY (docs/language-model.md)')
  const models = Array.isArray(body['data']) ? (body['data'] as { id?: unknown }[]).map(({ id }) => id) : []
  if (models.length > 0 && !models.includes(aidModel))
    return fix(
      `${aidUrl} has no model ${aidModel}`,
      `set "aidModel" to one of: ${models.slice(0, 5).join(', ')}`,
    )
  return status === 200
    ? ok(`${aidModel} at ${aidUrl}`)
    : ok(`${aidUrl} answers ${status} to a request for its models`)
}

async function ask(
  url: URL,
  key: string | undefined,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS) })
  const text = await response.text()
  try {
    return { status: response.status, body: JSON.parse(text) as Record<string, unknown> }
  } catch (cause) {
    if (!response.ok) return { status: response.status, body: {} }
    throw new Error(`${url} answers ${text.slice(0, 60)}; expected JSON`, { cause })
  }
}
