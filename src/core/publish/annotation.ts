import type { Lang } from '../model/lang.ts'
import type { Quote } from '../model/quote.ts'
import type { FeedSite } from './feed-model.ts'
import type { PlacedQuote, PublishedArticle, PublishedFigure } from './published-article.ts'
import type { Corpus } from './view-corpus.ts'
import type { Translate } from './view-format.ts'
import { figureTitle } from './view-title.ts'

type Thing = Record<string, unknown>

/**
 * W3C Web Annotations of an article's figures: the figure as printed is the target, our reading of it the body. Offsets are
 * Unicode code points in the text whose SHA-256 is named, which the model leaves open (w3c/web-annotation issue 206).
 */
export function buildAnnotations(
  published: PublishedArticle,
  context: { corpus: Corpus; translators: Record<Lang, Translate>; site: FeedSite },
): Thing {
  const { site } = context
  const { article, figures } = published
  const id = `${site.origin}/api/v1/annotations/${article.id}.json`
  return {
    '@context': [
      'http://www.w3.org/ns/anno.jsonld',
      {
        offsetUnit: 'https://redline.example/ns#offsetUnit',
        textSha256: 'https://redline.example/ns#textSha256',
      },
    ],
    id,
    type: 'AnnotationPage',
    offsetUnit: 'code point',
    textSha256: article.textHash,
    items: article.url
      ? figures.map((item) => annotation(item, published, article.url!, { ...context, id }))
      : [],
  }
}

function annotation(
  item: PublishedFigure,
  { article }: PublishedArticle,
  url: string,
  context: { corpus: Corpus; translators: Record<Lang, Translate>; site: FeedSite; id: string },
): Thing {
  const { corpus, translators, site, id } = context
  const { figure, printed, sentence } = item
  const finding = corpus.findingOfFigure.get(figure.id)
  const placed = { figure, article }
  const reading = (lang: Lang) => figureTitle(placed, corpus, lang, translators[lang])
  const target = (quote: PlacedQuote, around?: Pick<Quote, 'prefix' | 'suffix'>) => ({
    type: 'SpecificResource',
    source: url,
    state: { type: 'TimeState', sourceDate: article.retrievedAt },
    selector: [
      { type: 'TextQuoteSelector', exact: quote.exact, ...around },
      ...(quote.start === undefined
        ? []
        : [{ type: 'TextPositionSelector', start: quote.start, end: quote.end }]),
    ],
  })
  const isWhole = sentence?.exact === figure.quote.exact
  return {
    id: `${id}#${figure.id}`,
    type: 'Annotation',
    motivation: 'describing',
    creator: { id: `${site.origin}/`, type: 'Software', name: 'Redline' },
    rights: 'https://creativecommons.org/licenses/by/4.0/',
    body: [
      { type: 'TextualBody', value: reading('en'), format: 'text/plain', language: 'en' },
      ...(finding ? [{ id: `${site.origin}/api/v1/findings/${finding.id}.json`, type: 'Dataset' }] : []),
    ],
    target: [
      target(printed),
      ...(sentence
        ? [
            target(
              sentence,
              isWhole ? { prefix: figure.quote.prefix, suffix: figure.quote.suffix } : undefined,
            ),
          ]
        : []),
    ],
  }
}
