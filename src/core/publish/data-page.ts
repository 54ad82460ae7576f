import { FORM_VERSION, LICENCE } from './data-package.ts'
import { type PageFacts, webPage } from './view-jsonld.ts'

const TABLES = ['findings', 'appearances', 'figures', 'articles', 'sources']

/** schema.org Dataset with its downloads, as the main entity of the data page. */
export function dataPage(page: PageFacts, origin: string, changed: string): Record<string, unknown> {
  const organization = { '@type': 'Organization', name: 'Redline', url: `${origin}/` }
  const download = (path: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    contentUrl: `${origin}${path}`,
    encodingFormat,
  })
  return webPage(
    { ...page, dateModified: changed },
    {
      '@type': 'Dataset',
      '@id': `${page.url}#dataset`,
      name: 'Redline',
      description: page.description,
      url: page.url,
      license: LICENCE.path,
      version: FORM_VERSION,
      dateModified: changed,
      isAccessibleForFree: true,
      inLanguage: ['en', 'zh-Hans', 'zh-Hant'],
      creator: organization,
      publisher: organization,
      distribution: [
        ...TABLES.flatMap((name) => [
          download(`/data/${name}.csv`, 'text/csv'),
          download(`/data/${name}.jsonl`, 'application/x-ndjson'),
        ]),
        download('/data/datapackage.json', 'application/json'),
      ],
    },
  )
}
