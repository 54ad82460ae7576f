import type { APIRoute } from 'astro'

/** Search results pages are the reader's own; everything else may be read. Quoted words are not ours to license for training. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nContent-Usage: search=y, train-ai=n\nAllow: /\nDisallow: /*/search/?\n\nSitemap: ${new URL('/sitemap.xml', site).href}\n`,
  )
