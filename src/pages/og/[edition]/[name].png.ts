import type { APIRoute } from 'astro'
import { cacheFolder, readContent } from '../../../content-reader/index.ts'
import { readPictures } from '../../../content-reader/pictures.ts'
import { rootTopic } from '../../../core/publish/view-og.ts'
import { inEveryEdition, openEdition } from '../../../layouts/edition.ts'

/** The picture that networks show beside a link: one for the edition, one for each topmost topic. */
export async function getStaticPaths() {
  const roots = (await rootTopics()).map(({ id }) => id)
  return inEveryEdition(({ path }) => ['site', ...roots].map((name) => ({ params: { edition: path, name } })))
}

export const GET: APIRoute = async ({ params }) => {
  const { lang, t } = openEdition(params['edition'])
  const topics = await rootTopics()
  const cards = [
    { name: 'site', title: t('site.tagline') },
    ...topics.map((topic) => ({ name: topic.id, title: topic.names[lang] })),
  ]
  const pictures = await readPictures(cards, lang, cacheFolder())
  return new Response(pictures.get(params['name']!), { headers: { 'Content-Type': 'image/png' } })
}

/** At most this many: a picture costs about 50 ms. */
const MOST_ROOTS = 40

async function rootTopics() {
  const { corpus } = await readContent()
  return corpus.registry.topics
    .filter((topic) => rootTopic(topic.id, corpus.topic) === topic.id)
    .slice(0, MOST_ROOTS)
}
