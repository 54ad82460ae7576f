// Writes articles for as long as it lives and says each id after the store has taken it.
import { openStore } from '../../src/store/open.ts'
import { sampleArticle } from './sample-article.ts'

const [contentDir, databaseUrl, from] = process.argv.slice(2) as [string, string, string]
const store = openStore({ contentDir, databaseUrl })
for (let at = Number(from); ; at++) {
  const id = at.toString(16).padStart(8, '0')
  await store.write('articles', sampleArticle(id))
  // Once more with another title: a kill may also meet a record that is being replaced.
  await store.write('articles', sampleArticle(id, { title: `第 ${at} 篇` }))
  process.stdout.write(`${at}\n`)
}
