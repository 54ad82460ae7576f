import type { APIRoute } from 'astro'

/** Search results pages are the reader's own; everything else may be read. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\nDisallow: /*/search/?\n\nSitemap: ${new URL('/sitemap.xml', site).href}\n`,
  )
