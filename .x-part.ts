// part.ts <world> <part> [prof]: CPU of one part alone; warm-up with nothing.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
const root = process.cwd()
const imp = (p: string) => import(join(root, p))
const { readPublishedCorpus, siteAt, storeOfCorpus } = await imp('src/cli/published-corpus.ts')
const { openPublishedStore } = await imp('src/store/published.ts')
const { openPlaceCache } = await imp('src/store/open.ts')
const { planSite } = await imp('src/cli/site-plan.ts')
const { pageKeys } = await imp('src/core/publish/view-keys.ts')
const { SiteWriter } = await imp('src/cli/site-files.ts')
const { writeOpml, writeSitemap } = await imp('src/cli/publish-feeds.ts')
const { writeSearchIndex, writeCorpusIndex } = await imp('src/search/write.ts')
const { writeCorpusData } = await imp('src/cli/publish-data.ts')
const [world, parts, prof] = process.argv.slice(2)
const contentDir = join(world!, 'content')
const store = openPublishedStore({ contentDir, dataDir: world! })
const corpus = await readPublishedCorpus(store, contentDir)
await store.close()
const site = siteAt('https://news.example')
let at = process.cpuUsage()
const lap = (name: string) => { const d = process.cpuUsage(at); console.log(name, ((d.user + d.system) / 1e6).toFixed(2), 'user', (d.user / 1e6).toFixed(2), 'sys', (d.system / 1e6).toFixed(2), 'rss', (process.memoryUsage.rss() / 1e6).toFixed(0)); at = process.cpuUsage() }
const inspector = await import('node:inspector')
const session = new inspector.Session(); session.connect()
const post = (m: string, p?: object) => new Promise<any>((done, fail) => session.post(m, p as any, (e: any, r: any) => (e ? fail(e) : done(r))))
const out = `/dev/shm/x-part-${process.pid}`
const { put } = new SiteWriter(out)
const frames = JSON.parse(readFileSync('/work/scratch/publish3/frames.json', 'utf8'))
const isPlan = parts === 'plan'
let plan = isPlan ? undefined : planSite(corpus, { keys: pageKeys(corpus, 'x'), site })
const cache = openPlaceCache({ contentDir, dataDir: world! })
if (prof) { await post('Profiler.enable'); await post('Profiler.setSamplingInterval', { interval: 500 }); await post('Profiler.start') }
at = process.cpuUsage()
for (const part of parts!.split(',')) {
  if (part === 'plan') plan = planSite(corpus, { keys: pageKeys(corpus, 'x'), site })
  else if (part === 'search') await (writeCorpusIndex ? writeCorpusIndex(corpus, cache, join(out, 'search')) : writeSearchIndex({ store: storeOfCorpus(corpus), cache, registry: corpus.registry }, join(out, 'search')))
  else if (part === 'data') await writeCorpusData(corpus, cache, { folder: out, put }, 'https://news.example')
  else if (part === 'opml') { writeOpml(corpus, plan.listings, site, put); writeSitemap(corpus, 'https://news.example', put) }
  else if (part === 'feeds') { for (const job of plan.jobs) if (job.pages === 0) job.write(frames, put) }
  else if (part === 'pages') { for (const job of plan.jobs) if (job.pages > 0) job.write(frames, put) }
  else if (part === 'others') { for (const job of plan.jobs) if (job.pages > 0 && !['articles', 'figures', 'findings'].includes(job.files[0]!.split('/')[1]!)) job.write(frames, put) }
  else for (const job of plan.jobs) if (job.pages > 0 && job.files[0]!.split('/')[1] === part) job.write(frames, put)
  lap(part)
}
if (prof) { const { profile } = await post('Profiler.stop'); writeFileSync(prof, JSON.stringify(profile)) }
await cache.close()
rmSync(out, { recursive: true, force: true })
